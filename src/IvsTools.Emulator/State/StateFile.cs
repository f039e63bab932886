using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IvsTools.Keys;

namespace IvsTools.Emulator.State;

/// <summary>Stores a state in a file between runs. The file contains stream keys, so only its owner can read it.</summary>
/// <remarks>After loading, playback sessions are gone, rate limits are full, page tokens are invalid, and slow changes are complete.</remarks>
internal static class StateFile
{
    private const int Version = 1;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Replaces the file when the new one is complete.</summary>
    /// <exception cref="EmulatorStateException">The file cannot be written.</exception>
    public static void Save(EmulatorState state, string path)
    {
        JsonObject content;
        lock (state)
        {
            state.DelayedTransitions.Finish();
            content = new JsonObject
            {
                ["version"] = Version,
                ["region"] = state.Region,
                ["accountId"] = state.AccountId,
                ["clockAhead"] = state.Time.Ahead.ToString("c", null),
                ["resources"] = new JsonObject(state.Tables.Select(table => KeyValuePair.Create(table.Name, (JsonNode?)table.Table.Save()))),
                ["publicKeys"] = new JsonObject(state.PublicKeys.Select(key => KeyValuePair.Create(key.Key, (JsonNode?)key.Value.Pem))),
                ["streams"] = state.Streams.Save(),
                ["playback"] = state.Playback.Save(),
            };
        }
        try
        {
            using var file = new PendingFile(path, ownerOnly: true);
            file.Write(Encoding.UTF8.GetBytes(content.ToJsonString(Indented)));
            file.Keep(overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmulatorStateException($"The state cannot be saved: {e.Message}", e);
        }
    }

    /// <summary>Loads a new state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="path">The file. If it does not exist, the state stays empty.</param>
    /// <param name="baseUrl">The current URL of the emulator.</param>
    /// <exception cref="EmulatorStateException">The file cannot be read, is not a state, or is from another Region or account.</exception>
    public static void Load(EmulatorState state, string path, string baseUrl)
    {
        if (!File.Exists(path))
            return;
        try
        {
            var content = JsonNode.Parse(File.ReadAllBytes(path))!;
            if (content["version"]!.GetValue<int>() != Version)
                throw new EmulatorStateException($"'{path}' was saved by another version of the emulator.");
            var (region, accountId) = (content["region"]!.GetValue<string>(), content["accountId"]!.GetValue<string>());
            if (region != state.Region || accountId != state.AccountId)
                throw new EmulatorStateException($"'{path}' contains the state of Region {region}, account {accountId}.");
            MovePlayback(content, baseUrl);
            foreach (var (name, table) in state.Tables)
                table.Load(content["resources"]![name]!.AsArray());
            foreach (var (arn, pem) in content["publicKeys"]!.AsObject())
                state.PublicKeys.Add(arn, PlaybackPublicKey.Read(PemReader.ReadAll(pem!.GetValue<string>())[0].Block!));
            state.Streams.Load(content["streams"]!.AsArray());
            state.Playback.Load(content["playback"]!.AsObject());
            state.Time.Advance(TimeSpan.Parse(content["clockAhead"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmulatorStateException($"The state cannot be loaded: {e.Message}", e);
        }
        // Anything that Save does not write: invalid JSON, a missing or wrong member, a duplicate ARN, an invalid key.
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or ArgumentException or FormatException or OverflowException or KeyException)
        {
            throw new EmulatorStateException($"'{path}' is not a state file of the emulator, or it is damaged.", e);
        }
    }

    // Playback URLs start with the URL of the emulator, which can be different now.
    private static void MovePlayback(JsonNode? node, string baseUrl)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                MovePlayback(item, baseUrl);
        }
        if (node is not JsonObject members)
            return;
        foreach (var (name, value) in members.ToList())
        {
            if (name == "playbackUrl")
                members[name] = baseUrl + new Uri(value!.GetValue<string>()).PathAndQuery;
            else
                MovePlayback(value, baseUrl);
        }
    }
}
