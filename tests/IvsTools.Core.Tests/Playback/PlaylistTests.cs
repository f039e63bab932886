using System.Text;
using IvsTools.Playback;

namespace IvsTools.Core.Tests.Playback;

/// <summary>Reads the renditions of multivariant playlists, including playlists from a hostile server.</summary>
public sealed class PlaylistTests
{
    private const string Url = "https://example.com/api/video/v1/us-west-2.123456789012.channel.abcdABCDefgh.m3u8";
    private const string Type = "application/vnd.apple.mpegurl";
    private const string Tag = "#EXT-X-STREAM-INF:";

    private static readonly PlaybackTarget Target = PlaybackTarget.Parse(Url, "secret")!;

    [Fact]
    public void A_rendition_has_the_attributes_of_its_tag()
    {
        var (variant, url) = Assert.Single(Variants(
            Tag + "BANDWIDTH=1400000, RESOLUTION=852x480,CODECS=\"avc1.4D401F,mp4a.40.2\",VIDEO=\"480p\"\n"
                + "# comment\n\nmedia.m3u8?a=b\nother\n"));
        Assert.Equivalent(new PlaybackVariant("852x480", 1400000, "avc1.4D401F,mp4a.40.2"), variant);
        Assert.Equal("https://example.com/api/video/v1/media.m3u8?a=b", url.AbsoluteUri);
    }

    [Theory]
    [InlineData("media.m3u8", "https://example.com/api/video/v1/media.m3u8")]
    [InlineData("/media.m3u8", "https://example.com/media.m3u8")]
    [InlineData("//video.example.net/media.m3u8", "https://video.example.net/media.m3u8")]
    [InlineData("https://video.example.net/media.m3u8", "https://video.example.net/media.m3u8")]
    public void A_rendition_can_be_on_another_host(string line, string expected) =>
        Assert.Equal(expected, Assert.Single(Variants($"{Tag}BANDWIDTH=1\n{line}\n")).Url.AbsoluteUri);

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://example.com/media.m3u8")]
    [InlineData("ftp://example.com/media.m3u8")]
    [InlineData("data:text/plain,x")]
    [InlineData("\\\\host\\share\\media.m3u8")]
    [InlineData("https://example.com:99999/media.m3u8")]
    public void A_rendition_that_a_player_does_not_load_is_ignored(string line)
    {
        Assert.Empty(Variants($"{Tag}BANDWIDTH=1\n{line}\n"));
        Assert.Equal(2, Assert.Single(Variants($"{Tag}BANDWIDTH=1\n{line}\n{Tag}BANDWIDTH=2\nmedia.m3u8\n")).Variant.Bandwidth);
    }

    [Theory]
    [InlineData("BANDWIDTH=99999999999999999999")]
    [InlineData("BANDWIDTH=-1")]
    [InlineData("BANDWIDTH")]
    [InlineData("")]
    [InlineData("BANDWIDTH=\"")]
    [InlineData("NAME=\"BANDWIDTH=1\"")]
    public void An_attribute_that_cannot_be_read_is_null(string attributes) =>
        Assert.Null(Assert.Single(Variants($"{Tag}{attributes}\nmedia.m3u8\n")).Variant.Bandwidth);

    [Fact]
    public void The_token_is_replaced_and_control_characters_are_escaped()
    {
        var (variant, _) = Assert.Single(Variants($"{Tag}RESOLUTION=secret,CODECS=\"\e[2Jsecret\"\nmedia.m3u8\n"));
        Assert.Equal(("(token)", "\\u001B[2J(token)"), (variant.Resolution, variant.Codecs));
    }

    /// <summary>The time must be proportional to the length. With quadratic time, each case would take minutes.</summary>
    [Theory]
    [InlineData(Tag + "\n", 58_000, 0)]
    [InlineData(Tag + "\n#\n", 52_000, 0)]
    [InlineData("A", 1_000_000, 1)]
    [InlineData("A=\"", 330_000, 1)]
    [InlineData("A,", 500_000, 1)]
    [InlineData(", ", 500_000, 1)]
    [InlineData(" ", 1_000_000, 1)]
    public void A_playlist_of_the_maximum_length_is_read(string repeated, int times, int renditions)
    {
        var text = new StringBuilder(Tag).Insert(Tag.Length, repeated, times);
        if (renditions > 0)
            text.Append("\nmedia.m3u8\n");
        Assert.Equal(renditions, Variants(text.ToString()).Count);
    }

    private static IReadOnlyList<(PlaybackVariant Variant, Uri Url)> Variants(string text)
    {
        var (playlist, fault) = Playlist.Read(new PlaybackResponse(200, Type, Encoding.UTF8.GetBytes("#EXTM3U\n" + text)), new Uri(Url));
        Assert.Null(fault);
        return playlist!.Variants(Target);
    }
}
