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
}
