using System.Text.Json;

namespace IvsTools.Keys;

/// <summary>
/// Finds a private key in a JSON object whose privateKey member contains the PEM text. Code samples store private keys in this form.
/// </summary>
internal static class KeyJson
{
    private static readonly string[] Names = ["privateKey", "private_key"];

    /// <summary>Returns true if this is a name for members that contain a private key.</summary>
    public static bool IsPrivateKey(string? name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the key text, which the caller zeroes. Returns null if the content is not JSON with a private key.</summary>
    public static byte[]? PrivateKey(ReadOnlySpan<byte> content)
    {
        if (content.TrimStart(" \t\r\n\uFEFF"u8) is not [(byte)'{', ..] json)
            return null;
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isKey = IsPrivateKey(reader.GetString());
                reader.Read();
                if (isKey && reader.TokenType == JsonTokenType.String)
                    return Value(ref reader);
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // The content is not JSON. The caller tries the other formats and reports their errors.
        }
        return null;
    }

    private static byte[] Value(ref Utf8JsonReader reader)
    {
        var buffer = SecretMemory.Allocate<byte>(reader.ValueSpan.Length);
        try
        {
            return SecretMemory.Copy(buffer.AsSpan(0, reader.CopyString(buffer)));
        }
        finally
        {
            Array.Clear(buffer);
        }
    }
}
