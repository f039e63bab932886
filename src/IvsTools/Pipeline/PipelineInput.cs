using IvsTools.Service;

namespace IvsTools.Pipeline;

/// <summary>An input whose work is in progress.</summary>
/// <param name="Target">The target of an error about the input.</param>
/// <param name="Context">The context of its calls. Null for an input without calls.</param>
internal sealed record PipelineInput(object? Target, CallContext? Context = null);
