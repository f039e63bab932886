using System.Security.Cryptography;

namespace IvsTools.Emulator.State;

/// <summary>Creates IDs and keys: unique, or the same in every run with a seed. Not thread-safe.</summary>
internal sealed class RandomText(int? seed)
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Random? _sequence = Sequence(seed);

    public string Next(int length) => _sequence is null
        ? RandomNumberGenerator.GetString(Alphanumeric, length)
        : new string(_sequence.GetItems<char>(Alphanumeric, length));

    /// <summary>Restarts the sequence of a seed.</summary>
    public void Restart() => _sequence = Sequence(seed);

    // .NET keeps the random sequence of a seed the same in every version.
    private static Random? Sequence(int? seed) => seed is { } given ? new Random(given) : null;
}
