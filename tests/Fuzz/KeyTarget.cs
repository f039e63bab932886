using System.Security.Cryptography;
using IvsTools.Core.Tests.Keys;
using IvsTools.Keys;

namespace IvsTools.Fuzz;

/// <summary>Reads keys of one format. For each accepted key, openssl must find the public key that the module finds.</summary>
/// <param name="name">The format.</param>
/// <param name="label">The label of the PEM block that contains a key. Null if the file contains the key without a PEM block.</param>
/// <param name="seeds">Keys of the format.</param>
/// <param name="openssl">If this is null, the keys are not compared with openssl.</param>
internal sealed class KeyTarget(string name, string? label, IReadOnlyList<byte[]> seeds, OpensslCheck? openssl) : ITarget
{
    private readonly HashSet<string> _known = [.. seeds.Select(Hash)];

    public string Name => name;

    public IReadOnlyList<byte[]> Seeds => seeds;

    public bool IsRejection(Exception exception) => exception is KeyException { Message.Length: > 10 and < 2000 };

    public string? Read(byte[] input)
    {
        var opener = new KeyProtection(KeyForms.Passphrase, [KeyForms.Recipient]);
        var blocks = label is null ? PemBlocks.Find(input, out _) : [new PemBlock(label, input, 1)];
        if (label is null)
            PemReader.ReadAll(System.Text.Encoding.UTF8.GetString(input));
        // PrivateKeyReader selects its block in the same way, so that openssl and the module read the same key.
        var block = blocks.Find(found => PemLabel.HoldsPrivateKey(found.Label)) ?? (blocks.Count > 0 ? blocks[0] : null);
        PlaybackPublicKey key;
        if (label is null)
        {
            using var whole = PrivateKeyReader.Read(input, opener);
            key = whole.PublicKey;
        }
        else
        {
            key = PlaybackPublicKey.Read(block!, fromPrivateKey: true, opener);
        }
        // In many inputs, only the text around the key is damaged. Therefore, openssl checks each key only once.
        return openssl is not null && _known.Add(Hash(block!.Der)) ? openssl.Judge(block, key) : null;
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}
