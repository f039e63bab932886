using IvsTools.Emulator.Api;

namespace IvsTools.Emulator.State;

/// <summary>The resources of every Region and account, and what they share: the clock and the country of the viewers.</summary>
/// <remarks>Not thread-safe. Every use of this object or of a state in it locks this object.</remarks>
internal sealed class ScopedStates(Scope own, EmulatorClock clock, int? seed)
{
    private readonly Dictionary<Scope, EmulatorState> _states = [];
    private string? _viewerCountry;

    /// <summary>The Region and account of the settings.</summary>
    public Scope Own { get; } = own;

    /// <summary>The clock of all states.</summary>
    public EmulatorClock Time { get; } = clock;

    /// <summary>The states that have been used.</summary>
    public IEnumerable<EmulatorState> All => _states.Values;

    /// <summary>The two-letter country of the viewers. Null to skip the check of countries.</summary>
    public string? ViewerCountry
    {
        get => _viewerCountry;
        set
        {
            if (value is not null && !(value.Length == 2 && value.All(char.IsAsciiLetterUpper)))
                throw new ArgumentException($"'{value}' is not a two-letter country code in uppercase, such as DE.", nameof(value));
            _viewerCountry = value;
        }
    }

    /// <summary>The state of a Region and account, which is empty before its first use.</summary>
    public EmulatorState Of(Scope scope)
    {
        if (!_states.TryGetValue(scope, out var state))
            _states[scope] = state = new EmulatorState(scope, Time, new RandomText(scope.SeedFrom(seed)));
        return state;
    }

    /// <summary>The state that a resource belongs to. An ID without an ARN belongs to the Region and account of the settings.</summary>
    /// <exception cref="ApiException">ResourceNotFoundException: nothing was created in the Region and account of the ARN.</exception>
    public EmulatorState Of(string idOrArn) =>
        TryOf(Scope.OfArn(idOrArn) ?? Own) ?? throw ApiException.NotFound(idOrArn);

    /// <summary>The state of a Region and account if it has been used.</summary>
    public EmulatorState? TryOf(Scope scope) => scope == Own ? Of(scope) : _states.GetValueOrDefault(scope);

    public void Clear()
    {
        foreach (var state in All)
            state.Clear();
        ViewerCountry = null;
        Time.Reset();
    }
}
