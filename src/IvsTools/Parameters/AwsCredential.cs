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

    /// <summary>Converts a PSCredential in a proxy function, which does not have the transformation attribute of the parameter.</summary>
    public AwsCredential(PSCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        (AccessKey, SecretKey) = (credential.UserName, credential.GetNetworkCredential().Password);
    }

    /// <summary>Reads the keys of an AWS.Tools object, such as the output of Get-AWSCredential or Use-STSRole.</summary>
    /// <exception cref="InvalidOperationException">The object does not contain keys.</exception>
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
            throw new InvalidOperationException(e.InnerException?.Message, e.InnerException);
        }
    }

    internal string AccessKey { get; }

    internal string SecretKey { get; }

    internal string? SessionToken { get; }

    private static object? Value(object? from, string property) => from?.GetType().GetProperty(property, Members)?.GetValue(from);
}
