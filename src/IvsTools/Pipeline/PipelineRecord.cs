using System.Management.Automation;

namespace IvsTools.Pipeline;

/// <summary>One record that is written for an input.</summary>
internal abstract record PipelineRecord
{
    /// <summary>Returns one record for each object, and an empty list if the value is null.</summary>
    public static IEnumerable<PipelineRecord> Outputs(object? value) => value switch
    {
        null => [],
        IEnumerable<object> many => many.SelectMany(Outputs),
        _ => [new Output(value)],
    };

    public abstract void Write(ICommandRuntime runtime);

    public sealed record Output(object Value) : PipelineRecord
    {
        public override void Write(ICommandRuntime runtime) => runtime.WriteObject(Value);
    }

    public sealed record Error(ErrorRecord Record) : PipelineRecord
    {
        public override void Write(ICommandRuntime runtime) => runtime.WriteError(Record);
    }

    public sealed record Warning(string Message) : PipelineRecord
    {
        public override void Write(ICommandRuntime runtime) => runtime.WriteWarning(Message);
    }
}
