using System.Text.Json;
using System.Text.Json.Serialization;
using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>
/// Escapes control characters in the text of a response, so that they cannot control a terminal. Rejects text in a
/// request if JSON cannot represent the text.
/// </summary>
/// <remarks>The API does not accept values with control characters, so no valid value is changed.</remarks>
internal sealed class ServiceText : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SafeText.Inert(reader.GetString())!;

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SafeText.Inert(reader.GetString())!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Sendable(value));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(Sendable(value));

    private static string Sendable(string value) => SafeText.IsWellFormed(value)
        ? value
        : throw new IvsServiceException(
            IvsErrorCode.InvalidText,
            $"{SafeText.Quote(value)} contains an incomplete character: a surrogate without its pair. Nothing was sent.")
        {
            RecommendedAction = "Correct the text. It may have been cut in the middle of an emoji.",
        };
}
