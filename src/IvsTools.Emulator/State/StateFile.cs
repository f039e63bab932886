using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IvsTools.Keys;

namespace IvsTools.Emulator.State;

/// <summary>Keeps a state in a file from one run to the next. Stream keys are in it, so it is for its owner only.</summary>
/// <remarks>Players start again, rates are full, page tokens are void, and what takes its time is done.</remarks>
internal static class StateFile
{
    private const int Version = 1;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Replaces the file when the new one is whole.</summary>
    /// <exception cref="EmulatorStateException">It cannot be written.</exception>
    public static void Save(EmulatorState state, string path)
    {
        JsonObject content;
        lock (state)
        {
            state.Settling.Finish();
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

    /// <summary>Fills a new state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="path">The file; one that does not exist leaves the state empty.</param>
    /// <param name="baseUrl">Where the emulator listens now.</param>
    /// <exception cref="EmulatorStateException">It cannot be read, is not a state, or is that of another Region or account.</exception>
    public static void Load(EmulatorState state, string path, string baseUrl)
    {
        if (!File.Exists(path))
            return;
        try
        {
            var content = JsonNode.Parse(File.ReadAllBytes(path))!;
            if (content["version"]!.GetValue<int>() != Version)
                throw new EmulatorStateException($"'{path}' is of another version of the emulator.");
            var (region, accountId) = (content["region"]!.GetValue<string>(), content["accountId"]!.GetValue<string>());
            if (region != state.Region || accountId != state.AccountId)
                throw new EmulatorStateException($"'{path}' is the state of Region {region}, account {accountId}.");
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
        // Whatever is not as Save wrote it: no JSON, a member that is missing or of another type, an ARN that comes twice, a key that is none.
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or ArgumentException or FormatException or OverflowException or KeyException)
        {
            throw new EmulatorStateException($"'{path}' is not a state file of the emulator, or it is damaged.", e);
        }
    }

    // Playback URLs begin at the emulator, which may listen elsewhere now.
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
