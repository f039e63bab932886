using System.Text.Json;
using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.State;

/// <summary>The resources of one type, in order of creation.</summary>
/// <param name="record">The .NET type of the resources, such as <see cref="Channel"/>.</param>
internal sealed class ResourceTable(Type record)
{
    private readonly List<JsonObject> _inOrder = [];
    private readonly Dictionary<string, JsonObject> _byArn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _places = new(StringComparer.Ordinal);
    private long _lastPlace;

    public int Count => _inOrder.Count;

    public IReadOnlyList<JsonObject> All => _inOrder;

    public void Add(JsonObject resource)
    {
        _inOrder.Add(resource);
        _byArn.Add(ArnOf(resource), resource);
        _places.Add(ArnOf(resource), ++_lastPlace);
    }

    /// <summary>Returns the position of a resource in the order of creation. A position is not used again.</summary>
    public long PlaceOf(JsonObject resource) => _places[ArnOf(resource)];

    public JsonObject? TryGet(string arn) => _byArn.GetValueOrDefault(arn);

    /// <exception cref="ApiException">The resource does not exist, or belongs to another Region or account.</exception>
    public JsonObject Get(string arn) => TryGet(arn) ?? throw ApiException.NotFound(arn);

    public void Replace(JsonObject changed)
    {
        var arn = ArnOf(changed);
        _inOrder[_inOrder.IndexOf(Get(arn))] = changed;
        _byArn[arn] = changed;
    }

    public void Remove(string arn)
    {
        _inOrder.Remove(Get(arn));
        _byArn.Remove(arn);
        _places.Remove(arn);
    }

    public void Clear()
    {
        _inOrder.Clear();
        _byArn.Clear();
        _places.Clear();
    }

    public JsonArray Save() => new([.. _inOrder.Select(resource => resource.DeepClone())]);

    /// <exception cref="JsonException">A resource is not valid.</exception>
    public void Load(JsonArray saved)
    {
        foreach (var resource in saved)
            Add(SavedResource.ReadComplete(resource, record));
    }

    public static string ArnOf(JsonObject resource) => resource.Text("arn");
}
