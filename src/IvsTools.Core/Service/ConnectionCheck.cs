using System.Diagnostics.CodeAnalysis;
using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>Rejects invalid settings before a request is sent. For example, a line break in a credential would add a header.</summary>
internal static class ConnectionCheck
{
    private const int LongestRegion = 63;

    /// <exception cref="IvsServiceException">
    /// The endpoint (InvalidEndpoint) or a credential (InvalidCredentials) is not valid. The message never contains a
    /// credential.
    /// </exception>
    public static void Require(ConnectionSettings settings)
    {
        RequirePrintable(settings.AccessKey, "access key");
        RequirePrintable(settings.SecretKey, "secret key");
        RequirePrintable(settings.SessionToken, "session token");
        if (settings.EndpointUrl is { } endpoint)
            RequireEndpoint(endpoint, variable: null);
    }

    /// <summary>Checks the Region, which becomes part of the host name.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="action">The recommended action. If null, the general action for the error code applies.</param>
    /// <exception cref="IvsServiceException">The Region is not valid (InvalidRegion).</exception>
    public static void RequireRegion(string region, string? action = null)
    {
        if (region.Length is 0 or > LongestRegion || region[0] == '-' || region[^1] == '-'
            || !region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new IvsServiceException(
                IvsErrorCode.InvalidRegion,
                $"{SafeText.Quote(region)} is not a Region. A Region contains lowercase letters, digits and hyphens, such as us-west-2.")
            {
                RecommendedAction = action,
            };
        }
    }

    private static void RequirePrintable(string? value, string what)
    {
        if (value?.Any(c => c is <= ' ' or > '~') is true)
        {
            throw new IvsServiceException(
                IvsErrorCode.InvalidCredentials,
                $"The {what} contains a space, a line break or another character that is not valid. "
                    + "The value may have been copied with other text.");
        }
    }

    /// <summary>Checks that the endpoint is an http or https URL without a user name, password, query or fragment.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="variable">
    /// The environment variable that can contain the endpoint, or null if the endpoint is from the -EndpointUrl parameter.
    /// </param>
    /// <exception cref="IvsServiceException">The endpoint is not valid (InvalidEndpoint).</exception>
    public static void RequireEndpoint(string endpoint, string? variable)
    {
        if (!IsUrl(endpoint, out var url))
        {
            var isIncomplete = !endpoint.Contains("//", StringComparison.Ordinal)
                && IsUrl("http://" + endpoint, out var completed)
                && completed.UserInfo.Length == 0;
            var example = isIncomplete ? "http://" + endpoint : "http://localhost:4566";
            throw InvalidEndpoint(
                $"{SafeText.Quote(endpoint)} is not an endpoint. An endpoint must be an http or https URL, such as {example}.", variable);
        }
        if (url.UserInfo.Length > 0)
        {
            throw InvalidEndpoint(
                "The endpoint URL must not contain a user name or password. Requests are authenticated only by their signature.", variable);
        }
        if (url.Query.Length > 0 || url.Fragment.Length > 0)
            throw InvalidEndpoint("The endpoint URL must not contain a query or a fragment.", variable);
    }

    /// <summary>Returns the error for an endpoint that cannot be used.</summary>
    public static IvsServiceException InvalidEndpoint(string message, string? variable, Exception? cause = null) =>
        new(IvsErrorCode.InvalidEndpoint, message, cause)
        {
            RecommendedAction = variable is null ? null : $"Correct {variable}, AWS_ENDPOINT_URL, or endpoint_url in the profile.",
        };

    private static bool IsUrl(string text, [NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url)
        && url.Scheme is "http" or "https"
        && url.Host.Length > 0
        && !text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character));
}
