using System.Collections;
using System.Management.Automation;
using IvsTools.Keys;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Accepts PEM text as a string, an array of lines, or bytes. The values can have the note properties that Get-Content adds.
/// </summary>
/// <remarks>
/// For other input, the exception has an inner PSInvalidCastException, which makes PowerShell bind the rows of Import-Csv by
/// property name. A parameter of type string[] would convert the rows to text instead.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class PemTextTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        switch (PSValue.Unwrap(inputData))
        {
            case PemText[] done:
                return done;
            case IList list when BytesOf(list) is { } file:
                return new[] { new PemText(Text(file), SourceOf(inputData)) };
            case IList lines:
                var source = SourceOf(inputData);
                var pieces = new PemText[lines.Count];
                for (var i = 0; i < pieces.Length; i++)
                    pieces[i] = Piece(lines[i], source);
                return pieces;
            default:
                return new[] { Piece(inputData, source: null) };
        }
    }

    private static PemText Piece(object? value, string? source) => PSValue.Unwrap(value) switch
    {
        string text => new PemText(text, SourceOf(value) ?? source),
        // Get-Content -AsByteStream returns single bytes, which are characters because PEM is ASCII.
        byte one => new PemText(((char)one).ToString(), SourceOf(value) ?? source, endsLine: false),
        _ => throw NotText(value),
    };

    private static byte[]? BytesOf(IList list)
    {
        if (list is byte[] bytes)
            return bytes;
        var items = list.Cast<object?>().Select(PSValue.Unwrap);
        return list.Count > 0 && items.All(item => item is byte) ? [.. items.Cast<byte>()] : null;
    }

    private static string Text(byte[] file)
    {
        var encoding = PemBlocks.EncodingOf(file, out var mark);
        return encoding.GetString(file.AsSpan(mark));
    }

    private static string? SourceOf(object? value) => (value as PSObject)?.Properties["PSPath"]?.Value as string;

    private static ArgumentTransformationMetadataException NotText(object? value)
    {
        var message =
            $"PEM text is required, not {PSValue.Unwrap(value)?.GetType().Name ?? "nothing"}. "
                + "For files, use -Path or -LiteralPath.";
        return new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message));
    }
}
