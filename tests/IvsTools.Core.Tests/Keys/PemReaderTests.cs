using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IvsTools.Keys;

namespace IvsTools.Core.Tests.Keys;

public class PemReaderTests
{
    private const string Block = "-----BEGIN PUBLIC KEY-----\nAQIDBAUG\nBwgJCgsM\n-----END PUBLIC KEY-----\n";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData(" ")]
    [InlineData("\\n")]
    public void Reads_a_block_with_any_line_ending(string lineEnd)
    {
        var block = Assert.Single(Read(Block.TrimEnd().Replace("\n", lineEnd, StringComparison.Ordinal))).Block;
        Assert.Equal("PUBLIC KEY", block!.Label);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], block.Der);
    }

    [Fact]
    public void Reads_blocks_that_are_surrounded_by_text()
    {
        var items = Read($"subject=viewer\n{Block}\nnotes\n  {Block.Replace("\n", "  \n", StringComparison.Ordinal)}the end");
        Assert.Equal(2, items.Count);
        Assert.All(items, item => Assert.Equal(12, item.Block!.Der.Length));
        Assert.Equal([2, 8], items.Select(item => item.Block!.Line));
    }

    [Theory]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAQID\n", KeyErrorId.IncompletePem)]
    [InlineData("AQID\n-----END PUBLIC KEY-----\n", KeyErrorId.IncompletePem)]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAQID\n-----END CERTIFICATE-----\n", KeyErrorId.IncompletePem)]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAQ!D\n-----END PUBLIC KEY-----\n", KeyErrorId.InvalidKey)]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAQI\n-----END PUBLIC KEY-----\n", KeyErrorId.InvalidKey)]
    [InlineData("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n", KeyErrorId.InvalidKey)]
    [InlineData("Dear operations", KeyErrorId.NotPem)]
    [InlineData("", KeyErrorId.NotPem)]
    public void Incomplete_or_missing_PEM_is_reported_with_its_error_ID_and_a_recommended_action(string text, string errorId)
    {
        var error = Assert.Single(Read(text)).Error!;
        Assert.Equal(errorId, error.ErrorId);
        Assert.False(string.IsNullOrEmpty(error.RecommendedAction));
    }

    [Fact]
    public void Reports_the_line_of_invalid_base64() =>
        Assert.Contains(
            "line 3",
            Assert.Single(Read("-----BEGIN PUBLIC KEY-----\nAQID\nAQ!D\n-----END PUBLIC KEY-----")).Error!.Message,
            StringComparison.Ordinal);

    [Fact]
    public void Base64_without_a_BEGIN_line_causes_an_error_that_recommends_adding_the_line() =>
        Assert.Contains(
            "BEGIN", Assert.Single(Read(Convert.ToBase64String(new byte[120]))).Error!.RecommendedAction, StringComparison.Ordinal);

    [Fact]
    public void A_block_is_incomplete_if_another_block_interrupts_it()
    {
        var items = Read($"-----BEGIN PUBLIC KEY-----\nAQID\n{Block}");
        Assert.Equal(KeyErrorId.IncompletePem, items[0].Error!.ErrorId);
        Assert.NotNull(items[1].Block);
    }

    [Fact]
    public void Each_block_keeps_the_line_number_of_its_BEGIN_line()
    {
        var pem = new PemReader();
        var number = 0;
        foreach (var line in (Block + Block).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            pem.AddLine(line, number++);
        pem.EndSource(number);
        Assert.Equal([0, 4], Drain(pem).Select(item => item.State));
    }

    [Theory]
    [InlineData("AQID\n-----END PUBLIC KEY-----", KeyErrorId.IncompletePem)]
    [InlineData("only text", KeyErrorId.NotPem)]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAQID", KeyErrorId.IncompletePem)]
    public void An_incomplete_source_does_not_affect_the_next_source(string first, string errorId)
    {
        var pem = new PemReader();
        pem.AddText(first + "\r");
        pem.EndSource();
        Assert.Equal(errorId, Assert.Single(Drain(pem)).Error!.ErrorId);
        pem.AddText("notes\n");
        pem.EndSource();
        Assert.Equal(KeyErrorId.NotPem, Assert.Single(Drain(pem)).Error!.ErrorId);
        pem.EndSource();
        Assert.Empty(Drain(pem));
        pem.AddText(Block);
        pem.EndSource();
        Assert.Equal(1, Assert.Single(Drain(pem)).Block!.Line);
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void A_long_label_is_truncated_in_messages(int length, bool isCut)
    {
        var label = new string('A', length);
        var message = Assert.Single(Read($"-----BEGIN {label}-----\nAQID")).Error!.Message;
        Assert.Equal(isCut, message.Contains('…', StringComparison.Ordinal));
        Assert.Equal(!isCut, message.Contains(label, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public void A_block_of_50_million_characters_causes_one_error_and_uses_little_memory(string lineEnd)
    {
        var pem = new PemReader();
        pem.AddLine("-----BEGIN PUBLIC KEY-----");
        var chunk = new string('A', 4000) + lineEnd;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 12_500; i++)
            pem.AddText(chunk);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
        pem.AddLine("\n-----END PUBLIC KEY-----");
        pem.AddLine(Block);
        pem.EndSource();
        var items = Drain(pem);
        Assert.Equal(KeyErrorId.InvalidKey, items[0].Error!.ErrorId);
        Assert.NotNull(items[1].Block);
        Assert.Equal(2, items.Count);
    }

    [Property]
    public bool Text_in_chunks_of_any_size_gives_the_same_items(NonNegativeInt seed)
    {
        var text = $"x\r\n{Block}y\r{Block.Replace("\n", "\r\n", StringComparison.Ordinal)}-----BEGIN A-----\nAQID\n-----END B-----\n";
        var random = new Random(seed.Get);
        var pem = new PemReader();
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(random.Next(1, 12), text.Length - at);
            pem.AddText(text.AsSpan(at, length));
            at += length;
        }
        pem.EndSource();
        return Drain(pem).Select(Describe).SequenceEqual(Read(text).Select(Describe));
    }

    [Property]
    public bool Arbitrary_text_does_not_cause_an_exception(string? text)
    {
        Read((text ?? string.Empty) + "-----BEGIN " + text);
        return true;
    }

    private static string Describe(PemItem item) =>
        item.Error is { } error
            ? error.ErrorId + error.Message
            : $"{item.Block!.Label} {item.Block.Line} {Convert.ToHexString(item.Block.Der)}";

    private static List<PemItem> Read(string text)
    {
        var pem = new PemReader();
        pem.AddText(text);
        pem.EndSource();
        return Drain(pem);
    }

    private static List<PemItem> Drain(PemReader pem)
    {
        var items = new List<PemItem>();
        while (pem.TryRead(out var item))
            items.Add(item);
        return items;
    }
}
