using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>Adds the handlers of this project to clients of the SDK.</summary>
/// <remarks>A subclass could also add the handlers, but the import of the module would then load the assembly of the client.</remarks>
internal static class ClientPipelines
{
    // The settings of the client that this thread is creating.
    [ThreadStatic]
    private static ClientConfig? _config;

    static ClientPipelines() => RuntimePipelineCustomizerRegistry.Instance.Register(new Customizer());

    /// <summary>Creates a client with the handlers.</summary>
    public static TClient Create<TClient>(ClientConfig config, Func<TClient> make)
    {
        _config = config;
        try
        {
            return make();
        }
        finally
        {
            _config = null;
        }
    }

    private sealed class Customizer : IRuntimePipelineCustomizer
    {
        public string UniqueName => nameof(IvsTools);

        // Called by the constructor of every client in this process.
        public void Customize(Type type, RuntimePipeline pipeline)
        {
            if (_config is { } config)
                CallHandlers.AddTo(pipeline, config);
        }
    }
}
