namespace IvsTools.Emulator;

/// <summary>Sets environment variables so that AWS clients in this process and its child processes use an emulator while it runs.</summary>
/// <remarks>
/// Several emulators can set the variables, and restore them in any order. The last emulator applies.
/// After all emulators have restored the variables, the variables have their original values.
/// </remarks>
internal sealed class EmulatorEnvironment : IDisposable
{
    private static readonly List<EmulatorEnvironment> InOrder = [];

    private readonly Dictionary<string, string> _values;
    private Dictionary<string, string?> _before;

    private EmulatorEnvironment(Dictionary<string, string> values)
    {
        _values = values;
        _before = values.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
    }

    public static EmulatorEnvironment Set(EmulatorEndpoint endpoint)
    {
        lock (InOrder)
        {
            var environment = new EmulatorEnvironment(new Dictionary<string, string>
            {
                ["AWS_ENDPOINT_URL_IVS"] = endpoint.Url,
                ["AWS_REGION"] = endpoint.Region,
                ["AWS_DEFAULT_REGION"] = endpoint.Region,
                ["AWS_ACCESS_KEY_ID"] = endpoint.AccessKeyId,
                ["AWS_SECRET_ACCESS_KEY"] = endpoint.SecretAccessKey,
                // A session token of other credentials would be rejected. An empty value means no token.
                ["AWS_SESSION_TOKEN"] = string.Empty,
            });
            foreach (var (name, value) in environment._values)
                Environment.SetEnvironmentVariable(name, value);
            InOrder.Add(environment);
            return environment;
        }
    }

    /// <summary>Restores the original values. A variable that was changed in the meantime is not restored.</summary>
    public void Dispose()
    {
        lock (InOrder)
        {
            var place = InOrder.IndexOf(this);
            if (place < 0)
                return;
            InOrder.RemoveAt(place);
            if (place < InOrder.Count)
            {
                // The environment of a later emulator is in effect, and restores the original values when it is disposed.
                InOrder[place]._before = _before;
                return;
            }
            foreach (var (name, value) in _values)
            {
                if ((Environment.GetEnvironmentVariable(name) ?? string.Empty) == value)
                    Environment.SetEnvironmentVariable(name, _before[name]);
            }
        }
    }
}
