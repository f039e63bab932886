using IvsTools.Service;

namespace IvsTools.Pipeline;

/// <summary>An input that is being processed.</summary>
/// <param name="Target">The target object of error records.</param>
/// <param name="Context">The context of the calls, or null if the input requires no calls.</param>
/// <param name="Arn">The ARN that determines the Region, or null.</param>
internal sealed record PipelineInput(object? Target, CallContext? Context = null, string? Arn = null);
