using IvsTools.Emulator;
using IvsTools.Service;

namespace IvsTools.Core.Tests.Service;

/// <summary>An emulator and a call context for one test.</summary>
public abstract class EmulatedService : IDisposable
{
    protected EmulatedService()
    {
        Emulator = EmulatorServer.Start();
        Context = new CallContext(TestClient.For(Settings));
    }

    protected EmulatorServer Emulator { get; }

    private protected CallContext Context { get; }

    private protected ConnectionSettings Settings => SettingsOf(Emulator);

    public void Dispose()
    {
        Emulator.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static ConnectionSettings SettingsOf(EmulatorServer emulator) => new()
    {
        Region = emulator.Region,
        EndpointUrl = emulator.Url,
        AccessKey = emulator.AccessKeyId,
        SecretKey = emulator.SecretAccessKey,
    };

    private protected Task<TResponse> Send<TRequest, TResponse>(Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class
        where TResponse : class => Context.SendAsync(operation, request, CancellationToken.None);

    private protected async Task<IvsServiceException> Rejected<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request)
        where TRequest : class
        where TResponse : class => await Assert.ThrowsAsync<IvsServiceException>(() => Send(operation, request));
}
