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

    // A list or an object cannot be converted to useful text. For example, an array would become System.Object[].
    private static void RequireText(string key, object? value)
    {
        if (PSValue.Unwrap(value) is PSCustomObject or (IEnumerable and not string))
        {
            throw new ArgumentTransformationMetadataException(
                $"The value of {SafeText.Quote(key)} must be text, not a list or an object.");
        }
    }

    private static Hashtable? Read(string text)
    {
        var tags = new Hashtable(StringComparer.Ordinal);
        foreach (var tag in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (tag.IndexOf('=', StringComparison.Ordinal) is var end and > 0)
            {
                Add(tags, tag[..end].TrimEnd(), tag[(end + 1)..].TrimStart());
            }
            else
            {
                throw new ArgumentTransformationMetadataException(
                    $"{SafeText.Quote(tag)} is not a tag. Write tags as key=value; key=value.");
            }
        }
        return tags.Count == 0 ? null : tags;
    }

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
