using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace IvsTools.Service.Aws;

/// <summary>Creates clients of SDK packages, such as the client for AWS KMS, with the handlers of this project.</summary>
/// <remarks>
/// A subclass of each client could also add the handlers, but importing the module would then load the assemblies of these clients.
/// </remarks>
internal static class ClientPipelines
{
    // The settings of the client that this thread is creating.
    [ThreadStatic]
    private static ClientConfig? _config;

    static ClientPipelines() => RuntimePipelineCustomizerRegistry.Instance.Register(new Customizer());

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

        // The constructor of every SDK client in this process calls this method.
        public void Customize(Type type, RuntimePipeline pipeline)
        {
            if (_config is { } config)
                CallHandlers.AddTo(pipeline, config);
        }
    }
}
