using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.State;

/// <summary>The resources of one kind, in the order of their creation.</summary>
internal sealed class ResourceTable
{
    private readonly List<JsonObject> _inOrder = [];
    private readonly Dictionary<string, JsonObject> _byArn = new(StringComparer.Ordinal);

    public int Count => _inOrder.Count;

    public IReadOnlyList<JsonObject> All => _inOrder;

    public void Add(JsonObject resource)
    {
        _inOrder.Add(resource);
        _byArn.Add(ArnOf(resource), resource);
    }

    public JsonObject? TryGet(string arn) => _byArn.GetValueOrDefault(arn);

    /// <exception cref="ApiException">There is none: it was never here, or belongs to another Region or account.</exception>
    public JsonObject Get(string arn) => TryGet(arn) ?? throw ApiException.NotFound(arn);

    /// <summary>Puts a changed resource where it was.</summary>
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
    }

    public void Clear()
    {
        _inOrder.Clear();
        _byArn.Clear();
    }

    public static string ArnOf(JsonObject resource) => resource["arn"]!.GetValue<string>();
}
