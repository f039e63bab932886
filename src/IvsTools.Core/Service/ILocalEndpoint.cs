namespace IvsTools.Service;

/// <summary>An IVS endpoint in this process. Calls to the endpoint use its Region and credentials by default.</summary>
internal interface ILocalEndpoint
{
    string Url { get; }

    string Region { get; }

    string AccessKeyId { get; }

    string SecretAccessKey { get; }
}
