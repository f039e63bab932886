using System.Text.Json.Serialization;

namespace IvsTools.Service;

/// <summary>Gets the tags of a resource. The ARN is sent in the path.</summary>
public sealed record ListTagsForResourceRequest([property: JsonIgnore] string ResourceArn);

/// <summary>The tags of the resource.</summary>
public sealed record ListTagsForResourceResponse(IReadOnlyDictionary<string, string> Tags);

/// <summary>Adds tags, or replaces the values of existing tags.</summary>
public sealed record TagResourceRequest([property: JsonIgnore] string ResourceArn, IReadOnlyDictionary<string, string> Tags);

/// <summary>Removes tags. The keys are sent in the query.</summary>
public sealed record UntagResourceRequest([property: JsonIgnore] string ResourceArn, [property: JsonIgnore] IReadOnlyList<string> TagKeys);
