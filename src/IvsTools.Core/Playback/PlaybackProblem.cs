using IvsTools.Playback;
using IvsTools.Text;

namespace IvsTools;

/// <summary>One reason why a channel does not play, or one condition that a note describes.</summary>
/// <param name="Id">An ID to test for, such as NotLive or Expired.</param>
/// <param name="Message">One sentence.</param>
public sealed record PlaybackProblem(string Id, string Message)
{
    /// <summary>An ID to test for, such as NotLive or Expired.</summary>
    public string Id { get; } = Id;

    /// <summary>One sentence.</summary>
    public string Message { get; } = SafeText.Line(Message);

    /// <summary>What to do.</summary>
    public string RecommendedAction => PlaybackActions.For(Id);

    /// <summary>The sentence.</summary>
    public override string ToString() => Message;
}
