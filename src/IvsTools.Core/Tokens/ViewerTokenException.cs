namespace IvsTools.Tokens;

/// <summary>Reports that a token breaks a rule.</summary>
public sealed class ViewerTokenException(ViewerTokenProblem problem) : Exception(problem.Message)
{
    /// <summary>A constant of <see cref="ViewerTokenProblemId"/>.</summary>
    public string ErrorId { get; } = problem.Id;
}
