using IvsTools.Playback;
using IvsTools.Text;

namespace IvsTools;

/// <summary>A reason why a channel does not play, or a condition that a note describes.</summary>
/// <param name="Id">The ID of the problem, such as NotLive or Expired. Scripts can compare this ID.</param>
/// <param name="Message">The description of the problem.</param>
public sealed record PlaybackProblem(string Id, string Message)
{
    /// <summary>The ID of the problem, such as NotLive or Expired. Scripts can compare this ID.</summary>
    public string Id { get; } = Id;

    /// <summary>The description of the problem.</summary>
    public string Message { get; } = SafeText.Line(Message);

    /// <summary>The recommended action.</summary>
    public string RecommendedAction => PlaybackActions.For(Id);

    /// <summary>Returns the message.</summary>
    public override string ToString() => Message;
}
