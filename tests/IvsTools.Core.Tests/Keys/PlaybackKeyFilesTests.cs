using System.Text;
using IvsTools.Keys;

namespace IvsTools.Core.Tests.Keys;

public sealed class PlaybackKeyFilesTests : IDisposable
{
    private readonly ProgramFolder _folder = new();
    private readonly string _source;

    public PlaybackKeyFilesTests() => _source = _folder.Write("key.pem", KeyForms.Bytes(KeyForms.Pkcs8));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_key_is_protected_in_another_file_and_the_original_file_is_kept()
    {
        var info = Protect("new.pem", new KeyProtection("pass"));
        Assert.Equal(("Passphrase", KeyForms.Fingerprint, null), (info.Protection, info.Fingerprint, info.Problem));
        Assert.Equal(_folder["new.pem"], info.Path);
        Assert.Equal(KeyForms.Bytes(KeyForms.Pkcs8), _folder.Read("key.pem"));
        Assert.Equal(
            KeyForms.Fingerprint,
            PrivateKeyReader.ReadFile(
                _folder["new.pem"], new KeyProtection("pass"), TestContext.Current.CancellationToken).PublicKey.Fingerprint);
        OnlyFiles("key.pem", "new.pem");
    }

    [Fact]
    public void A_key_is_protected_in_place_and_the_plain_key_is_removed()
    {
        var info = Protect("key.pem", new KeyProtection([], [KeyForms.Recipient]), force: true);
        Assert.Equal(("Certificate", KeyForms.Fingerprint, null), (info.Protection, info.Fingerprint, info.Problem));
        Assert.Equal($"CN=runbook {KeyForms.Recipient.SerialNumber}", info.ProtectedTo);
        Assert.StartsWith("-----BEGIN CMS-----", Encoding.ASCII.GetString(_folder.Read("key.pem")), StringComparison.Ordinal);
        Assert.Equal(
            KeyForms.Fingerprint,
            PrivateKeyReader.ReadFile(
                _source, new KeyProtection([], [KeyForms.Recipient]), TestContext.Current.CancellationToken).PublicKey.Fingerprint);
        OnlyFiles("key.pem");
    }

    [Fact]
    public void A_protected_key_can_be_protected_again()
    {
        Protect("cms.pem", new KeyProtection([], [KeyForms.Recipient]));
        Protect("cms.pem", new KeyProtection([], [KeyForms.Recipient]), "locked.pem", new KeyProtection("pass"));
        Protect("locked.pem", new KeyProtection("pass"), "again.pem", new KeyProtection([], [KeyForms.OtherRecipient]));
        Assert.Equal(
            KeyForms.Fingerprint,
            PrivateKeyReader.ReadFile(
                _folder["again.pem"],
                new KeyProtection([], [KeyForms.OtherRecipient]),
                TestContext.Current.CancellationToken).PublicKey.Fingerprint);
    }

    [Fact]
    public void Only_the_owner_can_read_the_files_that_the_module_writes()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(_source, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        Protect("new.pem", new KeyProtection("pass"));
        Protect("key.pem", new KeyProtection("pass"), force: true);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["new.pem"]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_source));
    }

    [Fact]
    public void An_existing_file_is_not_overwritten_unless_force_is_true()
    {
        _folder.Write("new.pem", [1]);
        Assert.Equal("FileExists", Assert.Throws<KeyException>(() => Protect("new.pem", new KeyProtection("pass"))).ErrorId);
        Assert.Equal("FileExists", Assert.Throws<KeyException>(() => Protect("key.pem", new KeyProtection("pass"))).ErrorId);
        Assert.Equal([1], _folder.Read("new.pem"));
        Assert.Equal(KeyForms.Bytes(KeyForms.Pkcs8), _folder.Read("key.pem"));
        OnlyFiles("key.pem", "new.pem");
    }

    [Fact]
    public void A_failure_leaves_no_file_and_does_not_change_the_key()
    {
        Assert.Equal(
            "WrongCertificate",
            Assert.Throws<KeyException>(() => Protect("key.pem", new KeyProtection([], [KeyForms.Certificate]), force: true)).ErrorId);
        Assert.Throws<DirectoryNotFoundException>(() => Protect("none/new.pem", new KeyProtection("pass")));
        _folder.Write("locked.pem", KeyForms.Encrypted());
        Assert.Equal("WrongPassphrase", Assert.Throws<KeyException>(
            () => Protect("locked.pem", new KeyProtection("wrong"), "new.pem", new KeyProtection("pass"))).ErrorId);
        Directory.CreateDirectory(_folder["folder.pem"]);
        Assert.ThrowsAny<Exception>(() => Protect("folder.pem", new KeyProtection("pass"), force: true));
        Assert.Equal(KeyForms.Bytes(KeyForms.Pkcs8), _folder.Read("key.pem"));
        OnlyFiles("key.pem", "locked.pem");
    }

    [Fact]
    public void Protecting_a_key_requires_a_passphrase_or_a_certificate()
    {
        Assert.Throws<ArgumentException>(() => Protect("new.pem", default));
        Assert.Throws<ArgumentException>(() => Protect("new.pem", new KeyProtection([], [])));
        OnlyFiles("key.pem");
    }

    [Fact]
    public void A_pair_is_written_completely_or_not_at_all()
    {
        var pair = PlaybackKeyFiles.Create("prod", _folder[""], new KeyProtection([], [KeyForms.Recipient]), force: false);
        using var key = PrivateKeyReader.ReadFile(
            pair.PrivateKeyPath, new KeyProtection([], [KeyForms.Recipient]), TestContext.Current.CancellationToken);
        Assert.Equal(pair.Fingerprint, key.PublicKey.Fingerprint);
        Assert.Equal(key.PublicKey.Pem, File.ReadAllText(pair.PublicKeyPath));
        OnlyFiles("key.pem", "prod.private.pem", "prod.public.pem");
        File.Delete(pair.PrivateKeyPath);
        Assert.Equal(
            "FileExists", Assert.Throws<KeyException>(() => PlaybackKeyFiles.Create("prod", _folder[""], default, force: false)).ErrorId);
        Assert.Equal(
            "WrongCertificate",
            Assert.Throws<KeyException>(
                () => PlaybackKeyFiles.Create("other", _folder[""], new KeyProtection([], [KeyForms.Certificate]), force: false)).ErrorId);
        OnlyFiles("key.pem", "prod.public.pem");
    }

    [Theory]
    [InlineData("prod.private.pem", "prod.public.pem")]
    [InlineData("prod.public.pem", "prod.private.pem")]
    public void Neither_file_of_a_pair_changes_if_one_of_them_cannot_be_replaced(string blocked, string other)
    {
        // A folder that is not empty cannot be replaced by a file.
        Directory.CreateDirectory(_folder[blocked]);
        _folder.Write(Path.Combine(blocked, "x"), [1]);
        _folder.Write(other, [1, 2, 3]);
        Assert.ThrowsAny<SystemException>(() => PlaybackKeyFiles.Create("prod", _folder[""], default, force: true));
        Assert.Equal([1, 2, 3], _folder.Read(other));
        OnlyFiles("key.pem", other);
        File.Delete(_folder[other]);
        Assert.ThrowsAny<SystemException>(() => PlaybackKeyFiles.Create("prod", _folder[""], default, force: true));
        OnlyFiles("key.pem");
    }

    [Fact]
    public void A_new_pair_replaces_both_files_of_the_old_pair_if_force_is_specified()
    {
        var old = PlaybackKeyFiles.Create("prod", _folder[""], default, force: false);
        var pair = PlaybackKeyFiles.Create("prod", _folder[""], default, force: true);
        Assert.NotEqual(old.Fingerprint, pair.Fingerprint);
        using var key = PrivateKeyReader.ReadFile(pair.PrivateKeyPath, default, TestContext.Current.CancellationToken);
        Assert.Equal(pair.Fingerprint, key.PublicKey.Fingerprint);
        Assert.Equal(key.PublicKey.Pem, File.ReadAllText(pair.PublicKeyPath));
        OnlyFiles("key.pem", "prod.private.pem", "prod.public.pem");
    }

    [Fact]
    public void A_full_disk_leaves_no_new_file_and_does_not_change_the_old_pair()
    {
        var disk = Directory.CreateDirectory(_folder["disk"]).FullName;
        Assert.SkipUnless(
            _folder.Try("mount", "-t", "tmpfs", "-o", "size=12k", "tmpfs", disk).Exit == 0,
            "A small disk cannot be mounted on this machine.");
        try
        {
            var pair = PlaybackKeyFiles.Create("prod", disk, default, force: false);
            var before = File.ReadAllBytes(pair.PrivateKeyPath);
            using (var filler = File.Create(Path.Combine(disk, "filler"), bufferSize: 0))
                Assert.Throws<IOException>(() => filler.Write(new byte[64 * 1024]));
            Assert.Throws<IOException>(() => PlaybackKeyFiles.Create("prod", disk, default, force: true));
            Assert.Throws<IOException>(() => PlaybackKeyFiles.Create("other", disk, default, force: false));
            Assert.Equal(
                ["filler", "prod.private.pem", "prod.public.pem"],
                Directory.GetFiles(disk).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.Equal(before, File.ReadAllBytes(pair.PrivateKeyPath));
        }
        finally
        {
            _folder.Run("umount", disk);
        }
    }

    private PlaybackKeyFileInfo Protect(string destination, KeyProtection protection, bool force = false) =>
        PlaybackKeyFiles.Protect(_source, default, _folder[destination], protection, force);

    private void OnlyFiles(params string[] names) =>
        Assert.Equal(names, Directory.GetFiles(_folder[""]).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private void Protect(string source, KeyProtection opener, string destination, KeyProtection protection) => PlaybackKeyFiles.Protect(
        _folder[source], opener, _folder[destination], protection, force: false, TestContext.Current.CancellationToken);
}
