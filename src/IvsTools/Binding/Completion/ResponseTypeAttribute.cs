namespace IvsTools.Binding.Completion;

/// <summary>Specifies the responses of a cmdlet's operations. Completion offers their members for -Select.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ResponseTypeAttribute(params Type[] responses) : Attribute
{
    public IReadOnlyList<Type> Responses => responses;
}
