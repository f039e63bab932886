using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace IvsTools.Service.Sdk;

/// <summary>The SDK's settings for IVS: names, versions, and what the connection says.</summary>
internal sealed class IvsClientConfig : ClientConfig
{
    public const string ServiceName = "ivs";

    private static readonly string Agent =
        InternalSDKUtils.BuildUserAgentString(ServiceName, typeof(IvsClientConfig).Assembly.GetName().Version!.ToString(3)) + " IvsTools";

    // The SDK wants one for each mode that AWS_DEFAULTS_MODE may name; the modes differ in little that matters to small calls.
    private static readonly IDefaultConfiguration[] Defaults = [.. Enum.GetValues<DefaultConfigurationMode>().Select(mode =>
        new DefaultConfiguration { Name = mode, RetryMode = RequestRetryMode.Standard, ConnectTimeout = TimeSpan.FromSeconds(3.1) })];

    public IvsClientConfig(ConnectionSettings settings, string region)
        : base(new DefaultConfigurationProvider(Defaults))
    {
        ServiceId = ServiceName;
        AuthenticationServiceName = ServiceName;
        if (settings.ProfileName is not null)
            Profile = settings.ProfileLocation is null ? new Profile(settings.ProfileName) : new Profile(settings.ProfileName, settings.ProfileLocation);
        if (settings.EndpointUrl is not null)
            ServiceURL = settings.EndpointUrl;
        else
            RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        AuthenticationRegion = region;
        // IvsClient bounds the whole call; a bound on one attempt would only cut it short.
        Timeout = System.Threading.Timeout.InfiniteTimeSpan;
        // The SDK's shared allowance for retries would fail the tail of a long pipeline that a throttled endpoint slows down.
        ThrottleRetries = false;
        HttpClientFactory = new IvsHttpClientFactory();
        ConnectTimeout ??= TimeSpan.FromSeconds(10);
    }

    public override string ServiceVersion => "2020-07-14";
    public override string UserAgent => Agent;
    public override string RegionEndpointServiceName => ServiceName;

    /// <summary>True if the calls go somewhere else than to AWS's own endpoint of the Region.</summary>
    public bool IsCustomEndpoint => !string.IsNullOrEmpty(ServiceURL);

    /// <summary>Where the calls go.</summary>
    public string EndpointAddress => IsCustomEndpoint
        ? ServiceURL
        : $"https://ivs{(UseFIPSEndpoint ? "-fips" : "")}.{AuthenticationRegion}.{(UseDualstackEndpoint ? "api.aws" : "amazonaws.com")}";

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        new(EndpointAddress);
}
