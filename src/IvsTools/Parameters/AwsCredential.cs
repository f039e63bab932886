using System.Management.Automation;
using System.Reflection;

namespace IvsTools.Parameters;

/// <summary>A PSCredential, or a credential object from AWS.Tools.</summary>
/// <remarks>
/// AWS.Tools loads its own copy of the AWS SDK in another load context, so its objects can be read only by reflection.
/// </remarks>
public sealed class AwsCredential
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly InvalidOperationException? _failure;

    /// <summary>Converts a PSCredential in a proxy function, which does not have the transformation attribute of the parameter.</summary>
    public AwsCredential(PSCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        (AccessKey, SecretKey) = (credential.UserName, credential.GetNetworkCredential().Password);
    }

    /// <summary>Reads the keys of an AWS.Tools object, such as the output of Get-AWSCredential or Use-STSRole.</summary>
    /// <remarks>If a conversion fails, the error message of PowerShell contains the value. Thus, WithKeys throws the exception.</remarks>
    public AwsCredential(object value)
    {
        try
        {
            // Set-AWSCredential stores the credentials in an internal property of a wrapper.
            var credentials = Value(value, "Credentials") ?? value;
            var keys = credentials?.GetType().GetMethod("GetCredentials", Type.EmptyTypes)?.Invoke(credentials, null);
            if (Value(keys, "AccessKey") is not string accessKey || Value(keys, "SecretKey") is not string secretKey)
                throw new InvalidOperationException("The object does not contain both an access key and a secret key.");
            (AccessKey, SecretKey) = (accessKey, secretKey);
            // AWS.Tools sets the token of long-term credentials to empty text.
            SessionToken = Value(keys, "Token") is string { Length: > 0 } token ? token : null;
        }
        catch (TargetInvocationException e)
        {
            _failure = new InvalidOperationException(e.InnerException?.Message, e.InnerException);
        }
        catch (Exception e) when (e is InvalidOperationException or AmbiguousMatchException or TargetParameterCountException)
        {
            _failure = new InvalidOperationException(e.Message, e);
        }
    }

    internal string AccessKey { get; } = string.Empty;

    internal string SecretKey { get; } = string.Empty;

    internal string? SessionToken { get; }

    /// <summary>Returns this credential if it contains keys.</summary>
    /// <exception cref="InvalidOperationException">The object does not contain keys.</exception>
    internal AwsCredential WithKeys() => _failure is null ? this : throw _failure;

    private static object? Value(object? from, string property) => from?.GetType().GetProperty(property, Members)?.GetValue(from);
}
