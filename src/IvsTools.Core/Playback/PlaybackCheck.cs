using IvsTools.Keys;

namespace IvsTools.Playback;

/// <summary>Requests playback URLs as a player does and explains the responses.</summary>
/// <param name="keys">The public keys that can verify the tokens. If the collection is empty, signatures are not checked.</param>
/// <param name="channelArn">The expected channel. If the value is null, the URL can be for any channel.</param>
/// <param name="origin">The origin of the web page that contains the player. The value is null if the player is not on a web page.</param>
/// <param name="timeout">The maximum time of each request.</param>
internal sealed class PlaybackCheck(IReadOnlyCollection<PlaybackPublicKey> keys, string? channelArn, string? origin, TimeSpan timeout)
    : IDisposable
{
    private readonly PlaybackClient _client = new(timeout);

    /// <summary>Gets the multivariant playlist and its first media playlist.</summary>
    /// <exception cref="Service.IvsServiceException">The service did not return a complete response.</exception>
    public async Task<PlaybackReport> RunAsync(PlaybackTarget target, CancellationToken cancellationToken = default)
    {
        var multivariant = await _client.GetAsync(target, target.Url, origin, cancellationToken).ConfigureAwait(false);
        var finding = new PlaybackFinding(target, keys, origin, multivariant.Time);
        if (channelArn is not null && channelArn != target.ChannelArn)
        {
            finding.Add(
                PlaybackProblemId.UrlOfOtherChannel,
                $"The URL is the playback URL of {target.ChannelArn}, not of {channelArn}.");
        }
        var last = multivariant;
        var variants = finding.ReadMultivariant(multivariant);
        if (variants.Count > 0)
        {
            last = await _client.GetAsync(target, variants[0].Url, origin, cancellationToken).ConfigureAwait(false);
            finding.ReadMedia(last, variants[0].Url);
        }
        finding.CompareClocks(multivariant.ClockSkew);
        return finding.Report with
        {
            HttpStatus = last.Status,
            ClockSkew = multivariant.ClockSkew,
            Variants = SettingText.ListOf([.. variants.Select(found => found.Variant)]),
        };
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _client.Dispose();
}
