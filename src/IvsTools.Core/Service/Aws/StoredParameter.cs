using System.Text;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using IvsTools.Keys;

namespace IvsTools.Service.Aws;

/// <summary>Reads key text from AWS Systems Manager Parameter Store.</summary>
internal sealed class StoredParameter : ICachedClient
{
    // The default quota of one account in one Region.
    private const double ReadsPerSecond = 40;
    private const string GetParameter = "GetParameter";

    private static readonly ClientCache<StoredParameter> Clients = new(size: 16, settings => new StoredParameter(settings));

    private readonly AmazonSimpleSystemsManagementClient _sdk;
    private readonly ServiceCalls _calls;

    private StoredParameter(ConnectionSettings settings)
    {
        var config = new AmazonSimpleSystemsManagementConfig();
        _calls = new ServiceCalls("Parameter Store", "ssm", settings, config, new GetParameterRequest());
        var credentials = Credentials.Resolve(settings);
        _sdk = ClientPipelines.Create(config, () => new AmazonSimpleSystemsManagementClient(credentials, config));
    }

    bool ICachedClient.HasFailedCredentials => _calls.HasFailedCredentials;

    /// <summary>Reads and decrypts a parameter.</summary>
    /// <param name="settings">The connection.</param>
    /// <param name="name">The name or the ARN of the parameter. The name can end with a colon and a version or a label.</param>
    /// <param name="trace">Receives information about the call, on any thread.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The text in UTF-8 and whether Parameter Store encrypts it. The caller zeroes the text.</returns>
    /// <exception cref="IvsServiceException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public static async Task<(byte[] Content, bool IsEncrypted)> ReadAsync(
        ConnectionSettings settings, string name, Action<CallTrace>? trace = null, CancellationToken cancellationToken = default)
    {
        var client = Clients.Get(settings, cancellationToken);
        var request = new GetParameterRequest { Name = name, WithDecryption = true };
        var found = await client._calls
            .SendAsync(GetParameter, ReadsPerSecond, request, client._sdk.GetParameterAsync, trace, cancellationToken)
            .ConfigureAwait(false);
        if (found.Parameter is not { Value: { } value } parameter)
            throw client._calls.InvalidResponse(GetParameter, "the response does not contain the value");
        var content = SecretMemory.Allocate<byte>(Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, content);
        return (content, parameter.Type == ParameterType.SecureString);
    }
}
