namespace IvsTools.Tokens;

/// <summary>A token that cannot be made as asked. The message is one sentence for a person.</summary>
public sealed class ViewerTokenException(ViewerTokenProblem problem) : Exception(problem.Message)
{
    /// <summary>One of <see cref="ViewerTokenProblemId"/>.</summary>
    public string ErrorId { get; } = problem.Id;
}
