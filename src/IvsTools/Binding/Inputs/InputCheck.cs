using System.Management.Automation;
using System.Reflection;
using IvsTools.Text;

namespace IvsTools.Parameters;

/// <summary>Finds problems that the binding of an input does not report: columns with almost the name of a parameter, and values that are not in the API model.</summary>
internal sealed class InputCheck
{
    private static readonly Func<Cmdlet, PSObject?>? PipelineObject = FindPipelineObject();

    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>The warnings about the current input that have not been written yet.</summary>
    public IEnumerable<string> Warnings(PSCmdlet cmdlet) => Columns(cmdlet).Concat(Values(cmdlet)).Where(_said.Add);

    private static IEnumerable<string> Columns(PSCmdlet cmdlet)
    {
        // A resource has properties that are not settings.
        if (PipelineObject?.Invoke(cmdlet) is not { BaseObject: PSCustomObject } row || row.TypeNames.Any(name => name.Contains("IvsTools.", StringComparison.Ordinal)))
            yield break;
        var parameters = cmdlet.MyInvocation.MyCommand.Parameters.Values;
        var read = parameters.Where(IsReadFromRows).SelectMany(Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var open = parameters.Where(parameter => IsReadFromRows(parameter) && !cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter.Name)).SelectMany(Names).ToList();
        foreach (var column in row.Properties.Select(property => property.Name).Where(name => !read.Contains(name)))
        {
            if (open.Find(name => IsNear(column, name)) is { } near)
                yield return $"The column {SafeText.Quote(column)} is not a parameter of {cmdlet.MyInvocation.MyCommand.Name} and is ignored. The parameter {near} has a similar name.";
        }
    }

    private static IEnumerable<string> Values(PSCmdlet cmdlet) =>
        from property in cmdlet.GetType().GetProperties()
        let known = property.GetCustomAttribute<KnownValuesAttribute>()
        where known is not null
        from value in property.GetValue(cmdlet) switch { string one => [one], string[] many => many, _ => Array.Empty<string>() }
        where value.Length > 0 && !known.Values.Contains(value)
        select $"The value {SafeText.Quote(value)} of -{property.Name} is not known to this version of the module and is sent as it is. Known values: {string.Join(", ", known.Values)}.";

    private static bool IsReadFromRows(ParameterMetadata parameter) => parameter.ParameterSets.Values.Any(set => set.ValueFromPipelineByPropertyName);

    private static IEnumerable<string> Names(ParameterMetadata parameter) => parameter.Aliases.Prepend(parameter.Name);

    // One letter in four can differ. Spaces, hyphens and underscores are ignored.
    private static bool IsNear(string column, string name)
    {
        var letters = string.Concat(column.Where(char.IsLetterOrDigit));
        return NameDistance.Between(letters, name) <= Math.Min(2, name.Length / 4);
    }

    // PowerShell passes a cmdlet the bound values of an input, not the input. Without this property, there are no warnings about columns.
    private static Func<Cmdlet, PSObject?>? FindPipelineObject() =>
        typeof(Cmdlet).GetProperty("CurrentPipelineObject", BindingFlags.Instance | BindingFlags.NonPublic)
            ?.GetMethod?.CreateDelegate<Func<Cmdlet, PSObject?>>();
}
