using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>The type and the text of an exception that caused a failure. The text does not contain secrets.</summary>
/// <remarks>It replaces exceptions of the SDK and .NET, because they can contain response text and proxy passwords.</remarks>
internal sealed class CauseException : Exception
{
    private CauseException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>Copies an exception and its inner exceptions. Returns exceptions of this project unchanged.</summary>
    public static Exception? Of(Exception? exception) => exception switch
    {
        null or IvsServiceException or CauseException => exception,
        _ => new CauseException($"{exception.GetType().FullName}: {SafeText.Line(exception.Message)}", Of(exception.InnerException)),
    };
}
