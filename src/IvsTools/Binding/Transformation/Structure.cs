using System.Collections;
using System.Management.Automation;
using System.Reflection;
using IvsTools.Service;
using IvsTools.Text;

namespace IvsTools.Binding.Transformation;

/// <summary>Converts a hashtable or an object to an API record, and validates the record against the API model.</summary>
internal static class Structure
{
    /// <param name="type">The record type. The parameters of its constructor are the members.</param>
    /// <param name="value">
    /// A hashtable, an object, an API record, or text such as name=value; name=value. For a record with only one member, the text can
    /// also be only the value.
    /// </param>
    /// <param name="path">The name of the value in error messages.</param>
    /// <exception cref="ValidationMetadataException">A key is unknown, a required member is missing, or a value is not valid.</exception>
    public static object From(Type type, object value, string path)
    {
        var constructor = ConstructorOf(type);
        var members = constructor.GetParameters();
        var unwrapped = PSValue.Unwrap(value);
        if (unwrapped is string text && members is [var only])
            return constructor.Invoke([Member(type, only, WithoutScheme(text, only.Name!), path)]);
        var entries = Entries(value, unwrapped, path);
        var unknown = entries.Keys.Where(key => !members.Any(m => Same(m.Name!, key))).ToList();
        if (unknown.Count > 0)
        {
            throw new ValidationMetadataException(
                $"{path} does not have {string.Join(", ", unknown.Select(SafeText.Quote))}. "
                    + $"Valid members: {string.Join(", ", members.Select(m => m.Name))}.");
        }
        // A missing member is an error, because a missing number or Boolean would be sent with its default value.
        var missing = members.Where(m => ValueOf(m) is null && ApiModel.Instance.IsRequired(type, m.Name!)).ToList();
        if (missing.Count > 0)
        {
            throw new ValidationMetadataException(
                $"{path} requires {string.Join(" and ", missing.Select(m => m.Name))}.");
        }
        return constructor.Invoke([.. members.Select(m => Member(type, m, ValueOf(m), $"{path}.{m.Name}"))]);

        object? ValueOf(ParameterInfo member)
        {
            var value = entries.FirstOrDefault(entry => Same(entry.Key, member.Name!)).Value;
            // Empty text means that a number or a Boolean is not specified.
            return PSValue.Unwrap(value) is DBNull || (PSValue.Unwrap(value) is "" && member.ParameterType.IsValueType) ? null : value;
        }
    }

    /// <summary>Returns the primary constructor of a record.</summary>
    public static ConstructorInfo ConstructorOf(Type type) =>
        type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;

    // In a CSV file, a destination is a URI such as s3://bucket.
    private static string WithoutScheme(string text, string member) =>
        text.StartsWith($"{member}://", StringComparison.OrdinalIgnoreCase) ? text[(member.Length + "://".Length)..] : text;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, object?> Entries(object value, object unwrapped, string path) => unwrapped switch
    {
        IDictionary map => map.Cast<DictionaryEntry>().ToDictionary(e => e.Key.ToString()!, e => e.Value),
        string text => Read(text, path),
        ValueType => throw NotSettings(path, $"{unwrapped}"),
        PSCustomObject => PSObject.AsPSObject(value).Properties.ToDictionary(p => p.Name, object? (p) => p.Value),
        _ => unwrapped.GetType().GetProperties()
            .Where(p => p.GetIndexParameters().Length == 0)
            .ToDictionary(p => p.Name, p => p.GetValue(unwrapped)),
    };

    private static Dictionary<string, object?> Read(string text, string path)
    {
        var settings = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in NameValueText.Parse(text, _ => NotSettings(path, text)))
        {
            if (!settings.TryAdd(name, value))
                throw NotSettings(path, text);
        }
        return settings;
    }

    private static ValidationMetadataException NotSettings(string path, string text) =>
        new($"{path} must be a hashtable or text such as name=value; name=value, not {SafeText.Quote(text)}.");

    private static object? Member(Type owner, ParameterInfo member, object? value, string path)
    {
        if (value is null)
            return null;
        var shape = ApiModel.Instance.ShapeOf(owner, member.Name!);
        var type = Nullable.GetUnderlyingType(member.ParameterType) ?? member.ParameterType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            if (value is string cell)
                value = cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var itemType = type.GetGenericArguments()[0];
            var itemShape = ApiModel.Instance.Shapes.GetValueOrDefault(shape?.Member ?? string.Empty);
            var items = LanguagePrimitives.ConvertTo<object[]>(value).Select(item => One(itemType, item, itemShape, path)).ToArray();
            var list = Array.CreateInstance(itemType, items.Length);
            items.CopyTo(list, 0);
            return list;
        }
        return One(type, value, shape, path);
    }

    private static object? One(Type type, object value, ApiShape? shape, string path)
    {
        if (type != typeof(string) && !type.IsValueType)
            return From(type, value, path);
        object converted = type == typeof(bool) ? TrueOrFalse(value, path)
            : type == typeof(int) ? (int)Integer(value, int.MinValue, int.MaxValue, path)
            : type == typeof(long) ? Integer(value, long.MinValue, long.MaxValue, path)
            : Text(value, path, isUppercase: shape?.Values is not null);
        return shape?.RuleBrokenBy(converted) is null
            ? converted
            : throw new ValidationMetadataException(
                $"{path} cannot be {SafeText.Quote($"{converted}")}. Valid values: {shape.ValidValues}.");
    }

    // PowerShell would convert the text 'false' to true, round 1.5, and join the items of a list.
    private static bool TrueOrFalse(object value, string path) =>
        TrueOrFalseTransformationAttribute.TrueOrFalse(PSValue.Unwrap(value)) ?? throw NotA("true or false", value, path);

    private static long Integer(object value, long minimum, long maximum, string path) =>
        WholeNumberTransformationAttribute.Integer(PSValue.Unwrap(value), minimum, maximum) ?? throw NotA("an integer", value, path);

    private static string Text(object value, string path, bool isUppercase)
    {
        if (PSValue.IsListOrObject(value))
            throw NotA("text", value, path);
        var text = LanguagePrimitives.ConvertTo<string>(value);
        return isUppercase ? text.ToUpperInvariant() : text;
    }

    private static ValidationMetadataException NotA(string kind, object value, string path) =>
        new($"{path} must be {kind}, not {SafeText.Quote($"{value}")}.");
}
