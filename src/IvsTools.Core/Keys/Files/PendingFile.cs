using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace IvsTools.Keys;

/// <summary>A file that has a random name until it is complete. The complete file is then renamed in the same folder.</summary>
internal sealed class PendingFile : IDisposable
{
    private readonly string _pending;
    private readonly FileStream _stream;
    private string? _replaced;
    private bool _isKept;

    public PendingFile(string path, bool ownerOnly)
    {
        Path = path;
        _pending = Temporary(path);
        _stream = ownerOnly
            ? OpenForOwner(_pending)
            : new FileStream(_pending, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
    }

    public string Path { get; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
    }

    /// <summary>
    /// Renames the file to its final name. An existing file is kept until this object is disposed, so that Undo can restore it.
    /// </summary>
    public void Keep(bool overwrite)
    {
        if (overwrite && File.Exists(Path))
        {
            var aside = Temporary(Path);
            File.Move(Path, aside);
            _replaced = aside;
        }
        try
        {
            File.Move(_pending, Path);
            _isKept = true;
        }
        catch
        {
            Undo();
            throw;
        }
    }

    /// <summary>Renames the file to its final name in one step. An existing file is overwritten, and Undo cannot restore it.</summary>
    public void Replace() => File.Move(_pending, Path, overwrite: true);

    /// <summary>Restores the previous file. If there was no previous file, deletes the new file.</summary>
    public void Undo()
    {
        var (replaced, isKept) = (_replaced, _isKept);
        // The fields are cleared first, so that Dispose does not delete the previous file if this method cannot restore it.
        (_replaced, _isKept) = (null, false);
        if (replaced is not null)
            File.Move(replaced, Path, overwrite: true);
        else if (isKept)
            File.Delete(Path);
    }

    public void Dispose()
    {
        try
        {
            // Dispose can throw an exception if the disk is full, but the temporary files must still be deleted.
            _stream.Dispose();
        }
        finally
        {
            File.Delete(_pending);
            if (_replaced is not null)
                File.Delete(_replaced);
        }
    }

    private static string Temporary(string path) => $"{path}.{Guid.NewGuid():N}.tmp";

    /// <summary>Creates a file that only its owner can read.</summary>
    // The access mode is set when the file is created. If it were set later, another user could open the file first.
    public static FileStream OpenForOwner(string path) => OperatingSystem.IsWindows()
        ? OpenForOwnerOnWindows(path)
        : new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 0,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });

    [SupportedOSPlatform("windows")]
    private static FileStream OpenForOwnerOnWindows(string path)
    {
        var security = new FileSecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(
            WindowsIdentity.GetCurrent().User!, FileSystemRights.FullControl, AccessControlType.Allow));
        return new FileInfo(path).Create(FileMode.CreateNew, FileSystemRights.Write, FileShare.None, 4096, FileOptions.None, security);
    }
}
