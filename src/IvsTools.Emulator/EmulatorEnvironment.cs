namespace IvsTools.Emulator;

/// <summary>Points every AWS client of this process, and of those that it starts, to an emulator for as long as it runs.</summary>
/// <remarks>Several may be set one after the other and be given up in any order: the last one holds, and in the end everything is as it was before.</remarks>
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
                // A token of other credentials would not be accepted; an empty value is none.
                ["AWS_SESSION_TOKEN"] = string.Empty,
            });
            foreach (var (name, value) in environment._values)
                Environment.SetEnvironmentVariable(name, value);
            InOrder.Add(environment);
            return environment;
        }
    }

    /// <summary>Puts back what was there before. A variable that was changed in the meantime stays.</summary>
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
                // A later one covers this one: what it puts back is what this one would have put back.
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
