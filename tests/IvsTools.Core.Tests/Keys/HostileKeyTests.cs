using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using IvsTools.Keys;

namespace IvsTools.Core.Tests.Keys;

/// <summary>Key material that is designed to break, delay or block the code that reads it.</summary>
public sealed class HostileKeyTests : IDisposable
{
    private const string Aes256Cbc = "2.16.840.1.101.3.4.1.42";
    private const string TripleDes = "1.2.840.113549.3.7";
    private const string Parameters = "-----BEGIN EC PARAMETERS-----\nBgUrgQQAIg==\n-----END EC PARAMETERS-----\n";
    private readonly ProgramFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[], string> Broken => new()
    {
        { "a sequence without an end", [0x30, 0x80, 0x00], "NotPem" },
        { "a sequence of the maximum length", [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF], "NotPem" },
        { "a sequence without a length", [0x30], "NotPem" },
        { "a sequence without an end in a PEM block", KeyForms.Bytes(KeyForms.Pem("PRIVATE KEY", [0x30, 0x80, 0x00])), "InvalidKey" },
        {
            "a sequence without an end in an encrypted key",
            KeyForms.Bytes(KeyForms.Pem("ENCRYPTED PRIVATE KEY", [0x30, 0x80, 0x00])),
            "InvalidKey"
        },
        { "a sequence without an end in a CMS message", KeyForms.Bytes(KeyForms.Pem("CMS", [0x30, 0x80, 0x00])), "InvalidKey" },
        { "curve only", KeyForms.Bytes(Parameters), "UnsupportedPemLabel" },
        { "curve only, twice", KeyForms.Bytes(Parameters + Parameters), "UnsupportedPemLabel" },
        { "curve only, with text around it", KeyForms.Bytes("prod\n" + Parameters + "end"), "UnsupportedPemLabel" },
        { "0 bytes encrypted", Pbes2(10, Aes256Cbc, 0), "InvalidKey" },
        { "17 bytes encrypted", Pbes2(10, Aes256Cbc, 17), "InvalidKey" },
        { "24 bytes encrypted by AES", Pbes2(10, Aes256Cbc, 24), "InvalidKey" },
        { "0 bytes encrypted by 3DES", Pbes2(10, TripleDes, 0), "InvalidKey" },
        { "9 bytes encrypted by 3DES", Pbes2(10, TripleDes, 9), "InvalidKey" },
        { "no IV", Pbes2(10, Aes256Cbc, 32, iv: 0), "InvalidKey" },
        { "0 rounds", Pbes2(0, Aes256Cbc, 32), "InvalidKey" },
        { "-1 rounds", Pbes2(-1, Aes256Cbc, 32), "InvalidKey" },
        { "10,000,001 rounds", Pbes2(10_000_001, Aes256Cbc, 32), "InvalidKey" },
        { "2^31-1 rounds", Pbes2(int.MaxValue, Aes256Cbc, 32), "InvalidKey" },
        { "2^70 rounds", Pbes2(BigInteger.Pow(2, 70), Aes256Cbc, 32), "InvalidKey" },
        { "2^31-1 rounds with PBES1", Pbes1(int.MaxValue), "InvalidKey" },
        { "PKCS#12 with a MAC of 2^31-1 rounds", Pkcs12(macRounds: int.MaxValue, parts: []), "InvalidKey" },
        { "PKCS#12 with a MAC of 2^40 rounds", Pkcs12(macRounds: 1L << 40, parts: []), "InvalidKey" },
        { "PKCS#12 with a part of 2^31-1 rounds", Pkcs12(macRounds: 1, parts: [int.MaxValue]), "InvalidKey" },
        { "PKCS#12 with 11 million rounds in total", Pkcs12(macRounds: 1, parts: [.. Enumerable.Repeat(1_000_000, 11)]), "InvalidKey" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Malformed_key_material_causes_a_KeyException_and_a_problem_in_the_inspection(string what, byte[] content, string errorId)
    {
        var e = Assert.Throws<KeyException>(() => KeyForms.Read(content, KeyForms.Passphrase, KeyForms.Recipient));
        Assert.True(errorId == e.ErrorId, $"{what}: {e.ErrorId}: {e.Message}");
        var found = Assert.Single(
            KeyFileInspection.Inspect(
                _folder.Write("key", content), new KeyProtection(KeyForms.Passphrase), TestContext.Current.CancellationToken));
        Assert.NotNull(found.Problem);
        Assert.Null(found.Fingerprint);
    }

    [Fact]
    public void The_number_of_iterations_is_checked_before_the_passphrase_is_requested()
    {
        byte[][] contents = [Pbes2(int.MaxValue, Aes256Cbc, 32), Pbes1(int.MaxValue), Pkcs12(int.MaxValue, []), Pkcs12(1, [int.MaxValue])];
        foreach (var content in contents)
            Assert.Contains("10 million", Assert.Throws<KeyException>(() => KeyForms.Read(content)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CERTIFICATE")]
    [InlineData("PUBLIC KEY")]
    public void A_mislabeled_or_malformed_CERTIFICATE_or_PUBLIC_KEY_block_causes_a_KeyException(string label)
    {
        var damaged = KeyForms.Pkcs12();
        damaged[40] ^= 0x55;
        byte[][] ders =
        [
            damaged,
            KeyForms.Pkcs12(),
            KeyForms.Pkcs12(null),
            Pkcs12(int.MaxValue, []),
            KeyForms.Encrypted(),
            KeyForms.Cms([1]),
            [0x30, 0x80, 0x00],
            [0x30, 0x00],
            [],
        ];
        foreach (var der in ders)
        {
            var e = Assert.Throws<KeyException>(() => PlaybackPublicKey.Read(new PemBlock(label, der, 1)));
            Assert.True(label != "CERTIFICATE" || e.ErrorId is KeyErrorId.InvalidKey or KeyErrorId.PrivateKeyRejected, e.Message);
        }
    }

    [Fact]
    public void A_message_with_an_invalid_second_recipient_causes_a_KeyException()
    {
        byte[] rsaEncryption = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01];
        var message = KeyForms.Cms(KeyForms.Bytes(KeyForms.Pkcs8), KeyForms.Recipient, KeyForms.OtherRecipient);
        // The NULL in the algorithm of the second recipient becomes an end-of-contents marker.
        message[message.AsSpan().LastIndexOf(rsaEncryption) + rsaEncryption.Length] = 0;
        Assert.Equal("InvalidKey", Assert.Throws<KeyException>(() => KeyForms.Read(message, "", KeyForms.Recipient)).ErrorId);
    }

    [Fact]
    public void A_file_that_contains_only_curve_parameters_causes_one_error()
    {
        foreach (var text in new[] { Parameters, Parameters + Parameters })
        {
            var item = Assert.Single(PemFile.Read(_folder.Write("key", KeyForms.Bytes(text)), TestContext.Current.CancellationToken));
            Assert.Equal(KeyErrorId.UnsupportedPemLabel, item.Error?.ErrorId);
        }
        Assert.NotNull(
            Assert.Single(
                PemFile.Read(
                    _folder.Write("key", KeyForms.Bytes(Parameters + KeyForms.Sec1)), TestContext.Current.CancellationToken)).Block);
    }

    [Fact]
    public void Reading_an_endless_device_stops_at_a_limit()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero on this machine.");
        Assert.Equal(
            "InvalidKey",
            Assert.Throws<KeyException>(
                () => PrivateKeyReader.ReadFile("/dev/zero", cancellationToken: TestContext.Current.CancellationToken)).ErrorId);
        Assert.Equal("InvalidKey", Assert.Single(PemFile.Read("/dev/zero", TestContext.Current.CancellationToken)).Error?.ErrorId);
        Assert.Contains(
            "larger",
            Assert.Single(KeyFileInspection.Inspect("/dev/zero", cancellationToken: TestContext.Current.CancellationToken)).Problem,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reading_from_a_pipe_without_a_writer_can_be_canceled(bool isOpen)
    {
        var path = _folder["pipe"];
        _folder.Run("mkfifo", path);
        // The pipe is open for reading and writing, but no data is written.
        using var silent = isOpen ? new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite) : null;
        Func<CancellationToken, object>[] readers =
        [
            stop => PrivateKeyReader.ReadFile(path, cancellationToken: stop),
            stop => PemFile.Read(path, stop).Count(),
            stop => KeyFileInspection.Inspect(path, cancellationToken: stop),
        ];
        foreach (var reader in readers)
        {
            using var stop = new CancellationTokenSource();
            var reading = Task.Run(() => reader(stop.Token), TestContext.Current.CancellationToken);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => reading.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        }
        // Releases the threads that still wait for a writer.
        using var writer = isOpen ? null : new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        silent?.Write(new byte[4096]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void All_keys_are_read_from_a_large_UTF_8_or_UTF_16_file(string name)
    {
        var encoding = System.Text.Encoding.GetEncoding(name);
        var text = string.Concat(Enumerable.Repeat("# Schlüssel 😀\n" + KeyForms.Key.ExportSubjectPublicKeyInfoPem() + "\n", 50));
        var path = _folder.Write("many.pem", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
        Assert.Equal(
            50,
            PemFile.Read(path, TestContext.Current.CancellationToken).Count(
                item => PlaybackPublicKey.Read(item.Block!).Fingerprint == KeyForms.Fingerprint));
    }

    private static byte[] Pbes2(BigInteger rounds, string cipher, int content, int? iv = null)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            WriteAlgorithm(writer, rounds, cipher, iv ?? (cipher == Aes256Cbc ? 16 : 8));
            writer.WriteOctetString(new byte[content]);
        }
        return writer.Encode();
    }

    private static void WriteAlgorithm(AsnWriter writer, BigInteger rounds, string cipher, int iv)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.5.13");
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.840.113549.1.5.12");
                    using (writer.PushSequence())
                    {
                        writer.WriteOctetString(new byte[8]);
                        writer.WriteInteger(rounds);
                    }
                }
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(cipher);
                    writer.WriteOctetString(new byte[iv]);
                }
            }
        }
    }

    private static byte[] Pbes1(int rounds)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.12.1.3");
                using (writer.PushSequence())
                {
                    writer.WriteOctetString(new byte[8]);
                    writer.WriteInteger(rounds);
                }
            }
            writer.WriteOctetString(new byte[32]);
        }
        return writer.Encode();
    }

    private static byte[] Pkcs12(long macRounds, int[] parts)
    {
        var content = new Asn1Tag(TagClass.ContextSpecific, 0);
        var safe = new AsnWriter(AsnEncodingRules.DER);
        using (safe.PushSequence())
        {
            foreach (var rounds in parts)
            {
                using (safe.PushSequence())
                {
                    safe.WriteObjectIdentifier("1.2.840.113549.1.7.6");
                    using (safe.PushSequence(content))
                    using (safe.PushSequence())
                    {
                        safe.WriteInteger(0);
                        using (safe.PushSequence())
                        {
                            safe.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                            WriteAlgorithm(safe, rounds, Aes256Cbc, 16);
                            safe.WriteOctetString(new byte[32], content);
                        }
                    }
                }
            }
        }
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(3);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                using (writer.PushSequence(content))
                    writer.WriteOctetString(safe.Encode());
            }
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    using (writer.PushSequence())
                        writer.WriteObjectIdentifier("2.16.840.1.101.3.4.2.1");
                    writer.WriteOctetString(new byte[SHA256.HashSizeInBytes]);
                }
                writer.WriteOctetString(new byte[8]);
                writer.WriteInteger(macRounds);
            }
        }
        return writer.Encode();
    }
}
