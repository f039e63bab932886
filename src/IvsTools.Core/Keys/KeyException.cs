using IvsTools.Text;

namespace IvsTools.Keys;

/// <summary>A key that cannot be used. The message is one sentence for a person and never holds key text.</summary>
public sealed class KeyException(string errorId, string message, string? recommendedAction = null, Exception? innerException = null)
    : Exception(SafeText.Line(message), innerException)
{
    /// <summary>One of <see cref="KeyErrorId"/>.</summary>
    public string ErrorId { get; } = errorId;

    /// <summary>What to do next; null if nothing but another key helps.</summary>
    public string? RecommendedAction { get; } = recommendedAction;

    /// <summary>True for what the readers of .NET throw for content that they did not expect. There is no list of it.</summary>
    internal static bool IsForContent(Exception e) => e is not (KeyException or OperationCanceledException or OutOfMemoryException);

    /// <summary>What such an exception becomes.</summary>
    internal static KeyException ForContent(Exception e) =>
        new(KeyErrorId.InvalidKey, "The key is not valid: its content is damaged or not supported.", null, e);
}
