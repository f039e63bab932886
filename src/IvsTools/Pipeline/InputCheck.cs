using System.Collections;
using System.Management.Automation;
using System.Reflection;
using IvsTools.Errors;
using IvsTools.Text;

namespace IvsTools.Pipeline;

/// <summary>
/// Finds input problems that PowerShell does not report: resources of other types, values that do not fit their parameters, values
/// that the API model does not contain, misspelled column names, and ignored columns with the names of connection parameters.
/// </summary>
/// <param name="cmdlet">The cmdlet that has the parameters.</param>
/// <param name="writeError">Writes an error.</param>
/// <param name="writeWarning">Writes a warning.</param>
internal sealed class InputCheck(PSCmdlet cmdlet, Action<ErrorRecord> writeError, Action<string> writeWarning)
{
    private static readonly Func<Cmdlet, PSObject?>? PipelineObject = FindPipelineObject();

    // The parameters are the same for every input of a pipeline, so they are read once.
    private readonly Lazy<Dictionary<string, ParameterMetadata>> _parameters = new(() => ByName(cmdlet, IsReadFromRows));
    private readonly Lazy<Dictionary<string, ParameterMetadata>> _connection = new(() => ByName(cmdlet, IsConnection));
    private readonly Lazy<List<(PropertyInfo Property, IValueWarning Attribute)>> _warnings = new(() => [..
        from property in cmdlet.GetType().GetProperties()
        from attribute in property.GetCustomAttributes(typeof(IValueWarning), inherit: true).Cast<IValueWarning>()
        select (property, attribute)]);
    private readonly Dictionary<string, List<(string Parameter, string Name)>> _near = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private readonly HashSet<string> _typed = new(StringComparer.OrdinalIgnoreCase);
    private ResourceTypeCheck? _type;

    /// <summary>Stores the parameters of the command line before the first input is bound.</summary>
    public void Begin()
    {
        _typed.UnionWith(cmdlet.MyInvocation.BoundParameters.Keys);
        _type = new ResourceTypeCheck(cmdlet);
    }

    /// <summary>Returns true if the parameter is on the command line.</summary>
    public bool IsTyped(string parameter) => _typed.Contains(parameter);

    /// <summary>
    /// Writes an error and returns false if the current input is a resource of another type, or a value does not fit its parameter.
    /// Otherwise, writes the warnings about the input.
    /// </summary>
    public bool IsUsable(object? target)
    {
        if (Row is { } input && (Misfit(input, target) ?? _type?.Check(input, ReadFrom(input))) is { } error)
        {
            writeError(error);
            return false;
        }
        Warn();
        return true;
    }

    /// <summary>Writes the warnings about the current input that have not been written for earlier inputs.</summary>
    public void Warn()
    {
        foreach (var warning in Columns().Concat(Values()).Where(_said.Add))
            writeWarning(warning);
    }

    /// <summary>
    /// Returns an error if a value of the current input does not fit its parameter. PowerShell does not report such a value. For
    /// example, if the column Authorized contained a list, a new channel would be public.
    /// </summary>
    private ErrorRecord? Misfit(PSObject input, object? target)
    {
        foreach (var column in input.Properties)
        {
            if (_parameters.Value.TryGetValue(column.Name, out var parameter) && IsReadNow(parameter) && IsMisfit(parameter, column.Value))
            {
                return ErrorRecords.InvalidColumn(
                    $"The value of {SafeText.Quote(column.Name)} is {KindOf(PSValue.Unwrap(column.Value))}, "
                        + $"which -{parameter.Name} does not accept. The input was not processed.",
                    target);
            }
        }
        return null;
    }

    /// <summary>Returns the name of the resource with this ARN, or null if the current input does not contain the name.</summary>
    public string? NameOf(string arn) =>
        PipelineObject?.Invoke(cmdlet) is { } input
        && input.Properties["Arn"]?.Value as string == arn
        && input.Properties["Name"]?.Value is string { Length: > 0 } name
            ? SafeText.Line(name)
            : null;

    private PSObject? Row => PipelineObject?.Invoke(cmdlet) is { BaseObject: not (string or ValueType) } input ? input : null;

    private HashSet<string> ReadFrom(PSObject input) => [.. input.Properties
        .Select(column => _parameters.Value.GetValueOrDefault(column.Name))
        .OfType<ParameterMetadata>()
        .Where(parameter => IsReadNow(parameter) && !_typed.Contains(parameter.Name))
        .Select(parameter => parameter.Name)];

    // Reads the value of the parameter to determine whether the current input has set it. BoundParameters does not show this, because
    // it still contains the parameters that earlier inputs have set.
    private bool IsMisfit(ParameterMetadata parameter, object? value) => PSValue.Unwrap(value) switch
    {
        // The attributes of the parameter convert or reject text and Booleans.
        null or DBNull or string or bool or ICollection { Count: 0 } => false,
        var plain => cmdlet.GetType().GetProperty(parameter.Name)!.GetValue(cmdlet) switch
        {
            null or Array { Length: 0 } => true,
            string text => plain is PSCustomObject or IDictionary && text == $"{value}",
            string[] { Length: 1 } list => plain is PSCustomObject or IDictionary && list[0] == $"{value}",
            _ => false,
        },
    };

    // Returns true if the parameter binds by property name in the current parameter set.
    private bool IsReadNow(ParameterMetadata parameter) =>
        (parameter.ParameterSets.GetValueOrDefault(cmdlet.ParameterSetName)
            ?? parameter.ParameterSets.GetValueOrDefault(ParameterAttribute.AllParameterSets)) is { ValueFromPipelineByPropertyName: true };

    private static string KindOf(object? value) => value switch
    {
        PSCustomObject or IDictionary => "an object",
        IEnumerable and not string => "a list",
        _ => $"of the type {value?.GetType().Name}",
    };

    private IEnumerable<string> Columns()
    {
        // The properties of a resource are not checked, because many of them are not parameters.
        if (PipelineObject?.Invoke(cmdlet) is not { BaseObject: PSCustomObject } row
            || row.TypeNames.Any(name => name.Contains("IvsTools.", StringComparison.Ordinal)))
        {
            yield break;
        }
        foreach (var column in row.Properties)
        {
            if (IgnoredConnection(row, column) is { } connection)
            {
                yield return $"The column {SafeText.Quote(column.Name)} is ignored, because the settings of the connection "
                    + $"are not read from rows. Use -{connection}.";
            }
            else if (NearestOpen(column.Name) is { } near)
            {
                yield return $"The column {SafeText.Quote(column.Name)} is not a parameter of {cmdlet.MyInvocation.MyCommand.Name} "
                    + $"and is ignored. The parameter {near} has a similar name.";
            }
        }
    }

    private string? IgnoredConnection(PSObject row, PSPropertyInfo column) =>
        _connection.Value.TryGetValue(column.Name, out var parameter)
        && !cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter.Name)
        && Note(column) is not (null or "")
        && !IsRegionOfArn(row, Note(column))
            ? parameter.Name
            : null;

    // An exported resource can have a Region column, which only repeats the Region of its ARN.
    private static bool IsRegionOfArn(PSObject row, object? value) =>
        row.Properties.Any(other => IvsArn.RegionOf(Note(other) as string) is { } region && region.Equals(value));

    private static object? Note(PSPropertyInfo column) => column is PSNoteProperty note ? PSValue.Unwrap(note.Value) : null;

    private string? NearestOpen(string column)
    {
        if (!_near.TryGetValue(column, out var near))
        {
            _near[column] = near = _parameters.Value.ContainsKey(column)
                ? []
                : [.. _parameters.Value.Where(known => IsNear(column, known.Key)).Select(known => (known.Value.Name, known.Key))];
        }
        return near.Find(known => !cmdlet.MyInvocation.BoundParameters.ContainsKey(known.Parameter)).Name;
    }

    private IEnumerable<string> Values() =>
        from parameter in _warnings.Value
        from value in Texts(parameter.Property.GetValue(cmdlet))
        let warning = parameter.Attribute.Warning(parameter.Property.Name, value)
        where warning is not null
        select warning;

    private static IEnumerable<string> Texts(object? value) =>
        (value switch { string one => [one], string?[] many => many, _ => [] }).OfType<string>().Where(text => text.Length > 0);

    private static Dictionary<string, ParameterMetadata> ByName(PSCmdlet cmdlet, Func<ParameterMetadata, bool> isWanted) => new(
        from parameter in cmdlet.MyInvocation.MyCommand.Parameters.Values
        where isWanted(parameter)
        from name in parameter.Aliases.Prepend(parameter.Name)
        select KeyValuePair.Create(name, parameter), StringComparer.OrdinalIgnoreCase);

    private static bool IsReadFromRows(ParameterMetadata parameter) =>
        parameter.ParameterSets.Values.Any(set => set.ValueFromPipelineByPropertyName);

    private static bool IsConnection(ParameterMetadata parameter) => parameter.Name is "Region" or "EndpointUrl" or "TimeoutSec"
        or "AccessKey" or "SecretKey" or "SessionToken" or "Credential" or "ProfileName" or "ProfileLocation"
        or "ClientConfig" or "NetworkCredential";

    // Returns true if the column name is probably a misspelled or abbreviated parameter name.
    private static bool IsNear(string column, string name)
    {
        var letters = string.Concat(column.Where(char.IsLetterOrDigit));
        return NameDistance.Between(letters, name) <= Math.Min(2, name.Length / 4) || NameAbbreviation.IsOf(letters, name);
    }

    // The parameters contain only some columns of a CSV row. An internal property of the cmdlet contains the whole row. If a version
    // of PowerShell does not have this property, the columns are not checked.
    private static Func<Cmdlet, PSObject?>? FindPipelineObject() =>
        typeof(Cmdlet).GetProperty("CurrentPipelineObject", BindingFlags.Instance | BindingFlags.NonPublic)
            ?.GetMethod?.CreateDelegate<Func<Cmdlet, PSObject?>>();
}
