using System.Collections;
using System.Management.Automation;
using System.Reflection;
using IvsTools.Errors;
using IvsTools.Text;

namespace IvsTools.Pipeline;

/// <summary>Reads the value of -Select: *, a path in the response, or ^ followed by a parameter name.</summary>
internal static class Selection
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;

    /// <summary>
    /// Returns a function that selects the output from a response, or null if -Select is omitted. An unknown name ends the pipeline
    /// before a request is sent.
    /// </summary>
    /// <param name="cmdlet">The cmdlet that has the parameters.</param>
    /// <param name="select">The value of -Select.</param>
    /// <param name="input">The ARN in the request. If the parameter has several ARNs, ^ returns only this one.</param>
    public static Func<object, object?>? Of<TResponse>(PSCmdlet cmdlet, string? select, object? input)
    {
        if (select is null)
            return null;
        if (select == "*")
            return response => response;
        if (OfParameter(cmdlet, select) is { } parameter)
            return _ => parameter.Of(input);
        var path = select.Split('.');
        var type = typeof(TResponse);
        foreach (var name in path)
            type = ItemType(MemberType(cmdlet, type, name, select));
        return response => path.Aggregate((object?)response, Pick);
    }

    /// <summary>Returns the value of the parameter, or null if -Select does not specify a parameter.</summary>
    public static SelectedParameter? OfParameter(PSCmdlet cmdlet, string? select)
    {
        if (select?.StartsWith('^') is not true)
            return null;
        var parameter = Parameter(cmdlet, select[1..]);
        return new SelectedParameter(parameter, parameter.GetValue(cmdlet));
    }

    private static object? Pick(object? from, string name) => from switch
    {
        null => null,
        IDictionary map => map[name],
        string or IEnumerable<char> => null,
        IEnumerable many => many.Cast<object>().Select(item => Pick(item, name)).ToList(),
        _ => from.GetType().GetProperty(name, Members)?.GetValue(from),
    };

    private static Type MemberType(PSCmdlet cmdlet, Type type, string name, string select)
    {
        if (typeof(IReadOnlyDictionary<string, string>).IsAssignableFrom(type))
            return typeof(string);
        if (type.GetProperty(name, Members) is { } property)
            return property.PropertyType;
        throw Unknown(
            cmdlet,
            select,
            type.GetProperties(Members).Select(p => p.Name),
            $"{type.Name} does not have the member {SafeText.Quote(name)}");
    }

    private static Type ItemType(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : type;

    private static PropertyInfo Parameter(PSCmdlet cmdlet, string name)
    {
        var all = cmdlet.GetType().GetProperties(Members).Where(p => p.IsDefined(typeof(ParameterAttribute))).ToList();
        return all.Find(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? all.Find(p => p.GetCustomAttribute<AliasAttribute>()?.AliasNames.Contains(name, StringComparer.OrdinalIgnoreCase) is true)
            ?? throw Unknown(cmdlet, '^' + name, all.Select(p => '^' + p.Name), $"the parameter {SafeText.Quote(name)} does not exist");
    }

    private static PipelineStoppedException Unknown(PSCmdlet cmdlet, string select, IEnumerable<string> known, string why)
    {
        cmdlet.ThrowTerminatingError(ErrorRecords.Invalid(
            "UnknownSelection",
            $"-Select {SafeText.Quote(select)}: {why}. Valid names: "
                + $"{string.Join(", ", known.Order(StringComparer.Ordinal).Prepend("*"))}. Nothing was sent.",
            select));
        return new PipelineStoppedException();
    }
}
