using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>The cause of a failure: the type and the text of an exception, without secrets.</summary>
/// <remarks>Exceptions of the SDK and of .NET contain the unchanged text of the response, and the password of a proxy.</remarks>
public sealed class CauseException : Exception
{
    private CauseException(string type, string message, Exception? inner)
        : base($"{type}: {message}", inner) => Type = type;

    /// <summary>The full type name of the exception.</summary>
    public string Type { get; }

    /// <summary>Copies an exception and its inner exceptions. An exception of this project is returned unchanged.</summary>
    public static Exception? Of(Exception? exception) => exception switch
    {
        null or IvsServiceException or CauseException => exception,
        _ => new CauseException(
            exception.GetType().FullName!, SafeText.Line(exception.Message), Of(exception.InnerException)),
    };
}
