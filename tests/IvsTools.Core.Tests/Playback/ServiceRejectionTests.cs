using System.Text;
using System.Text.Json;
using IvsTools.Playback;
using IvsTools.Tokens;

namespace IvsTools.Core.Tests.Playback;

/// <summary>Reads the JSON of a response that rejects playback.</summary>
public sealed class ServiceRejectionTests
{
    [Theory]
    [InlineData(404, "stream_not_found", "", PlaybackProblemId.NotLive)]
    [InlineData(404, "transcode_does_not_exist", "", PlaybackProblemId.NotLive)]
    [InlineData(404, "not_found", "", PlaybackProblemId.ChannelNotFound)]
    [InlineData(404, "other", "", PlaybackProblemId.Unknown)]
    [InlineData(410, "stream_not_found", "", PlaybackProblemId.Unknown)]
    [InlineData(451, null, "playback from US is not allowed", PlaybackProblemId.Unknown)]
    [InlineData(403, null, "token contains an invalid number of segments", ViewerTokenProblemId.WrongSegmentCount)]
    [InlineData(403, null, "Playback from US is not allowed.", PlaybackProblemId.CountryNotAllowed)]
    [InlineData(403, null, "Your region is restricted", PlaybackProblemId.CountryNotAllowed)]
    [InlineData(403, null, "The viewer was revoked", PlaybackProblemId.ViewerRevoked)]
    [InlineData(403, null, "token has already been used", PlaybackProblemId.TokenUsed)]
    [InlineData(403, null, "The origin https://a.com is not allowed", ViewerTokenProblemId.OriginNotAllowed)]
    [InlineData(403, null, "token is expired", ViewerTokenProblemId.Expired)]
    [InlineData(403, null, "signature is invalid", ViewerTokenProblemId.WrongSignature)]
    [InlineData(403, null, "unable to perform request", PlaybackProblemId.Unknown)]
    public void The_code_or_the_message_of_a_rejection_determines_the_problem(int status, string? code, string message, string id)
    {
        var rejection = Read(status, JsonSerializer.Serialize(new[] { new { error = message, error_code = code } }));
        Assert.Equal((code, message, id), (rejection!.Code, rejection.Message, rejection.Problem(isMedia: false, hasToken: true)));
    }

    [Theory]
    [InlineData(200, """[{"error":"x"}]""")]
    [InlineData(302, """[{"error":"x"}]""")]
    [InlineData(429, """[{"error":"x"}]""")]
    [InlineData(500, """[{"error":"x"}]""")]
    [InlineData(403, "")]
    [InlineData(403, "[]")]
    [InlineData(403, "null")]
    [InlineData(403, "[null]")]
    [InlineData(403, """{"error":"x"}""")]
    [InlineData(403, """[{"error":5}]""")]
    [InlineData(403, """[{"message":"x"}]""")]
    [InlineData(403, """[{"error":"\ud800"}]""")]
    [InlineData(403, "<html>")]
    public void Only_a_response_with_the_status_and_format_of_a_rejection_is_read_as_a_rejection(int status, string body) =>
        Assert.Null(Read(status, body));

    [Fact]
    public void Deeply_nested_JSON_is_not_a_rejection() => Assert.Null(Read(403, new string('[', 10_000)));

    /// <summary>The search for words takes quadratic time: without a limit, a long message would take minutes.</summary>
    [Theory]
    [InlineData("region ")]
    [InlineData("pages of ")]
    public void A_message_over_the_length_limit_is_not_searched(string repeated)
    {
        var message = new StringBuilder().Insert(0, repeated, 1_000_000 / repeated.Length).ToString();
        Assert.Null(Read(403, JsonSerializer.Serialize(new[] { new { error = message } }))?.Problem(isMedia: false, hasToken: true));
    }

    private static ServiceRejection? Read(int status, string body) =>
        ServiceRejection.Read(new PlaybackResponse(status, "application/json", Encoding.UTF8.GetBytes(body)));
}
