using IvsTools.Text;

namespace IvsTools;

/// <summary>A problem or a note in a report about a viewer token. A note does not make the token invalid.</summary>
public sealed class ViewerTokenProblem(string Id, string Message)
{
    /// <summary>The ID of the problem or note, such as Expired. Scripts can compare this ID.</summary>
    public string Id { get; } = Id;

    /// <summary>The description of the problem or note.</summary>
    public string Message { get; } = SafeText.Line(Message);

    /// <summary>Returns the message.</summary>
    public override string ToString() => Message;
}
