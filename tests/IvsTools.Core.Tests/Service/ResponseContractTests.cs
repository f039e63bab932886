using System.Reflection;
using System.Text.Json.Nodes;
using IvsTools.Service;

namespace IvsTools.Core.Tests.Service;

/// <summary>Compares the operations and their response types with ivs-api.json.</summary>
public class ResponseContractTests
{
    private static readonly JsonObject Api = Load();

    public static TheoryData<string> Names => [.. All().Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Required_members_are_checked_and_optional_members_can_be_missing(string name)
    {
        var response = All().Single(operation => operation.Name == name).Response;
        var operation = Api["operations"]![name]!;
        var structure = operation["response"]?.GetValue<string>();
        if (structure is null || Members(structure).Count == 0)
        {
            Assert.Equal(typeof(EmptyResponse), response);
            return;
        }
        Check(response, structure, isResult: operation["resultRequired"]?.GetValue<bool>() is true, []);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_status_of_a_successful_response_is_the_status_in_the_API_data(string name) =>
        Assert.Equal(Api["operations"]![name]!["status"]!.GetValue<int>(), All().Single(operation => operation.Name == name).Status);

    [Theory]
    [MemberData(nameof(Names))]
    public void Operations_that_are_not_idempotent_are_not_repeated(string name)
    {
        string[] verbs = ["Create", "Import", "Insert", "Put"];
        var operation = typeof(Operations).GetField(name)!.GetValue(null)!;
        Assert.Equal(
            verbs.Any(verb => name.StartsWith(verb, StringComparison.Ordinal)),
            operation.GetType().GetProperty("MayLeave")!.GetValue(operation) is not null);
        Assert.Equal(
            name == "StopStream"
                ? "ChannelNotBroadcasting"
                : name.StartsWith("Delete", StringComparison.Ordinal) ? "ResourceNotFoundException" : null,
            operation.GetType().GetProperty("AlreadyDone")!.GetValue(operation));
    }

    private static void Check(Type type, string structure, bool isResult, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            return;
        var data = Members(structure);
        foreach (var member in ResponseContract.MembersOf(type))
        {
            // The structure of a summary has fewer members than the type, because the type also represents the complete resource.
            var inData = data[member.Name];
            var isDue = inData?["required"]?.GetValue<bool>() is true;
            var mayBeDue = isResult || (member.Name == "arn" && type.IsAssignableTo(typeof(IvsResource)));
            Assert.True(isDue ? member.IsRequired : !member.IsRequired || mayBeDue || inData is null, $"{structure}.{member.Name}");
            Assert.False(member.IsRequired && inData is null, $"{structure}.{member.Name} is not in the data");
            var inner = ResponseContract.EntryOf(member.Type) ?? member.Type;
            var shape = inData?["shape"]?.GetValue<string>();
            if (shape is not null && ResponseContract.IsStructure(inner))
                Check(inner, Api["shapes"]![shape]?["member"]?.GetValue<string>() ?? shape, isResult: false, seen);
        }
        Assert.All(data.Where(member => member.Value!["required"]?.GetValue<bool>() is true), member =>
            Assert.Contains(ResponseContract.MembersOf(type), known => known.Name == member.Key));
    }

    private static JsonObject Members(string structure) => Api["structures"]![structure]?.AsObject() ?? [];

    private static IEnumerable<(string Name, Type Response, int Status)> All() =>
        from field in typeof(Operations).GetFields(BindingFlags.Public | BindingFlags.Static)
        let operation = field.GetValue(null)!
        let type = operation.GetType()
        select (
            (string)type.GetProperty("Name")!.GetValue(operation)!,
            type.GetGenericArguments()[1],
            (int)type.GetProperty("Status")!.GetValue(operation)!);

    private static JsonObject Load()
    {
        using var stream = typeof(Operations).Assembly.GetManifestResourceStream("ivs-api.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
