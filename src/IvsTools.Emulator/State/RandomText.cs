using System.Security.Cryptography;

namespace IvsTools.Emulator.State;

/// <summary>Ids and keys: never the same again, or with a seed the same in every run. Not for two threads at once.</summary>
internal sealed class RandomText(int? seed)
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Random? _sequence = Sequence(seed);

    public string Next(int length) => _sequence is null
        ? RandomNumberGenerator.GetString(Alphanumeric, length)
        : new string(_sequence.GetItems<char>(Alphanumeric, length));

    /// <summary>Begins a seed's sequence again.</summary>
    public void Restart() => _sequence = Sequence(seed);

    // .NET keeps the sequence of a seed the same in every version.
    private static Random? Sequence(int? seed) => seed is { } given ? new Random(given) : null;
}
