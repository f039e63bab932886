using System.Collections;
using System.Management.Automation;
using IvsTools.Text;

namespace IvsTools.Binding.Transformation;

/// <summary>Accepts tags as the text <c>key=value; key=value</c> from a CSV file, or as an object from JSON.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class TagTransformationAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        RejectSecretAttribute.Require(inputData);
        var tags = inputData switch
        {
            string text => Read(text),
            PSObject { BaseObject: string text } => Read(text),
            PSObject { BaseObject: PSCustomObject } members => Read(members),
            // Import-Clixml returns the tags as a dictionary of a different type.
            PSObject { BaseObject: IDictionary copy } old when old.TypeNames.Any(
                name => name.EndsWith(typeof(TagDictionary).FullName!, StringComparison.Ordinal)) =>
                new TagDictionary(TagSet.From(copy)!),
            _ => inputData,
        };
        if (PSValue.Unwrap(tags) is IDictionary entries)
        {
            foreach (DictionaryEntry entry in entries)
                RequireText($"{entry.Key}", entry.Value);
        }
        return tags;
    }

    private static void RequireText(string key, object? value)
    {
        if (PSValue.IsListOrObject(value))
        {
            throw new ArgumentTransformationMetadataException(
                $"The value of {SafeText.Quote(key)} must be text, not a list or an object.");
        }
    }

    private static Hashtable? Read(string text)
    {
        var tags = new Hashtable(StringComparer.Ordinal);
        foreach (var (key, value) in NameValueText.Parse(text, NotATag))
            Add(tags, key, value);
        return tags.Count == 0 ? null : tags;
    }

    private static ArgumentTransformationMetadataException NotATag(string text) =>
        new($"{SafeText.Quote(text)} is not a tag. Write tags as key=value; key=value.");

    private static Hashtable Read(PSObject members)
    {
        var tags = new Hashtable(StringComparer.Ordinal);
        foreach (var member in members.Properties)
            Add(tags, member.Name, member.Value);
        return tags;
    }

    private static void Add(Hashtable tags, string key, object? value)
    {
        if (tags.ContainsKey(key))
            throw new ArgumentTransformationMetadataException($"The tag {SafeText.Quote(key)} appears twice.");
        tags.Add(key, value);
    }
}
