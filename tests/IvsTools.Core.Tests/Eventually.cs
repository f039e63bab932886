namespace IvsTools.Core.Tests;

/// <summary>Waits for a condition that another thread sets. The test fails if it is not set in time.</summary>
internal static class Eventually
{
    public static async Task IsAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
            await Task.Delay(1, limit.Token);
    }
}
