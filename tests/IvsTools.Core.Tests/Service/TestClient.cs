using IvsTools.Service;

namespace IvsTools.Core.Tests.Service;

internal static class TestClient
{
    public static IvsClient For(ConnectionSettings settings) => IvsClient.For(settings, TestContext.Current.CancellationToken);
}
