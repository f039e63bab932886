using System.Collections.ObjectModel;
using System.Management.Automation;
using IvsTools.Errors;

namespace IvsTools.Binding;

/// <summary>Resolves paths to files on disk. Each path without a matching file causes one error.</summary>
internal static class FilePaths
{
    private const string FileSystem = "FileSystem";

    /// <summary>
    /// Returns the full path of a file, or null if the path cannot be on a disk. For example, the drive does not exist, or the path
    /// belongs to a different provider, such as Env.
    /// </summary>
    public static string? OnDisk(PSCmdlet cmdlet, string path)
    {
        try
        {
            var file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return provider.Name == FileSystem && !file.Contains('\0', StringComparison.Ordinal) ? file : null;
        }
        catch (SessionStateException)
        {
            return null;
        }
    }

    /// <summary>Returns true if the text is the path of a file. A relative path is relative to the current location.</summary>
    public static bool IsFile(PSCmdlet cmdlet, string text)
    {
        try
        {
            return File.Exists(OnDisk(cmdlet, text));
        }
        // The text contains a colon but is not a path, or the drive of the path does not exist.
        catch (Exception e) when (e is RuntimeException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            return false;
        }
    }

    public static IEnumerable<string> Resolve(PSCmdlet cmdlet, string[] paths, bool literal, Action<ErrorRecord> fail)
    {
        foreach (var path in paths)
        {
            Collection<string> found;
            ProviderInfo provider;
            try
            {
                found = literal
                    ? [cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _)]
                    : cmdlet.GetResolvedProviderPathFromPSPath(path, out provider);
            }
            catch (Exception e)
                when (e is SessionStateException or ProviderInvocationException or WildcardPatternException)
            {
                fail(ErrorRecords.File(new FileNotFoundException(null, e), path));
                continue;
            }
            if (provider.Name != FileSystem || found.Count == 0 || path.Contains('\0', StringComparison.Ordinal))
            {
                fail(ErrorRecords.File(new FileNotFoundException(), path));
                continue;
            }
            var isPattern = !literal && WildcardPattern.ContainsWildcardCharacters(path);
            foreach (var file in found)
            {
                // Folders that match a pattern are ignored, but a folder that is specified by its path causes an error.
                if (!Directory.Exists(file))
                    yield return file;
                else if (!isPattern)
                    fail(ErrorRecords.Folder(file));
            }
        }
    }
}
