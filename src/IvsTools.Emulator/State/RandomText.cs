using System.Security.Cryptography;

namespace IvsTools.Emulator.State;

/// <summary>Creates unique IDs and keys. With a seed, the IDs and keys are the same in every run. Not thread-safe.</summary>
internal sealed class RandomText(int? seed)
{
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Random? _sequence = Sequence(seed);

    public string Next(int length) => _sequence is null
        ? RandomNumberGenerator.GetString(Alphanumeric, length)
        : new string(_sequence.GetItems<char>(Alphanumeric, length));

    /// <summary>Restarts the random sequence. With a seed, the same texts are returned again.</summary>
    public void Restart() => _sequence = Sequence(seed);

    // The same seed produces the same random sequence in every version of .NET.
    private static Random? Sequence(int? seed) => seed is { } value ? new Random(value) : null;
}
