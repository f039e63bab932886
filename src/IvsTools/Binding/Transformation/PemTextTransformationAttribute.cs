using System.Collections;
using System.Management.Automation;

namespace IvsTools.Binding.Transformation;

/// <summary>
/// Accepts text in every form that PowerShell passes: a string, an array of lines, with or without the note properties of Get-Content.
/// </summary>
/// <remarks>
/// For other input, it throws an exception with an inner PSInvalidCastException. PowerShell treats this exception as "does not bind by
/// value", so that the rows of Import-Csv bind by property name. A parameter of type string[] would convert the rows to text.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class PemTextTransformationAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var source = SourceOf(inputData);
        switch (PSValue.Unwrap(inputData))
        {
            case string text:
                return new[] { new PemText(text, source) };
            case PemText[] done:
                return done;
            case IList lines:
                var pieces = new PemText[lines.Count];
                for (var i = 0; i < pieces.Length; i++)
                {
                    pieces[i] = PSValue.Unwrap(lines[i]) is string piece
                        ? new PemText(piece, SourceOf(lines[i]) ?? source)
                        : throw NotText(lines[i]);
                }
                return pieces;
            default:
                throw NotText(inputData);
        }
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
