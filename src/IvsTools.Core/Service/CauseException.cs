using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>What stood behind a failure: the type and the text of an exception, without what must not be shown of it.</summary>
/// <remarks>Exceptions of the SDK and of .NET hold the answer's text as it came, and the password of a proxy.</remarks>
public sealed class CauseException : Exception
{
    private CauseException(string type, string message, Exception? inner)
        : base($"{type}: {message}", inner) => Type = type;

    /// <summary>The full name of the exception's type.</summary>
    public string Type { get; }

    /// <summary>Copies an exception and those inside it; one of ours stays as it is.</summary>
    public static Exception? Of(Exception? exception) => exception switch
    {
        null or IvsServiceException or CauseException => exception,
        _ => new CauseException(
            exception.GetType().FullName!, SafeText.Line(exception.Message), Of(exception.InnerException)),
    };
}
