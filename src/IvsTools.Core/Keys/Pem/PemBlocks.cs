using System.Text;

namespace IvsTools.Keys;

/// <summary>
/// Finds the blocks in the bytes of a file or a text. The bytes are either one binary block or PEM text in UTF-8 or
/// UTF-16.
/// </summary>
internal static class PemBlocks
{
    public const int LongestMark = 3;
    private const string UnknownForm = "binary";

    /// <summary>Returns the encoding that the byte order mark indicates, and the length of the mark.</summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> content, out int mark)
    {
        (mark, var encoding) = content switch
        {
            [0xFF, 0xFE, ..] => (2, Encoding.Unicode),
            [0xFE, 0xFF, ..] => (2, Encoding.BigEndianUnicode),
            [0xEF, 0xBB, 0xBF, ..] => (3, Encoding.UTF8),
            _ => (0, Encoding.UTF8),
        };
        return encoding;
    }

    /// <summary>
    /// Returns the valid blocks, which the caller clears. If a block is not valid or no block is found,
    /// <paramref name="error"/> contains the reason.
    /// </summary>
    public static List<PemBlock> Find(ReadOnlySpan<byte> content, out KeyException? error, Func<string, string?>? pathParameter = null)
    {
        error = null;
        if (DerForm.IsOneSequence(content))
        {
            var der = SecretMemory.Copy(content);
            return [new PemBlock(DerForm.LabelOf(der) ?? UnknownForm, der, line: 0)];
        }
        var encoding = EncodingOf(content, out var mark);
        content = content[mark..];
        var chars = SecretMemory.Allocate<char>(encoding.GetMaxCharCount(content.Length));
        try
        {
            var length = encoding.GetChars(content, chars);
            var blocks = new List<PemBlock>();
            foreach (var item in PemReader.ReadAll(chars.AsSpan(0, length), pathParameter))
            {
                if (item.Block is not null)
                    blocks.Add(item.Block);
                error ??= item.Error;
            }
            return blocks;
        }
        finally
        {
            Array.Clear(chars);
        }
    }
}
