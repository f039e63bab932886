using System.Text.Json;
using System.Text.Json.Nodes;
using IvsTools.Service;

namespace IvsTools.Emulator.State;

/// <summary>Reads resources from the state file. A resource has the format of the API.</summary>
internal static class SavedResource
{
    /// <exception cref="JsonException">A required member is missing, or a member has another type.</exception>
    public static JsonObject Read(JsonNode? saved, Type record)
    {
        var resource = saved.Required().DeepClone().AsObject();
        var value = JsonSerializer.SerializeToElement(resource);
        ResponseContract.Check(value, record);
        value.Deserialize(WireJson.Default.GetTypeInfo(record)!);
        return resource;
    }

    /// <summary>Reads a resource that must have every member of its type, including the members that are optional in the API.</summary>
    /// <exception cref="JsonException">A member is missing or has another type.</exception>
    public static JsonObject ReadComplete(JsonNode? saved, Type record)
    {
        var resource = Read(saved, record);
        var missing = ResponseContract.MembersOf(record).FirstOrDefault(member => resource[member.Name] is null);
        return missing is null ? resource : throw new JsonException($"The {missing.Name} member is missing.");
    }
}
