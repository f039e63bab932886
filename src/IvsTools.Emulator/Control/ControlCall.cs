using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.Control;

/// <summary>The contents of a control request.</summary>
internal sealed record ControlCall(string Arn, IReadOnlyDictionary<string, string> Query, JsonObject Input)
{
    /// <exception cref="ApiException">The member is not a string.</exception>
    public string? Text(string member) => Input[member] is { } node ? Read<string>(node, member) : null;

    /// <exception cref="ApiException">The member has another type.</exception>
    public T? Value<T>(string member)
        where T : struct => Input[member] is { } node ? Read<T>(node, member) : null;

    /// <summary>Makes a change. If the value is out of range, the client receives a validation error.</summary>
    /// <param name="member">
    /// The name of the member, which is added to the error message. Null if the message of the exception already contains the name.
    /// </param>
    /// <param name="change">The change. It throws an exception if the value is out of range.</param>
    /// <exception cref="ApiException">The value is out of range.</exception>
    public static void Apply(string? member, Action change)
    {
        try
        {
            change();
        }
        // TimeSpan.FromSeconds and TimeSpan.FromMilliseconds throw an OverflowException if the number is too large.
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw ApiException.Validation(member is null ? e.Message : $"The value of the member '{member}' is not valid: {e.Message}");
        }
    }

    private static T Read<T>(JsonNode node, string member) =>
        node is JsonValue value && value.TryGetValue<T>(out var read)
            ? read
            : throw ApiException.Validation($"The member '{member}' must be {Description(typeof(T))}.");

    private static string Description(Type type) =>
        type == typeof(string) ? "a string"
        : type == typeof(bool) ? "true or false"
        : type == typeof(double) ? "a number"
        : "an integer";
}
