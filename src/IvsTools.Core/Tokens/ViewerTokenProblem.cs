using IvsTools.Text;

namespace IvsTools;

/// <summary>A problem of a viewer token, or a condition that a note describes.</summary>
/// <param name="Id">The ID of the problem, such as Expired. Scripts can compare this ID.</param>
/// <param name="Message">The description of the problem.</param>
public sealed class ViewerTokenProblem(string Id, string Message)
{
    /// <summary>The ID of the problem, such as Expired. Scripts can compare this ID.</summary>
    public string Id { get; } = Id;

    /// <summary>The description of the problem.</summary>
    public string Message { get; } = SafeText.Line(Message);

    /// <summary>Returns the message.</summary>
    public override string ToString() => Message;
}
