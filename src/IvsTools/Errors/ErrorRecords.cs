using System.Management.Automation;
using IvsTools.Emulator;
using IvsTools.Keys;
using IvsTools.Service;
using IvsTools.Text;
using IvsTools.Tokens;

namespace IvsTools.Errors;

/// <summary>Creates all error records of the module.</summary>
internal static class ErrorRecords
{
    private static readonly bool ViewShowsAction = typeof(ErrorRecord).Assembly.GetName().Version >= new Version(7, 5);

    public static ErrorRecord From(IvsServiceException exception, object? target) =>
        Record(exception, exception.ErrorCode, ServiceErrors.CategoryOf(exception.ErrorCode), target, ServiceErrors.ActionFor(exception));

    public static ErrorRecord From(KeyException exception, object? target) =>
        Record(exception, exception.ErrorId, CategoryOf(exception.ErrorId), target, exception.RecommendedAction);

    /// <summary>Returns the error for a failure to read a private key from text, a file or a service. Otherwise, returns null.</summary>
    public static ErrorRecord? ForKey(Exception exception, object target) => exception switch
    {
        KeyException e => From(e, target),
        IvsServiceException e => From(e, target),
        FileNotFoundException or DirectoryNotFoundException when WildcardPattern.ContainsWildcardCharacters(target.ToString()) =>
            File(exception, target.ToString()!, "The path of a private key cannot contain wildcards. Use the path of one file."),
        IOException or UnauthorizedAccessException => File(exception, target.ToString()!),
        _ => null,
    };

    public static ErrorRecord From(ViewerTokenException exception, object? target) => Record(
        exception,
        exception.ErrorId,
        ErrorCategory.InvalidArgument,
        target,
        exception.ErrorId == ViewerTokenProblemId.LivesTooLong
            ? "Use a shorter -ExpiresIn or an earlier -ExpiresAt. Without -ViewerId and -SingleUse, a token can be valid for longer."
            : null);

    public static ErrorRecord From(ViewerSessionRevocationError error) =>
        Rejected(
            Operations.BatchStartViewerSessionRevocation.Name,
            $"{error.ViewerId} on {error.ChannelArn}",
            error.Code,
            error.Message,
            error.ViewerId);

    public static ErrorRecord KeyStillInUse(DateTimeOffset notBefore, object target) => Record(
        new InvalidOperationException($"The key pair cannot be removed before {notBefore:u}, because its tokens can be valid until then."),
        "KeyStillInUse",
        ErrorCategory.ResourceBusy,
        target,
        "Run the command again after that time.");

    public static ErrorRecord From(BatchError error, string operation) =>
        Rejected(operation, error.Arn, error.Code, error.Message, error.Arn);

    public static ErrorRecord NoSuchName(string name, string command) => Record(
        new ItemNotFoundException($"{command} did not find a resource with the name {SafeText.Quote(name)} in the Region."),
        "NameNotFound",
        ErrorCategory.ObjectNotFound,
        name,
        $"Use {command} without arguments to list the names, or use a wildcard such as {name}*.");

    public static ErrorRecord NoResult(string arn, string operation) =>
        From(
            new IvsServiceException(IvsErrorCode.InvalidResponse, $"The response to {operation} does not contain {arn}.")
            {
                Operation = operation,
            },
            arn);

    public static ErrorRecord RecordingFailed(RecordingConfiguration configuration) => From(
        new IvsServiceException(
            IvsErrorCode.RecordingConfigurationFailed,
            $"The state of {configuration.Arn} is {configuration.State}. "
                + $"The recording configuration cannot record to {configuration.DestinationConfiguration}."),
        configuration.Arn);

    public static ErrorRecord File(Exception exception, string path, string? missingFileAction = null) => exception switch
    {
        _ when SafeText.HoldsSecret(path) => Record(
            exception,
            "FileNotFound",
            ErrorCategory.ObjectNotFound,
            path,
            "Use a parameter for text, such as -PublicKeyMaterial, -PrivateKey or -Token.",
            $"The value is not a path: {SafeText.Quote(path)}."),
        FileNotFoundException or DirectoryNotFoundException or ItemNotFoundException =>
            Record(
                exception,
                "FileNotFound",
                ErrorCategory.ObjectNotFound,
                path,
                missingFileAction,
                $"The {(exception is DirectoryNotFoundException ? "path" : "file")} {SafeText.Quote(path)} does not exist."),
        UnauthorizedAccessException when Directory.Exists(path) =>
            Record(exception, "FileError", ErrorCategory.ReadError, path, null, $"{SafeText.Quote(path)} is a folder, not a file."),
        UnauthorizedAccessException =>
            Record(
                exception,
                "FileAccessDenied",
                ErrorCategory.PermissionDenied,
                path,
                null,
                $"Access to the file {SafeText.Quote(path)} is denied."),
        _ => Record(
            exception,
            "FileError",
            ErrorCategory.ReadError,
            path,
            null,
            $"The file {SafeText.Quote(path)} cannot be used: {exception.Message}"),
    };

    public static ErrorRecord Folder(string path) =>
        Record(
            new IOException($"{SafeText.Quote(path)} is a folder, not a file."),
            "FileError",
            ErrorCategory.ReadError,
            path,
            $"To specify the files in the folder, use a pattern such as {SafeText.Quote(Path.Combine(path, "*.pem"))}.");

    public static ErrorRecord PortTaken(EmulatorPortException exception) => Record(
        exception,
        "PortUnavailable",
        ErrorCategory.ResourceUnavailable,
        exception.Port,
        "Omit -Port or -IngestPort to use a free port.");

    public static ErrorRecord EmulatorState(EmulatorStateException exception, object? target) =>
        Record(
            exception,
            "EmulatorStateError",
            ErrorCategory.InvalidData,
            target,
            "Use a state file that was saved by an emulator with the same -Region, -AccountId and -AdditionalAccount as in this command, "
                + "or a new file in a writable folder.");

    public static ErrorRecord EmptyList(string parameter) => Invalid(
        "EmptyList",
        $"The value of {parameter} contains only empty text.",
        null,
        "Specify a value. To allow everything, use @().");

    /// <summary>Creates the error for input that is rejected before a request is sent.</summary>
    public static ErrorRecord Invalid(string id, string message, object? target, string? action = null) =>
        Record(new ArgumentException(message), id, ErrorCategory.InvalidArgument, target, action);

    public static ErrorRecord NoSettings(string arn, string example) => Invalid(
        "NoSettings",
        "The update contains no settings. The settings of a piped object are not sent.",
        arn,
        $"Specify each new setting as a parameter, such as: … | ForEach-Object {{ {example} }}");

    public static ErrorRecord InvalidColumn(string message, object? target) => Record(
        new ArgumentException(message),
        "InvalidColumn",
        ErrorCategory.InvalidData,
        target,
        "Use a single value instead of a list or an object.");

    private static ErrorRecord Rejected(string operation, string? what, string? code, string? message, object? target)
    {
        var exception = new IvsServiceException(
            ServiceErrorCode.OfBatch(code), $"{operation} failed for {what}: {(message ?? code)?.TrimEnd('.')}.")
        { Operation = operation };
        return From(exception, target);
    }

    // All records are created with this method, which removes control characters and secrets.
    private static ErrorRecord Record(
        Exception exception, string id, ErrorCategory category, object? target, string? action, string? message = null)
    {
        var shown = target is string text ? SafeText.Line(text) : target;
        return new(Fit(exception), id, category, shown)
        {
            ErrorDetails = new ErrorDetails(WithAction(Named(shown, SafeText.Line(message ?? exception.Message)), action))
            {
                RecommendedAction = action ?? string.Empty,
            },
        };
    }

    // The error view of PowerShell 7.4 does not show the recommended action, so the message contains it.
    private static string WithAction(string message, string? action) =>
        action is null || ViewShowsAction ? message : $"{message}\n  Recommendation: {action}";

    // Messages from .NET and PowerShell can contain control characters, for example in paths.
    private static Exception Fit(Exception exception) =>
        ExceptionChain.Of(exception).Any(e => SafeText.Line(e.Message) != e.Message) ? CauseException.Of(exception)! : exception;

    // The error view of PowerShell does not show the target object, so the message contains it.
    private static string Named(object? target, string message)
    {
        if (target is not string { Length: > 0 } whole)
            return message;
        var name = Path.IsPathRooted(whole) ? Path.GetFileName(whole) : whole;
        return message.Contains(name, StringComparison.Ordinal) ? message : $"{name}: {message}";
    }

    private static ErrorCategory CategoryOf(string keyErrorId) => keyErrorId switch
    {
        KeyErrorId.FileExists => ErrorCategory.ResourceExists,
        KeyErrorId.SecretManagementMissing => ErrorCategory.NotInstalled,
        KeyErrorId.SecretNotRead => ErrorCategory.ReadError,
        KeyErrorId.PrivateKeyRejected => ErrorCategory.SecurityError,
        KeyErrorId.WrongPassphrase or KeyErrorId.PassphraseRequired or KeyErrorId.WrongCertificate => ErrorCategory.AuthenticationError,
        _ => ErrorCategory.InvalidData,
    };
}
