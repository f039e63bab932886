using System.Text.Json.Serialization;

namespace IvsTools.Service;

/// <summary>Asks for a resource's tags; the ARN travels in the path.</summary>
public sealed record ListTagsForResourceRequest([property: JsonIgnore] string ResourceArn);

/// <summary>The resource's tags.</summary>
public sealed record ListTagsForResourceResponse(IReadOnlyDictionary<string, string> Tags);

/// <summary>Adds tags, or gives new values to those that are there.</summary>
public sealed record TagResourceRequest([property: JsonIgnore] string ResourceArn, IReadOnlyDictionary<string, string> Tags);

/// <summary>Takes tags off; the keys travel in the query.</summary>
public sealed record UntagResourceRequest([property: JsonIgnore] string ResourceArn, [property: JsonIgnore] IReadOnlyList<string> TagKeys);
