using IvsTools.Service;

namespace IvsTools.Core.Tests.Service;

public class StreamKeyResetFaultTests
{
    private static readonly string[] Changes = ["done", "failed", "lost", "empty", "denied", "late", "bare"];

    // A read changes nothing, so one kind of failure is sufficient. To test every kind, set IVSTOOLS_FAULTS to all.
    private static readonly string[] Reads = Environment.GetEnvironmentVariable("IVSTOOLS_FAULTS") == "all"
        ? ["done", "failed", "empty", "denied", "late"]
        : ["done", "failed"];

    /// <summary>Enumerates all sequences of results as a tree, because the result of a call determines the next calls.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_sequence_of_faults_ends_with_a_key_or_a_correct_error(bool isCanceled)
    {
        var seen = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var path = new List<(int Outcome, int Of)>();
        do
        {
            var result = await RunAsync(path, isCanceled);
            seen[result] = seen.GetValueOrDefault(result) + 1;
        }
        while (MoveNext(path));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", seen.Select(kind => $"{kind.Key}: {kind.Value}")));
        Assert.Equal(["new", "no key", "old", "unknown", "unread"], seen.Keys);
        Assert.True(seen.Values.Sum() > 5000);
    }

    // Finds the last call in the path that has an untested result, selects the next result of this call, and removes all later calls.
    private static bool MoveNext(List<(int Outcome, int Of)> path)
    {
        while (path.Count > 0)
        {
            var (outcome, of) = path[^1];
            path.RemoveAt(path.Count - 1);
            if (outcome + 1 < of)
            {
                path.Add((outcome + 1, of));
                return true;
            }
        }
        return false;
    }

    private static async Task<string> RunAsync(List<(int Outcome, int Of)> path, bool isCanceled)
    {
        using var stop = new CancellationTokenSource();
        var channel = new Channel(path, () =>
        {
            if (isCanceled)
                stop.Cancel();
        });
        StreamKey? key = null;
        IvsServiceException? error = null;
        try
        {
            key = await StreamKeyReset.ResetAsync(new CallContext(channel), Channel.Arn, null, stop.Token);
        }
        catch (IvsServiceException e)
        {
            error = e;
        }
        var report = $"{string.Join(", ", channel.Calls)}: {key?.Arn ?? error!.Message}";
        switch (error?.ErrorCode)
        {
            case null:
                Assert.True(
                    channel.Keys.SequenceEqual([key!.Arn]) && key.Arn != Channel.OldKey && key.Value == "sk" && key.Tags!["team"] == "live",
                    report);
                return "new";
            case IvsErrorCode.ChannelHasNoStreamKey:
                Assert.True(channel.Keys.Count == 0 && channel.LastListWas("done"), report);
                return "no key";
            case IvsErrorCode.StreamKeyNotRead:
                Assert.True(
                    channel.Keys.Count == 1
                        && channel.Keys[0] != Channel.OldKey
                        && error!.Message.Contains(channel.Keys[0], StringComparison.Ordinal),
                    report);
                return "unread";
            case IvsErrorCode.StreamKeyUnknown:
                Assert.False(channel.LastListWas("done"), report);
                return "unknown";
            default:
                Assert.True(channel.Keys.SequenceEqual([Channel.OldKey]), report);
                // If the first read fails, no change is sent.
                Assert.True(
                    channel.Calls.Count == 1
                        || (error!.Message.Contains("still has its old stream key", StringComparison.Ordinal)
                            && channel.LastListWas("done")),
                    report);
                return "old";
        }
    }

    // A service with one channel. Its first calls have the specified outcomes. All later calls succeed.
    private sealed class Channel(List<(int Outcome, int Of)> outcomes, Action deleting) : ICaller
    {
        public const string Arn = "arn:aws:ivs:us-west-2:123456789012:channel/a";
        public const string OldKey = "arn:aws:ivs:us-west-2:123456789012:stream-key/0";

        private static readonly Dictionary<string, string> Tags = new() { ["team"] = "live" };

        public List<string> Keys { get; } = [OldKey];

        public List<string> Calls { get; } = [];

        public string Endpoint => "http://127.0.0.1";

        public TimeProvider Time { get; } = new NoPauses();

        public bool LastListWas(string outcome) =>
            Calls.Last(call => call.StartsWith("ListStreamKeys", StringComparison.Ordinal)).EndsWith(outcome, StringComparison.Ordinal);

        public Task<TResponse> SendAsync<TRequest, TResponse>(
            Operation<TRequest, TResponse> operation, TRequest request, Action<CallTrace>? trace, CancellationToken cancellationToken)
            where TRequest : class
            where TResponse : class
        {
            var kinds = operation.Name is "DeleteStreamKey" or "CreateStreamKey" ? Changes : Reads;
            if (Calls.Count == outcomes.Count)
                outcomes.Add((0, kinds.Length));
            var kind = kinds[outcomes[Calls.Count].Outcome];
            Calls.Add($"{operation.Name} {kind}");
            if (operation.Name == "DeleteStreamKey")
                deleting();
            return kind switch
            {
                "failed" => Reject("ServiceUnavailable"),
                "denied" => Reject("AccessDeniedException"),
                // The response contains a key without its value.
                "bare" when operation.Name == "CreateStreamKey" =>
                    Do(request, _ => Task.FromResult((TResponse)(object)new CreateStreamKeyResponse(new(Keys[0], Arn, null, null)))),
                "done" or "bare" => Do(request, response => Task.FromResult((TResponse)response)),
                "empty" => Do(request, _ => Reject(IvsErrorCode.InvalidResponse)),
                "late" => Do(request, _ => Reject(IvsErrorCode.OperationTimeout)),
                _ => Do(request, _ => Reject(IvsErrorCode.ConnectionFailed)),
            };

            Task<TResponse> Do(object sent, Func<object, Task<TResponse>> respond) => sent switch
            {
                ListStreamKeysRequest =>
                    respond(new ListStreamKeysResponse([.. Keys.Select(key => new StreamKey(key, Arn, null, Tags))], null)),
                GetStreamKeyRequest get => respond(new GetStreamKeyResponse(new StreamKey(get.Arn, Arn, "sk", Tags))),
                DeleteStreamKeyRequest delete =>
                    Keys.Remove(delete.Arn) ? respond(new EmptyResponse()) : Reject("ResourceNotFoundException"),
                CreateStreamKeyRequest when Keys.Count > 0 => Reject("ServiceQuotaExceededException"),
                CreateStreamKeyRequest create => respond(new CreateStreamKeyResponse(Created(create))),
                _ => throw new InvalidOperationException(operation.Name),
            };

            Task<TResponse> Reject(string code) =>
                Task.FromException<TResponse>(new IvsServiceException(code, $"{operation.Name} failed.") { Operation = operation.Name });
        }

        private StreamKey Created(CreateStreamKeyRequest create)
        {
            Keys.Add($"arn:aws:ivs:us-west-2:123456789012:stream-key/{Calls.Count}");
            return new StreamKey(Keys[^1], Arn, "sk", create.Tags);
        }
    }

    /// <summary>A clock whose pauses end immediately, and whose time limits never elapse.</summary>
    private sealed class NoPauses : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime >= TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(5))
                callback(state);
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
