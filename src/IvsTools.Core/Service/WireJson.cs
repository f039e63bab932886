using System.Text.Json.Serialization;

namespace IvsTools.Service;

/// <summary>The JSON of the operations' types.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(ServiceText)])]
internal sealed partial class WireJson : JsonSerializerContext;
