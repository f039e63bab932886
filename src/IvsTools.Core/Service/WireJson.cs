using System.Text.Json.Serialization;

namespace IvsTools.Service;

/// <summary>Serializes the requests and responses as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(ServiceText)])]
internal sealed partial class WireJson : JsonSerializerContext;
