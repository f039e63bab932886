namespace IvsTools.Emulator.Media;

/// <summary>The segment that is being written. All times are in milliseconds from the start of the stream.</summary>
internal sealed class OpenSegment(long start, AvcConfiguration? video, AacConfiguration? audio)
{
    private long _step = 1;

    public long Start { get; } = start;

    public AvcConfiguration? Video { get; } = video;

    public AacConfiguration? Audio { get; } = audio;

    public bool IsDiscontinuity { get; init; }

    /// <summary>The time of the newest picture or audio frame.</summary>
    public long Last { get; private set; } = start;

    public int Pictures { get; private set; }

    /// <summary>True before the first picture or audio frame.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>The end of the segment, assuming that the newest picture has the duration of the previous picture.</summary>
    public long End => Last + _step;

    public void AddPicture(long time)
    {
        Pictures++;
        IsEmpty = false;
        Add(time);
    }

    public void AddFrame(long time)
    {
        IsEmpty = false;
        if (Video is null)
            Add(time);
        else
            Last = Math.Max(Last, time);
    }

    private void Add(long time)
    {
        if (time <= Last)
            return;
        _step = time - Last;
        Last = time;
    }
}
