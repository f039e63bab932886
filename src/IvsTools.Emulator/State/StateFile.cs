using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IvsTools.Keys;

namespace IvsTools.Emulator.State;

/// <summary>
/// Stores the resources of all Regions and accounts in a file. The file contains stream keys, so only the owner of the file can read it.
/// </summary>
/// <remarks>Playback sessions and page tokens are not saved.</remarks>
internal static class StateFile
{
    private const int Version = 2;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes the whole state to a new file, and then replaces the state file with it.</summary>
    /// <exception cref="EmulatorStateException">The file cannot be written.</exception>
    public static void Save(ScopedStates states, string path)
    {
        lock (states)
        {
            var content = new JsonObject
            {
                ["version"] = Version,
                ["clockAhead"] = states.Time.Ahead.ToString("c", null),
                ["viewerCountry"] = states.ViewerCountry,
                ["states"] = new JsonArray([.. states.All.Select(Save)]),
            };
            try
            {
                using var file = new PendingFile(path, ownerOnly: true);
                file.Write(Encoding.UTF8.GetBytes(content.ToJsonString(Indented)));
                file.Replace();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new EmulatorStateException($"The state cannot be saved: {e.Message}", e);
            }
        }
    }

    // The path is checked when the emulator starts. If the file could not be created at the end, the state would be lost.
    private static void RequireWritable(string path)
    {
        if (Directory.Exists(path))
            throw new EmulatorStateException($"The state cannot be saved: '{path}' is a folder, not a file.");
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            throw new EmulatorStateException($"The state cannot be saved: the folder of '{path}' does not exist.");
        try
        {
            new PendingFile(path, ownerOnly: true).Dispose();
            if (File.Exists(path))
                RequireFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmulatorStateException($"The state cannot be saved: {e.Message}", e);
        }
    }

    // If the path is a pipe, a read would block until another program writes to the pipe. Opening it for both reading and writing does
    // not block.
    private static void RequireFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        if (!file.CanSeek)
            throw new IOException($"'{path}' is a pipe or a device, not a file.");
    }

    /// <summary>Loads the saved states when an emulator starts. If the file does not exist, the states stay empty.</summary>
    /// <exception cref="EmulatorStateException">
    /// The file cannot be read, is not valid, or contains a Region or account that the emulator does not accept.
    /// </exception>
    public static void Load(ScopedStates states, Func<Scope, bool> isReachable, string path, string baseUrl, string? ingestEndpoint)
    {
        RequireWritable(path);
        if (!File.Exists(path))
            return;
        try
        {
            var content = JsonNode.Parse(File.ReadAllBytes(path)).Required();
            if (content.Required("version").GetValue<int>() != Version)
                throw new EmulatorStateException($"'{path}' was saved by another version of the emulator.");
            Move(content, baseUrl, ingestEndpoint);
            foreach (var saved in content.Required("states").AsArray())
            {
                var scope = new Scope(saved.Text("region"), saved.Text("accountId"));
                if (!isReachable(scope))
                {
                    throw new EmulatorStateException(
                        $"'{path}' contains the state of Region {scope.Region}, account {scope.AccountId}, "
                            + "but this emulator does not accept requests for that Region and account.");
                }
                Load(states.Of(scope), saved.Required());
            }
            states.ViewerCountry = content["viewerCountry"]?.GetValue<string>();
            states.Time.Advance(TimeSpan.Parse(content.Text("clockAhead"), System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmulatorStateException($"The state cannot be loaded: {e.Message}", e);
        }
        // The content is invalid. For example, it is not JSON, a member is missing, or an ARN appears twice.
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or ArgumentException or FormatException or OverflowException
                or KeyException)
        {
            throw new EmulatorStateException($"'{path}' is not a state file of the emulator, or it is damaged.", e);
        }
    }

    private static JsonObject Save(EmulatorState state) => new()
    {
        ["region"] = state.Region,
        ["accountId"] = state.AccountId,
        ["resources"] = new JsonObject(state.Tables.Select(table => KeyValuePair.Create(table.Name, (JsonNode?)table.Table.Save()))),
        ["publicKeys"] = new JsonObject(state.PublicKeys.Select(key => KeyValuePair.Create(key.Key, (JsonNode?)key.Value.Pem))),
        ["streams"] = state.Streams.Save(),
        ["playback"] = state.Playback.Save(),
        ["delayed"] = state.DelayedTransitions.Save(),
    };

    private static void Load(EmulatorState state, JsonNode saved)
    {
        foreach (var (name, table) in state.Tables)
            table.Load(saved.Required("resources").Required(name).AsArray());
        foreach (var (arn, pem) in saved.Required("publicKeys").AsObject())
        {
            var item = PemReader.ReadAll(pem.Required().GetValue<string>())[0];
            state.PublicKeys.Add(arn, PlaybackPublicKey.Read(item.Block ?? throw item.Error!));
        }
        state.Streams.Load(saved.Required("streams").AsArray());
        state.Playback.Load(saved.Required("playback").AsObject());
        state.DelayedTransitions.Load(saved.Required("delayed").AsArray());
    }

    // Playback URLs and ingest endpoints contain the emulator's address, which can have changed.
    private static void Move(JsonNode? node, string baseUrl, string? ingestEndpoint)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                Move(item, baseUrl, ingestEndpoint);
        }
        if (node is not JsonObject members)
            return;
        foreach (var (name, value) in members.ToList())
        {
            if (name == "playbackUrl")
                members[name] = baseUrl + new Uri(value.Required().GetValue<string>()).PathAndQuery;
            else if (name == "ingestEndpoint")
                members[name] = ingestEndpoint ?? IngestHost.Of(members);
            else
                Move(value, baseUrl, ingestEndpoint);
        }
    }
}
