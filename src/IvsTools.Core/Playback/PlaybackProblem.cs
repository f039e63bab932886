using IvsTools.Playback;
using IvsTools.Text;

namespace IvsTools;

/// <summary>A problem or a note in a report about playback. A note does not prevent playback.</summary>
public sealed class PlaybackProblem(string Id, string Message)
{
    /// <summary>The ID of the problem or note, such as NotLive or Expired. Scripts can compare this ID.</summary>
    public string Id { get; } = Id;

    /// <summary>The description of the problem or note.</summary>
    public string Message { get; } = SafeText.Line(Message);

    /// <summary>The recommended action.</summary>
    public string RecommendedAction { get; internal init; } = PlaybackActions.For(Id);

    /// <summary>Returns the message.</summary>
    public override string ToString() => Message;
}
