using IvsTools.Emulator;
using IvsTools.Service;

namespace IvsTools.Core.Tests.Service;

/// <summary>An emulator and a call context for one test.</summary>
public abstract class EmulatedService : IDisposable
{
    protected EmulatedService()
    {
        Emulator = EmulatorServer.Start();
        Context = new CallContext(IvsClient.For(Settings));
    }

    protected EmulatorServer Emulator { get; }

    protected CallContext Context { get; }

    protected ConnectionSettings Settings => SettingsOf(Emulator);

    public void Dispose()
    {
        Emulator.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static ConnectionSettings SettingsOf(EmulatorServer emulator) => new()
    {
        Region = emulator.Region,
        EndpointUrl = emulator.Url,
        AccessKey = emulator.AccessKeyId,
        SecretKey = emulator.SecretAccessKey,
    };

    protected Task<TResponse> Send<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class
        where TResponse : class => Context.SendAsync(operation, request, CancellationToken.None);

    protected async Task<IvsServiceException> Rejected<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class
        where TResponse : class => await Assert.ThrowsAsync<IvsServiceException>(() => Send(operation, request));
}
