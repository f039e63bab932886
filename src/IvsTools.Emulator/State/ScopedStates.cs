using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.State;

/// <summary>The resources of all Regions and accounts, with the clock and the viewers' country.</summary>
/// <remarks>Not thread-safe. Callers must lock this object before they use the object or one of its states.</remarks>
internal sealed class ScopedStates(Scope own, EmulatorClock clock, int? seed)
{
    private readonly Dictionary<Scope, EmulatorState> _states = [];
    private string? _viewerCountry;

    /// <summary>The default Region and account.</summary>
    public Scope Own { get; } = own;

    /// <summary>The clock that all states use.</summary>
    public EmulatorClock Time { get; } = clock;

    /// <summary>The states that requests have used.</summary>
    public IEnumerable<EmulatorState> All => _states.Values;

    /// <summary>The viewers' two-letter country code. If null, the country is not checked.</summary>
    public string? ViewerCountry
    {
        get => _viewerCountry;
        set
        {
            // PowerShell passes $null as an empty string.
            value = string.IsNullOrEmpty(value) ? null : value;
            if (value is not null && !(value.Length == 2 && value.All(char.IsAsciiLetterUpper)))
                throw new ArgumentException($"'{value}' is not a two-letter country code in uppercase, such as DE.", nameof(value));
            _viewerCountry = value;
        }
    }

    /// <summary>Returns the state of a Region and account. The state is empty before its first use.</summary>
    public EmulatorState Of(Scope scope)
    {
        if (!_states.TryGetValue(scope, out var state))
            _states[scope] = state = new EmulatorState(scope, Time, new RandomText(scope.SeedFrom(seed)));
        return state;
    }

    /// <summary>Returns the state that contains a resource. For an ID, this is the state of the default Region and account.</summary>
    /// <exception cref="ApiException">The Region and account of the ARN have no resources.</exception>
    public EmulatorState Of(string idOrArn) =>
        TryOf(Scope.OfArn(idOrArn) ?? Own) ?? throw ApiException.NotFound(idOrArn);

    /// <summary>Returns the state of a Region and account, or null if no request has used it.</summary>
    public EmulatorState? TryOf(Scope scope) => scope == Own ? Of(scope) : _states.GetValueOrDefault(scope);

    public void Clear()
    {
        // The clock is reset first, because each state creates new rate limits, which must not start at a time in the future.
        Time.Reset();
        foreach (var state in All)
            state.Clear();
        ViewerCountry = null;
    }
}
