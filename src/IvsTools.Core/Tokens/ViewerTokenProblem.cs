using IvsTools.Text;

namespace IvsTools;

/// <summary>One problem of a viewer token.</summary>
/// <param name="Id">An ID to test for, such as Expired.</param>
/// <param name="Message">One sentence.</param>
public sealed class ViewerTokenProblem(string Id, string Message)
{
    /// <summary>An ID to test for, such as Expired.</summary>
    public string Id { get; } = Id;

    /// <summary>One sentence.</summary>
    public string Message { get; } = SafeText.Line(Message);

    /// <summary>The sentence.</summary>
    public override string ToString() => Message;
}
