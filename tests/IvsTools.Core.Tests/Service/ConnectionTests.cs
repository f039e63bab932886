using System.Security.Authentication;
using IvsTools.Service;
using IvsTools.Service.Aws;
using Microsoft.Extensions.Time.Testing;

namespace IvsTools.Core.Tests.Service;

public sealed class ConnectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Profiles => _folder["profiles"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_profile_credential_with_a_control_character_is_not_sent()
    {
        using var server = new HostileServer("200 OK");
        Write("aws_session_token = a\u0001b");
        var client = TestClient.For(FromProfile() with { EndpointUrl = server.Url, Region = "us-west-2" });
        var e = await Assert.ThrowsAsync<IvsServiceException>(
            () => client.SendAsync(Operations.CreateChannel, new(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(IvsErrorCode.InvalidCredentials, e.ErrorCode);
        Assert.False(e.IsUncertain);
        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_wait_for_credentials_ends_at_the_time_limit_or_when_the_call_is_canceled(bool isCanceled)
    {
        using var folder = new ProgramFolder();
        folder.Run("mkfifo", "silent");
        await File.WriteAllLinesAsync(
            Profiles, ["[studio]", $"credential_process = cat {folder["silent"]}"], TestContext.Current.CancellationToken);
        using var server = new HostileServer("200 OK");
        using var stop = new CancellationTokenSource();
        var client = TestClient.For(FromProfile() with
        {
            EndpointUrl = server.Url,
            Region = "us-west-2",
            Timeout = isCanceled ? TimeSpan.FromHours(1) : TimeSpan.FromMilliseconds(300),
        });
        var call = client.SendAsync(Operations.CreateChannel, new(), cancellationToken: stop.Token);
        // FileStream waits until cat opens the pipe for reading. From then on, the call waits for the output of cat.
        var opening = Task.Run(
            () => new FileStream(folder["silent"], FileMode.Open, FileAccess.Write), TestContext.Current.CancellationToken);
        using (await opening)
        {
            if (isCanceled)
                await stop.CancelAsync();
            var ended = await Record.ExceptionAsync(() => call.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
            if (isCanceled)
            {
                Assert.IsAssignableFrom<OperationCanceledException>(ended);
            }
            else
            {
                Assert.Equal(
                    (IvsErrorCode.OperationTimeout, false), ended is IvsServiceException e ? (e.ErrorCode, e.IsUncertain) : default);
            }
        }
        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData("The proxy 'http://user:hunter2@proxy:8080/' failed.")]
    [InlineData("The proxy 'http://user:a@hunter2@proxy:8080/' failed.")]
    [InlineData("The proxy http://user:hunter2@proxy failed.")]
    public void An_error_and_its_inner_exceptions_do_not_contain_the_proxy_password(string text)
    {
        var e = new IvsServiceException("x", text, new HttpRequestException(text, new IOException(text)));
        Assert.DoesNotContain("hunter2", e.ToString(), StringComparison.Ordinal);
        Assert.Contains("proxy", e.Message, StringComparison.Ordinal);
        var cause = Assert.IsType<CauseException>(e.InnerException!.InnerException);
        Assert.StartsWith("System.IO.IOException: ", cause.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us-west-2.example.com/")]
    [InlineData("us-west-2#")]
    [InlineData("-")]
    public void An_invalid_Region_in_a_profile_causes_an_error(string region)
    {
        Write($"region = {region}");
        Assert.Equal(IvsErrorCode.InvalidRegion, Rejected(FromProfile()));
    }

    [Fact]
    public void A_profile_without_its_SSO_session_is_not_reported_as_an_invalid_Region()
    {
        Write("sso_session = missing", "sso_account_id = 123456789012", "sso_role_name = admin");
        Assert.Equal(IvsErrorCode.NoCredentials, Rejected(FromProfile()));
    }

    [Theory]
    [InlineData("http://user:pass@127.0.0.1/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("127.0.0.1")]
    [InlineData("/")]
    public void An_endpoint_of_a_profile_is_validated_like_an_argument(string endpoint)
    {
        Write("region = us-west-2", $"endpoint_url = {endpoint}");
        Assert.Equal(IvsErrorCode.InvalidEndpoint, Rejected(FromProfile()));
    }

    [Theory]
    [InlineData("http://127.0.0.1:4566?x=1", "query")]
    [InlineData("http://127.0.0.1:4566/#x", "fragment")]
    [InlineData("http://127.0.0.1:4566 ", "'http://127.0.0.1:4566 '")]
    [InlineData("127.0.0.1:4566", "such as http://127.0.0.1:4566.")]
    [InlineData("http://127.0.0.1:99999", "such as http://localhost:4566.")]
    [InlineData("ftp://127.0.0.1", "such as http://localhost:4566.")]
    public void The_error_for_an_invalid_endpoint_explains_the_problem(string endpoint, string says)
    {
        var rejected = Assert.Throws<IvsServiceException>(() => TestClient.For(new() { Region = "us-west-2", EndpointUrl = endpoint }));
        Assert.Equal(IvsErrorCode.InvalidEndpoint, rejected.ErrorCode);
        Assert.Contains(says, rejected.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("use_fips_endpoint = true", "https://ivs-fips.us-west-2.amazonaws.com")]
    [InlineData("use_dualstack_endpoint = true", "https://ivs.us-west-2.api.aws")]
    [InlineData("use_fips_endpoint = false", "https://ivs.us-west-2.amazonaws.com")]
    public void The_endpoint_settings_of_a_profile_apply(string line, string endpoint)
    {
        Write("region = us-west-2", line);
        Assert.Equal(endpoint, TestClient.For(FromProfile()).Endpoint);
    }

    [Theory]
    [InlineData("fips-us-west-2")]
    [InlineData("us-west-2-fips")]
    public void A_pseudo_Region_selects_the_FIPS_endpoint_of_its_Region(string region)
    {
        var config = new IvsClientConfig(new(), region);
        Assert.Equal(("us-west-2", "https://ivs-fips.us-west-2.amazonaws.com"), (config.AuthenticationRegion, config.EndpointAddress));
        config = new IvsClientConfig(new() { EndpointUrl = "http://localhost:4566" }, region);
        Assert.Equal("us-west-2", config.AuthenticationRegion);
    }

    [Theory]
    [InlineData("http://localhost:4566/a/b/", "http://localhost:4566/a/b")]
    [InlineData("http://localhost:4566/a/b//", "http://localhost:4566/a/b")]
    public void The_slash_at_the_end_of_a_path_is_removed(string given, string endpoint)
    {
        Assert.Equal(endpoint, TestClient.For(new() { Region = "us-west-2", EndpointUrl = given }).Endpoint);
        Write("region = us-west-2", $"endpoint_url = {given}");
        Assert.Equal(endpoint, TestClient.For(FromProfile()).Endpoint);
    }

    [Theory]
    [InlineData("", "is a folder")]
    [InlineData("missing", "does not exist")]
    [InlineData("profiles", "does not contain the profile 'other'")]
    public void The_error_for_an_unknown_profile_explains_the_problem_of_the_file(string path, string says)
    {
        Write();
        var rejected = Assert.Throws<IvsServiceException>(() => TestClient.For(
            new() { ProfileName = "other", ProfileLocation = Path.Combine(_folder.Path, path), Region = "us-west-2" }));
        Assert.Equal(IvsErrorCode.UnknownProfile, rejected.ErrorCode);
        Assert.Contains(says, rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_is_reused_until_its_profile_changes()
    {
        Write("region = us-west-2");
        var client = TestClient.For(FromProfile());
        Assert.Same(client, TestClient.For(FromProfile()));
        Write("region = eu-west-1");
        Assert.Contains("eu-west-1", TestClient.For(FromProfile()).Endpoint, StringComparison.Ordinal);
    }

    [Fact]
    public void The_content_of_a_profile_file_is_not_kept_to_detect_a_change()
    {
        Write("aws_secret_access_key = hunter2");
        Assert.DoesNotContain(
            SdkEnvironment.Snapshot(Profiles), text => text?.Contains("hunter2", StringComparison.Ordinal) is true);
    }

    [Fact]
    public void A_change_to_the_target_of_a_link_applies_to_the_next_call()
    {
        // As in a Kubernetes volume, the file is a link to a file in a folder that is also a link.
        foreach (var (folder, region) in new[] { ("old", "us-west-2"), ("new", "eu-west-1") })
        {
            Directory.CreateDirectory(_folder[folder]);
            WriteTo(_folder[$"{folder}/profiles"], $"region = {region}");
        }
        Directory.CreateSymbolicLink(_folder["..data"], "old");
        File.CreateSymbolicLink(Profiles, "..data/profiles");
        Assert.Contains("us-west-2", TestClient.For(FromProfile()).Endpoint, StringComparison.Ordinal);
        WriteTo(_folder["old/profiles"], "region = ap-south-1");
        Assert.Contains("ap-south-1", TestClient.For(FromProfile()).Endpoint, StringComparison.Ordinal);
        Directory.Delete(_folder["..data"]);
        Directory.CreateSymbolicLink(_folder["..data"], "new");
        Assert.Contains("eu-west-1", TestClient.For(FromProfile()).Endpoint, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_profile_of_a_file_is_used_if_no_profile_name_is_specified()
    {
        File.WriteAllLines(Profiles, ["[default]", "region = ap-south-1", "aws_access_key_id = AKIA", "aws_secret_access_key = secret"]);
        var settings = new ConnectionSettings { ProfileLocation = Profiles };
        Assert.Contains("ap-south-1", TestClient.For(settings).Endpoint, StringComparison.Ordinal);
        Assert.Equal("AKIA", Credentials.ProfileOf(settings)!.Options.AccessKey);
        Assert.Equal(
            IvsErrorCode.UnknownProfile, Rejected(new() { ProfileLocation = _folder["missing"], Region = "us-west-2" }));
    }

    [Fact]
    public async Task A_client_is_not_reused_after_a_failure_of_its_credentials()
    {
        using var server = new HostileServer("403 Forbidden", body: """{"__type":"ExpiredTokenException"}""");
        Write();
        var settings = FromProfile() with { EndpointUrl = server.Url, Region = "us-west-2" };
        var client = TestClient.For(settings);
        var e = await Assert.ThrowsAsync<IvsServiceException>(
            () => client.SendAsync(Operations.CreateChannel, new(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal("ExpiredTokenException", e.ErrorCode);
        Assert.NotSame(client, TestClient.For(settings));
    }

    [Fact]
    public async Task A_failed_program_for_credentials_runs_again_in_the_next_call()
    {
        using var folder = new ProgramFolder();
        await File.WriteAllLinesAsync(
            Profiles, ["[studio]", $"credential_process = cat {folder["late"]}"], TestContext.Current.CancellationToken);
        using var server = new HostileServer("200 OK");
        var settings = FromProfile() with { EndpointUrl = server.Url, Region = "us-west-2" };
        var client = TestClient.For(settings);
        await Assert.ThrowsAsync<IvsServiceException>(
            () => client.SendAsync(Operations.CreateChannel, new(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.NotSame(client, TestClient.For(settings));
    }

    [Fact]
    public async Task Clients_share_connections()
    {
        const string body = """{"channels":[]}""";
        using var server = new HostileServer(async (stream, stop) =>
        {
            do
                await HostileServer.WriteAsync(stream, $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}", stop);
            while (await stream.ReadAtLeastAsync(new byte[64 * 1024], 1, throwOnEndOfStream: false, stop) > 0);
        });
        foreach (var key in new[] { "AKIA1", "AKIA2", "AKIA3" })
        {
            var client = TestClient.For(new() { Region = "us-west-2", EndpointUrl = server.Url, AccessKey = key, SecretKey = "secret" });
            var response = await client.SendAsync(
                Operations.ListChannels, new(), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Empty(response.Channels);
        }
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public void The_least_recently_used_clients_are_removed()
    {
        var made = 0;
        var cache = new ClientCache<IvsClient>(size: 2, settings =>
        {
            made++;
            return TestClient.For(settings);
        });
        ConnectionSettings Of(string secret) => new() { Region = "us-west-2", AccessKey = "AKIA", SecretKey = secret };
        var first = cache.Get(Of("1"), TestContext.Current.CancellationToken);
        Assert.NotSame(first, cache.Get(Of("2"), TestContext.Current.CancellationToken));
        Assert.Same(first, cache.Get(Of("1"), TestContext.Current.CancellationToken));
        cache.Get(Of("3"), TestContext.Current.CancellationToken);
        cache.Get(Of("1"), TestContext.Current.CancellationToken);
        Assert.Equal(3, made);
        cache.Get(Of("2"), TestContext.Current.CancellationToken);
        Assert.Equal(4, made);
        cache.Get(Of("2") with { Time = new FakeTimeProvider() }, TestContext.Current.CancellationToken);
        Assert.Equal(5, made);
    }

    [Fact]
    public void A_configuration_that_cannot_be_read_causes_the_error_NoCredentials()
    {
        var cause = new TypeInitializationException("T", new InvalidDataException("The file cannot be read."));
        var cache = new ClientCache<IvsClient>(size: 2, _ => throw cause);
        var error = Assert.Throws<IvsServiceException>(
            () => cache.Get(new() { Region = "us-west-2" }, TestContext.Current.CancellationToken));
        Assert.Equal(IvsErrorCode.NoCredentials, error.ErrorCode);
    }

    [Fact]
    public void A_fault_of_the_module_is_not_reported_as_an_error_of_the_configuration()
    {
        var cache = new ClientCache<IvsClient>(size: 2, _ => throw new KeyNotFoundException());
        Assert.Throws<KeyNotFoundException>(() => cache.Get(new() { Region = "us-west-2" }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_error_for_a_connection_timeout_shows_that_no_request_was_sent()
    {
        Assert.Equal(
            IvsErrorCode.ConnectionFailed,
            CallFailure.Explain(new TimeoutException(), SentCall(), "http://192.0.2.1", null, new(), "us-west-2").ErrorCode);
        Assert.True(IvsRetryPolicy.CannotHaveBeenDone(new TimeoutException()));
    }

    [Fact]
    public void An_untrusted_certificate_is_named_as_the_cause_of_a_failed_connection()
    {
        var rejected = new HttpRequestException("See inner exception.", new AuthenticationException("The certificate is not trusted."));
        var explained = CallFailure.Explain(rejected, SentCall(), "https://127.0.0.1", null, new(), "us-west-2");
        Assert.Equal(IvsErrorCode.ConnectionFailed, explained.ErrorCode);
        Assert.EndsWith("The certificate is not trusted.", explained.Message, StringComparison.Ordinal);
        Assert.Contains("certificate", explained.RecommendedAction, StringComparison.Ordinal);
    }

    private static CallState SentCall() => new()
    {
        Service = "Amazon IVS",
        Prefix = "ivs",
        Operation = "CreateChannel",
        RateLimit = new RateLimit(5, isOn: false, TimeProvider.System),
        MayLeave = "A channel may have been created",
        IsSent = true,
    };

    private static string Rejected(ConnectionSettings settings) =>
        Assert.Throws<IvsServiceException>(() => TestClient.For(settings)).ErrorCode;

    private ConnectionSettings FromProfile() => new() { ProfileName = "studio", ProfileLocation = Profiles };

    private void Write(params string[] lines) => WriteTo(Profiles, lines);

    private static void WriteTo(string path, params string[] lines) =>
        File.WriteAllLines(path, ["[studio]", "aws_access_key_id = AKIA", "aws_secret_access_key = secret", .. lines]);
}
