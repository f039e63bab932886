namespace IvsTools.Emulator;

/// <summary>Sets environment variables so that AWS clients in this process use an emulator.</summary>
/// <remarks>
/// If several emulators set the variables, clients use the emulator that was started last. The emulators can end in any
/// order, and the original values are restored when none of them is running.
/// </remarks>
internal sealed class EmulatorEnvironment : IDisposable
{
    private static readonly List<EmulatorEnvironment> InOrder = [];

    // The value null removes a variable.
    private readonly Dictionary<string, string?> _values;
    private Dictionary<string, string?> _before;

    private EmulatorEnvironment(Dictionary<string, string?> values)
    {
        _values = values;
        _before = values.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
    }

    public static EmulatorEnvironment Set(EmulatorEndpoint endpoint)
    {
        lock (InOrder)
        {
            var environment = new EmulatorEnvironment(new Dictionary<string, string?>
            {
                ["AWS_ENDPOINT_URL_IVS"] = endpoint.Url,
                ["AWS_REGION"] = endpoint.Region,
                ["AWS_DEFAULT_REGION"] = endpoint.Region,
                ["AWS_ACCESS_KEY_ID"] = endpoint.AccessKeyId,
                ["AWS_SECRET_ACCESS_KEY"] = endpoint.SecretAccessKey,
                // Hides the session token of other credentials, which the emulator would reject. AWS clients ignore an empty value.
                ["AWS_SESSION_TOKEN"] = string.Empty,
                // If a profile is set, the JavaScript SDK ignores the access keys. The variable is removed and not set to an empty value,
                // because the AWS CLI does not accept an empty profile name.
                ["AWS_PROFILE"] = null,
                // If a profile turns this setting on, clients ignore the endpoint of the emulator.
                ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "false",
            });
            foreach (var (name, value) in environment._values)
                Environment.SetEnvironmentVariable(name, value);
            InOrder.Add(environment);
            return environment;
        }
    }

    /// <summary>Restores the original values. Variables that other code has changed are not restored.</summary>
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
                // A later emulator still uses the variables. It receives the original values here, and restores them when it is closed.
                InOrder[place]._before = _before;
                return;
            }
            foreach (var (name, value) in _values)
            {
                if ((Environment.GetEnvironmentVariable(name) ?? string.Empty) == (value ?? string.Empty))
                    Environment.SetEnvironmentVariable(name, _before[name]);
            }
        }
    }
}
