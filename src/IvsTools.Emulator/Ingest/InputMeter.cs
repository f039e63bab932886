using IvsTools.Emulator.Media;

namespace IvsTools.Emulator.Ingest;

/// <summary>Measures the recent input of a stream. Thread-safe.</summary>
internal sealed class InputMeter(TimeProvider time)
{
    // The health changes to STARVING below 50 percent of the expected media, and back to HEALTHY at 80 percent.
    private const double Starving = 0.5;
    private const double Recovered = 0.8;
    private const int BitsPerByte = 8;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Restarted = TimeSpan.FromSeconds(10);

    private readonly object _lock = new();
    private readonly Queue<Sample> _samples = new();
    private readonly long _start = time.GetTimestamp();
    private Sample _total;
    private uint? _lastTimestamp;

    /// <summary>True if the encoder sends too little media.</summary>
    public bool IsStarving { get; private set; }

    /// <summary>The measured rates. Null before the end of the first window.</summary>
    public InputRates? Rates { get; private set; }

    public void Add(MediaPacket packet)
    {
        if (packet.Kind == MediaKind.Data)
            return;
        lock (_lock)
        {
            var advance = TimeSpan.FromMilliseconds(unchecked((int)(packet.Timestamp - (_lastTimestamp ?? packet.Timestamp))));
            // Audio and video packets alternate, so a timestamp can be slightly lower than the previous timestamp.
            if (_lastTimestamp is null || advance > TimeSpan.Zero || advance < -Restarted)
                _lastTimestamp = packet.Timestamp;
            _total = _total with
            {
                Media = _total.Media + (advance > TimeSpan.Zero ? advance : TimeSpan.Zero),
                VideoBytes = _total.VideoBytes + (packet.Kind == MediaKind.Video ? packet.Payload.Length : 0),
                AudioBytes = _total.AudioBytes + (packet.Kind == MediaKind.Audio ? packet.Payload.Length : 0),
                Frames = _total.Frames + (packet.Kind == MediaKind.Video ? 1 : 0),
            };
        }
    }

    /// <summary>Updates the properties. Returns false before the end of the first window.</summary>
    public bool Check()
    {
        lock (_lock)
        {
            var now = _total with { Elapsed = time.GetElapsedTime(_start) };
            _samples.Enqueue(now);
            while (_samples.Count > 2 && now.Elapsed - _samples.ElementAt(1).Elapsed >= Window)
                _samples.Dequeue();
            var first = _samples.Peek();
            if (now.Elapsed - first.Elapsed < Window)
                return false;
            var media = now.Media - first.Media;
            var ratio = media / (now.Elapsed - first.Elapsed);
            IsStarving = ratio < (IsStarving ? Recovered : Starving);
            // The rates are calculated from the timestamps, because an encoder can send a file faster than real time.
            if (media > TimeSpan.Zero)
            {
                Rates = new InputRates(
                    Rate((now.VideoBytes - first.VideoBytes) * BitsPerByte, media),
                    Rate((now.AudioBytes - first.AudioBytes) * BitsPerByte, media),
                    Rate(now.Frames - first.Frames, media));
            }
            return true;
        }
    }

    private static int Rate(long count, TimeSpan media) => (int)Math.Min(int.MaxValue, Math.Round(count / media.TotalSeconds));

    private readonly record struct Sample(TimeSpan Elapsed, TimeSpan Media, long VideoBytes, long AudioBytes, long Frames);
}
