namespace IvsTools.Emulator.Http;

/// <summary>Allows web pages of the specified origins to call the API. Control and playback requests have their own rules.</summary>
internal sealed class CrossOrigin(IReadOnlyList<string> allowed)
{
    private const string Any = "*";

    private const string AllowedHeaders =
        "Authorization, Content-Type, X-Amz-Content-Sha256, X-Amz-Date, X-Amz-Security-Token, X-Amz-User-Agent, X-Api-Key, "
            + "amz-sdk-invocation-id, amz-sdk-request";

    private const string ExposedHeaders = "x-amzn-errortype, x-amzn-requestid, x-amzn-errormessage, x-amzn-trace-id, x-amz-apigw-id, date";

    /// <summary>Returns the response to a preflight request, or null for other requests.</summary>
    public Response? Preflight(EmulatorRequest request)
    {
        if (request.Method != "OPTIONS" || request.Headers["Access-Control-Request-Method"] is null || !IsAllowed(request))
            return null;
        return Response.Of(204, null) with
        {
            MoreHeaders = new Dictionary<string, string>
            {
                ["Access-Control-Allow-Methods"] = "GET, POST, DELETE",
                ["Access-Control-Allow-Headers"] = AllowedHeaders,
                ["Access-Control-Max-Age"] = "600",
            },
        };
    }

    /// <summary>Adds CORS headers to the response if the page is allowed to read it.</summary>
    public Response Allow(EmulatorRequest request, Response response) => !IsAllowed(request) ? response : response with
    {
        AllowedOrigin = request.Headers["Origin"],
        MoreHeaders = new Dictionary<string, string>(response.MoreHeaders)
        {
            ["Access-Control-Expose-Headers"] = ExposedHeaders,
            ["Vary"] = "Origin",
        },
    };

    private bool IsAllowed(EmulatorRequest request) =>
        request.Headers["Origin"] is { } origin && (allowed.Contains(Any) || allowed.Contains(origin))
        && !request.RawUrl.StartsWith(Paths.Control, StringComparison.Ordinal)
        && !request.RawUrl.StartsWith(Paths.Playback, StringComparison.Ordinal);
}
