using System.Runtime.CompilerServices;

namespace IvsTools.Tests;

/// <summary>Waits until another thread has met a condition. The test fails if the condition is not met within 60 seconds.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static void Is(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        Assert.True(SpinWait.SpinUntil(condition, Limit), text);

    public static Task IsAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        Task.Run(() => Is(condition, text));
}
