using System.Management.Automation;
using System.Reflection;
using IvsTools.Service;

namespace IvsTools.Pipeline;

/// <summary>Reads the credentials that Set-AWSCredential of AWS.Tools stores in $StoredAWSCredentials.</summary>
/// <remarks>AWS.Tools uses its own copy of the AWS SDK in another load context, so its types are not known here.</remarks>
internal static class StoredCredentials
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <exception cref="IvsServiceException">
    /// NoCredentials: the value does not provide keys. Other credentials could be of another account.
    /// </exception>
    public static Connection Apply(object stored, Connection to)
    {
        var value = stored is PSObject wrapped ? wrapped.BaseObject : stored;
        try
        {
            // The wrapper in the variable has the credentials in an internal property.
            var credentials = Value(value, "Credentials") ?? value;
            var keys = credentials.GetType().GetMethod("GetCredentials", Type.EmptyTypes)?.Invoke(credentials, null);
            if (Value(keys, "AccessKey") is not string accessKey || Value(keys, "SecretKey") is not string secretKey)
                throw Unusable("It does not contain an access key and a secret key.");
            // Long-term keys have an empty token.
            var token = Value(keys, "Token") is string { Length: > 0 } text ? text : null;
            return to with { AccessKey = accessKey, SecretKey = secretKey, SessionToken = token, StoredCredentials = null };
        }
        catch (TargetInvocationException e)
        {
            throw Unusable(e.InnerException?.Message, e.InnerException);
        }
    }

    private static object? Value(object? from, string property) => from?.GetType().GetProperty(property, Members)?.GetValue(from);

    private static IvsServiceException Unusable(string? why, Exception? inner = null) => new(
        IvsErrorCode.NoCredentials,
        $"The variable StoredAWSCredentials, which Set-AWSCredential sets, cannot be used: {why} Nothing was sent, "
            + "because other credentials can be of another account.",
        inner);
}
