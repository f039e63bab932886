using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace IvsTools.Binding.Completion;

/// <summary>
/// Completes two-letter country codes. The user can also type at least three letters of the country's English name.
/// </summary>
internal sealed class CountryCompleter : IArgumentCompleter
{
    // Without ICU, .NET has no data about countries, so there are no completions.
    private static IEnumerable<RegionInfo> Countries => CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Where(culture => culture.Name.Length > 0)
        .Select(culture => new RegionInfo(culture.Name))
        .DistinctBy(country => country.TwoLetterISORegionName);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        from country in Countries
        let code = country.TwoLetterISORegionName
        // Regions such as Latin America have a code of three digits.
        where code.Length == 2
        let name = country.EnglishName
        where ArgumentText.Begins(code, wordToComplete) || (wordToComplete.Length > 2 && ArgumentText.Begins(name, wordToComplete))
        orderby code
        select new CompletionResult(code, $"{code} {name}", CompletionResultType.ParameterValue, name);
}
