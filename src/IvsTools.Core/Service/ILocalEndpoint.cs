namespace IvsTools.Service;

/// <summary>An IVS endpoint in this process. Calls to it use its Region and credentials unless others are specified.</summary>
internal interface ILocalEndpoint
{
    string Url { get; }

    string Region { get; }

    string AccessKeyId { get; }

    string SecretAccessKey { get; }
}
