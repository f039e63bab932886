using IvsTools.Text;

namespace IvsTools.Service;

/// <summary>Refuses settings that could not be meant, before anything is sent: a line break in a credential would become a header of its own.</summary>
internal static class ConnectionCheck
{
    /// <exception cref="IvsServiceException">InvalidEndpoint, InvalidRegion or InvalidCredentials. The message names the setting and never quotes a credential.</exception>
    public static void Require(ConnectionSettings settings)
    {
        if (settings.Region is { } region && !region.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw new IvsServiceException(IvsErrorCode.InvalidRegion, $"{SafeText.Quote(region)} is not a Region. A Region has lower-case letters, digits and hyphens, such as us-west-2.");
        RequirePrintable(settings.AccessKey, "access key");
        RequirePrintable(settings.SecretKey, "secret key");
        RequirePrintable(settings.SessionToken, "session token");
        if (settings.EndpointUrl is { } endpoint)
            RequireEndpoint(endpoint);
    }

    private static void RequirePrintable(string? value, string what)
    {
        if (value?.Any(c => c is <= ' ' or > '~') is true)
            throw new IvsServiceException(IvsErrorCode.InvalidCredentials, $"The {what} has a space, a line break or another character that no {what} has. It may have been copied with the text around it.");
    }

    private static void RequireEndpoint(string endpoint)
    {
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0 || endpoint.Any(char.IsControl))
            throw new IvsServiceException(IvsErrorCode.InvalidEndpoint, $"{SafeText.Quote(endpoint)} is not an endpoint: it must be an http or https URL, such as http://localhost:4566.");
        if (url.UserInfo.Length > 0)
            throw new IvsServiceException(IvsErrorCode.InvalidEndpoint, "The endpoint URL must not have a user name or password in it: requests are signed.");
    }
}
