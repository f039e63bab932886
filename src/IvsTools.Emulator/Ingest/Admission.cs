using System.Text.Json.Nodes;
using IvsTools.Emulator.Api;
using IvsTools.Emulator.State;

namespace IvsTools.Emulator.Ingest;

/// <summary>Finds the channel of a stream key and starts its stream.</summary>
internal sealed class Admission(ScopedStates states, TimeProvider time)
{
    // After StopStream, a new encoder can connect before the previous encoder's connection is closed. The new encoder waits
    // for the task of the channel, which completes when the previous stream has ended.
    private readonly Dictionary<string, Task> _ends = new(StringComparer.Ordinal);

    /// <param name="streamKey">The value of the stream key.</param>
    /// <param name="isSecure">True for RTMPS.</param>
    /// <param name="cut">Disconnects the encoder when another client ends the stream.</param>
    /// <returns>The stream, and a task that completes when the channel's previous stream has ended.</returns>
    /// <exception cref="IngestException">The emulator does not accept the encoder.</exception>
    public (Broadcast Broadcast, Task Previous) Admit(string streamKey, bool isSecure, Action cut)
    {
        lock (states)
        {
            var (state, channel) = Find(streamKey);
            var arn = ResourceTable.ArnOf(channel);
            if (!isSecure && !channel["insecureIngest"]!.GetValue<bool>())
            {
                throw new IngestException(
                    IngestReason.InsecureConnection, "The channel requires RTMPS because its insecureIngest is false.", arn);
            }
            if (state.IsLive(arn))
                throw new IngestException(IngestReason.ChannelLive, "The channel is already live.", arn);
            try
            {
                state.StartStream(channel, cut);
            }
            catch (ApiException e)
            {
                throw new IngestException(IngestReason.QuotaExceeded, e.Message, arn);
            }
            var broadcast = new Broadcast(states, state, arn, state.Media.Of(arn), time);
            var previous = _ends.GetValueOrDefault(arn, Task.CompletedTask);
            _ends[arn] = broadcast.Ended;
            _ = broadcast.Ended.ContinueWith(
                end => Forget(arn, end), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return (broadcast, previous);
        }
    }

    /// <summary>
    /// Removes the media that players can no longer request. Without this method, the media would remain in memory until the next
    /// request of a player or an encoder.
    /// </summary>
    public void RemoveEndedMedia()
    {
        lock (states)
        {
            foreach (var state in states.All)
                state.Media.RemoveEnded();
        }
    }

    private (EmulatorState State, JsonObject Channel) Find(string streamKey)
    {
        foreach (var state in states.All)
        {
            if (state.StreamKeys.All.FirstOrDefault(key => key.Text("value") == streamKey) is { } found)
                return (state, state.Channels.Get(found.Text("channelArn")));
        }
        throw new IngestException(
            IngestReason.UnknownStreamKey, "No channel has the stream key. The key never existed, was deleted or was reset.");
    }

    private void Forget(string channelArn, Task end)
    {
        lock (states)
        {
            if (_ends.GetValueOrDefault(channelArn) == end)
                _ends.Remove(channelArn);
        }
    }
}
