namespace IvsTools.Binding.Validation;

/// <summary>An attribute that warns about values of a parameter.</summary>
internal interface IValueWarning
{
    /// <summary>Returns the warning about a value, or null.</summary>
    string? Warning(string parameter, string value);
}
