using System.Management.Automation;
using System.Reflection;
using IvsTools.Text;

namespace IvsTools.Parameters;

/// <summary>
/// Finds problems that the binding of an input does not report:
/// columns whose names are similar to the name of a parameter, and values that are not in the API model.
/// </summary>
/// <param name="cmdlet">The cmdlet that the inputs are bound to.</param>
internal sealed class InputCheck(PSCmdlet cmdlet)
{
    private static readonly Func<Cmdlet, PSObject?>? PipelineObject = FindPipelineObject();

    // Created once, because the names are the same for every input of a pipeline.
    private readonly Lazy<List<(string Parameter, string Name)>> _names = new(() => [
        .. from parameter in cmdlet.MyInvocation.MyCommand.Parameters.Values
           where IsReadFromRows(parameter)
           from name in parameter.Aliases.Prepend(parameter.Name)
           select (parameter.Name, name)]);
    private readonly Lazy<List<(PropertyInfo Property, KnownValuesAttribute Known)>> _known = new(() => [
        .. from property in cmdlet.GetType().GetProperties()
           let known = property.GetCustomAttribute<KnownValuesAttribute>()
           where known is not null
           select (property, known)]);
    private readonly Dictionary<string, List<(string Parameter, string Name)>> _near = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>The warnings about the current input that have not been written yet.</summary>
    public IEnumerable<string> Warnings() => Columns().Concat(Values()).Where(_said.Add);

    /// <summary>The name of the resource with this ARN. Null if the current input does not contain the name.</summary>
    public string? NameOf(string arn) =>
        PipelineObject?.Invoke(cmdlet) is { } input
        && input.Properties["Arn"]?.Value as string == arn
        && input.Properties["Name"]?.Value is string { Length: > 0 } name
            ? SafeText.Line(name)
            : null;

    private IEnumerable<string> Columns()
    {
        // A resource also has properties that are not settings, so its properties are not checked.
        if (PipelineObject?.Invoke(cmdlet) is not { BaseObject: PSCustomObject } row
            || row.TypeNames.Any(name => name.Contains("IvsTools.", StringComparison.Ordinal)))
        {
            yield break;
        }
        foreach (var column in row.Properties)
        {
            if (NearestOpen(column.Name) is { } near)
            {
                yield return $"The column {SafeText.Quote(column.Name)} is not a parameter of {cmdlet.MyInvocation.MyCommand.Name} "
                    + $"and is ignored. The parameter {near} has a similar name.";
            }
        }
    }

    private string? NearestOpen(string column)
    {
        if (!_near.TryGetValue(column, out var near))
        {
            var isParameter = _names.Value.Exists(known => string.Equals(known.Name, column, StringComparison.OrdinalIgnoreCase));
            _near[column] = near = isParameter ? [] : _names.Value.FindAll(known => IsNear(column, known.Name));
        }
        return near.Find(known => !cmdlet.MyInvocation.BoundParameters.ContainsKey(known.Parameter)).Name;
    }

    private IEnumerable<string> Values() =>
        from each in _known.Value
        from value in each.Property.GetValue(cmdlet) switch { string one => [one], string[] many => many, _ => Array.Empty<string>() }
        where value.Length > 0 && !each.Known.Values.Contains(value)
        select $"The value {SafeText.Quote(value)} of -{each.Property.Name} is not known to this version of the module "
            + $"and is sent as it is. Known values: {string.Join(", ", each.Known.Values)}.";

    private static bool IsReadFromRows(ParameterMetadata parameter) =>
        parameter.ParameterSets.Values.Any(set => set.ValueFromPipelineByPropertyName);

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
