namespace IvsTools.Core.Tests;

/// <summary>Waits until another thread has met a condition. The test fails if the condition is not met within 30 seconds.</summary>
internal static class Eventually
{
    public static async Task IsAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
            await Task.Delay(1, limit.Token);
    }
}
