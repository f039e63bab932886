namespace IvsTools.Tokens;

/// <summary>A token that breaks a rule. The message is one sentence.</summary>
public sealed class ViewerTokenException(ViewerTokenProblem problem) : Exception(problem.Message)
{
    /// <summary>One of <see cref="ViewerTokenProblemId"/>.</summary>
    public string ErrorId { get; } = problem.Id;
}
