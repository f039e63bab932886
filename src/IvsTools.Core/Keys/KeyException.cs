using IvsTools.Text;

namespace IvsTools.Keys;

/// <summary>Reports that a key cannot be used. The message never contains key text.</summary>
public sealed class KeyException(string errorId, string message, string? recommendedAction = null, Exception? innerException = null)
    : Exception(SafeText.Line(message), innerException)
{
    /// <summary>A constant of <see cref="KeyErrorId"/>.</summary>
    public string ErrorId { get; } = errorId;

    /// <summary>The recommended action, or null.</summary>
    public string? RecommendedAction { get; } = recommendedAction ?? errorId switch
    {
        KeyErrorId.IncompletePem => "Use the complete file or text, with all BEGIN and END lines.",
        KeyErrorId.InvalidKey => "Copy the key from its source again, or use another key.",
        KeyErrorId.WrongPassphrase =>
            "Specify the passphrase of this key. If the passphrase is correct, copy the key from its source again.",
        _ => null,
    };

    /// <summary>
    /// Returns true if the damaged content of a key can have caused the exception. Microsoft does not document which exceptions
    /// damaged content causes, so the method returns true for all types of exceptions but three.
    /// </summary>
    internal static bool IsForContent(Exception e) => e is not (KeyException or OperationCanceledException or OutOfMemoryException);

    internal static KeyException ForContent(Exception e) =>
        new(KeyErrorId.InvalidKey, "The key is not valid: its content is damaged or not supported.", null, e);

    internal static KeyException ForDer(Exception e) =>
        new(KeyErrorId.InvalidKey, "The key is not valid: its DER data is damaged, truncated, or followed by other bytes.", null, e);
}
