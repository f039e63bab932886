using System.Reflection;

namespace IvsTools.Pipeline;

/// <summary>
/// The value of the parameter that -Select ^ specifies. The value is read before the calls, because the next input can change the
/// parameter.
/// </summary>
/// <param name="parameter">The property for the parameter.</param>
/// <param name="value">The value for the current input.</param>
internal sealed class SelectedParameter(PropertyInfo parameter, object? value)
{
    private object? _value = value;

    /// <summary>
    /// Returns the output for one item of a request, such as an ARN. The output is the item, if the value of the parameter is an array
    /// that contains the item. Otherwise, the output is the whole value, once for each input.
    /// </summary>
    /// <param name="item">The item. For an item with several members, the members.</param>
    public object? Of(params ReadOnlySpan<object?> item)
    {
        if (_value is Array many)
        {
            foreach (var member in item)
            {
                if (Array.IndexOf(many, member) >= 0)
                    return member;
            }
            // If a resource is bound as an object, the parameter for its ARN is empty.
            if (many.Length == 0 && parameter.IsDefined(typeof(ValidateIvsArnAttribute)))
                return item[0];
        }
        return Interlocked.Exchange(ref _value, null);
    }
}
