using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace IvsTools.Keys;

/// <summary>A file that gets its name only when it is whole. Until then it lies beside it under a random one.</summary>
internal sealed class PendingFile : IDisposable
{
    private readonly string _pending;
    private readonly FileStream _stream;

    public PendingFile(string path, bool ownerOnly)
    {
        Path = path;
        _pending = $"{path}.{Guid.NewGuid():N}.tmp";
        _stream = ownerOnly ? OpenForOwner(_pending) : new FileStream(_pending, FileMode.CreateNew, FileAccess.Write);
    }

    public string Path { get; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
    }

    public void Keep(bool overwrite) => File.Move(_pending, Path, overwrite);

    public void Dispose()
    {
        _stream.Dispose();
        File.Delete(_pending);
    }

    // The mode is given at creation: a file that is narrowed afterwards was open to others for a moment.
    private static FileStream OpenForOwner(string path) => OperatingSystem.IsWindows()
        ? OpenForOwnerOnWindows(path)
        : new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });

    [SupportedOSPlatform("windows")]
    private static FileStream OpenForOwnerOnWindows(string path)
    {
        var security = new FileSecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(WindowsIdentity.GetCurrent().User!, FileSystemRights.FullControl, AccessControlType.Allow));
        return new FileInfo(path).Create(FileMode.CreateNew, FileSystemRights.Write, FileShare.None, 4096, FileOptions.None, security);
    }
}
