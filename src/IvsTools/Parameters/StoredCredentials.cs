using IvsTools.Service;

namespace IvsTools.Parameters;

/// <summary>Reads the credentials that Set-AWSCredential in AWS.Tools stored in $StoredAWSCredentials.</summary>
internal static class StoredCredentials
{
    /// <exception cref="IvsServiceException">The value does not contain keys.</exception>
    public static Connection Apply(object stored, Connection to)
    {
        try
        {
            var value = PSValue.Unwrap(stored);
            return to with { Credential = AwsCredential.From(value), StoredCredentials = null };
        }
        catch (InvalidOperationException e)
        {
            throw new IvsServiceException(
                IvsErrorCode.NoCredentials,
                $"The variable StoredAWSCredentials, which Set-AWSCredential sets, cannot be used: {e.Message} "
                    + "Nothing was sent with other credentials, because they can belong to another account.",
                e);
        }
    }
}
