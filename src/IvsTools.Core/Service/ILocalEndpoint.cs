namespace IvsTools.Service;

/// <summary>An IVS endpoint in this process. By default, calls to the endpoint use its Region and credentials.</summary>
internal interface ILocalEndpoint
{
    string Url { get; }

    string Region { get; }

    string AccessKeyId { get; }

    string SecretAccessKey { get; }
}
