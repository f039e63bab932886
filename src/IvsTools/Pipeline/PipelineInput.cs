using IvsTools.Service;

namespace IvsTools.Pipeline;

/// <summary>An input that is being processed.</summary>
/// <param name="Target">The target object of error records.</param>
/// <param name="Context">The context of the calls, or null if the input requires no calls.</param>
internal sealed record PipelineInput(object? Target, CallContext? Context = null);
