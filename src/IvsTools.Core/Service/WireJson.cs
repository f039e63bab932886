using System.Text.Json.Serialization;

namespace IvsTools.Service;

/// <summary>The JSON serialization of the types of the operations.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(ServiceText)])]
internal sealed partial class WireJson : JsonSerializerContext;
