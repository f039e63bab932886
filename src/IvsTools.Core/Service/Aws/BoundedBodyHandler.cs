namespace IvsTools.Service.Aws;

/// <summary>Reads each response completely before the SDK reads it, and rejects a response that is too long.</summary>
/// <remarks>
/// The SDK reads responses with blocking calls, which Ctrl+C and timeouts do not interrupt. In contrast, the reads of this handler
/// can be canceled immediately.
/// </remarks>
internal sealed class BoundedBodyHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The maximum length of a response. Responses of the API are much shorter.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RequireHeadersOfOneLine(request);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            var content = new ByteArrayContent(await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false));
            foreach (var (name, values) in response.Content.Headers)
                content.Headers.TryAddWithoutValidation(name, values);
            content.Headers.ContentLength = null;
            response.Content.Dispose();
            response.Content = content;
            return response;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidDataException)
        {
            using (response)
            {
                var requestId = response.Headers.TryGetValues("x-amzn-RequestId", out var ids) ? ids.First() : null;
                throw new BrokenBodyException(response.StatusCode, requestId, e);
            }
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // Credentials from files, the environment or programs can contain line breaks. ConnectionCheck does not see these credentials.
    private static void RequireHeadersOfOneLine(HttpRequestMessage request)
    {
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            if (values.Any(value => value.Any(char.IsControl)))
                throw new UnsendableHeaderException(name);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > MaximumBytes)
            throw TooLong();
        using var body = new MemoryStream();
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (body.Length + read > MaximumBytes)
                throw TooLong();
            body.Write(chunk, 0, read);
        }
        return body.ToArray();
    }

    private static InvalidDataException TooLong() => new("The response is larger than 16 MB.");
}
