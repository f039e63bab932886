using System.Text;

namespace IvsTools.Keys;

/// <summary>Finds the PEM blocks in the bytes of a text: UTF-8 with or without a mark, UTF-16 with one.</summary>
internal static class PemBlocks
{
    /// <summary>The blocks, which the caller clears; <paramref name="error"/> says why there is none.</summary>
    public static List<PemBlock> Find(ReadOnlySpan<byte> text, out KeyException? error)
    {
        var encoding = text switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
        var chars = new char[encoding.GetMaxCharCount(text.Length)];
        try
        {
            var length = encoding.GetChars(text, chars);
            return Find(chars.AsSpan(0, length), out error);
        }
        finally
        {
            Array.Clear(chars);
        }
    }

    /// <summary>True if a CMS message is what the text holds.</summary>
    public static bool IsCms(byte[] content)
    {
        if (DerForm.IsOneSequence(content))
            return DerForm.LabelOf(content) == PemLabel.Cms;
        var blocks = Find(content, out _);
        blocks.ForEach(block => block.Clear());
        return blocks.Exists(block => block.Label is PemLabel.Cms or PemLabel.Pkcs7);
    }

    private static List<PemBlock> Find(ReadOnlySpan<char> text, out KeyException? error)
    {
        var pem = new PemReader();
        pem.AddText(text);
        pem.EndSource();
        var blocks = new List<PemBlock>();
        error = null;
        while (pem.TryRead(out var item))
        {
            if (item.Block is not null)
                blocks.Add(item.Block);
            error ??= item.Error;
        }
        return blocks;
    }
}
