using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace IvsTools.Service.Aws;

/// <summary>The SDK settings for Amazon IVS.</summary>
internal sealed class IvsClientConfig : ClientConfig
{
    public const string ServiceName = "ivs";

    private static readonly string Agent =
        InternalSDKUtils.BuildUserAgentString(ServiceName, typeof(IvsClientConfig).Assembly.GetName().Version!.ToString(3)) + " IvsTools";

    // The SDK requires a default configuration for each mode of AWS_DEFAULTS_MODE. The values are the same in all modes.
    private static readonly IDefaultConfiguration[] Defaults = [.. Enum.GetValues<DefaultConfigurationMode>().Select(mode =>
        new DefaultConfiguration { Name = mode, RetryMode = RequestRetryMode.Standard, ConnectTimeout = TimeSpan.FromSeconds(3.1) })];

    public IvsClientConfig(ConnectionSettings settings, string region)
        : base(new DefaultConfigurationProvider(Defaults))
    {
        ServiceId = ServiceName;
        AuthenticationServiceName = ServiceName;
        ClientSettings.Apply(this, settings, region);
    }

    public override string ServiceVersion => "2020-07-14";
    public override string UserAgent => Agent;
    public override string RegionEndpointServiceName => ServiceName;

    /// <summary>Indicates whether the endpoint differs from the AWS endpoint of the Region.</summary>
    public bool IsCustomEndpoint => !string.IsNullOrEmpty(ServiceURL);

    public string EndpointAddress => IsCustomEndpoint
        ? ServiceURL
        : $"https://ivs{(UseFIPSEndpoint ? "-fips" : "")}.{AuthenticationRegion}.{(UseDualstackEndpoint ? "api.aws" : "amazonaws.com")}";

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        new(EndpointAddress);
}
