namespace IvsTools.Core.Tests;

/// <summary>Waits for what another thread is about to do; a test that waits in vain fails.</summary>
internal static class Eventually
{
    public static async Task IsAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
            await Task.Delay(1, limit.Token);
    }
}
