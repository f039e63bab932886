namespace IvsTools.Service;

/// <summary>Creates recording configurations and waits until they can be used.</summary>
internal static class RecordingConfigurations
{
    /// <summary>The initial state.</summary>
    public const string Creating = "CREATING";

    /// <summary>The state of a recording configuration whose bucket cannot be used.</summary>
    public const string CreateFailed = "CREATE_FAILED";

    /// <summary>Creates a recording configuration and waits until its state is ACTIVE or CREATE_FAILED.</summary>
    /// <exception cref="IvsServiceException">The timeout elapsed (WaitTimeout), or the service returned an error.</exception>
    public static async Task<CreateRecordingConfigurationResponse> CreateAsync(
        CallContext context, CreateRecordingConfigurationRequest request, TimeSpan limit, CancellationToken cancellationToken)
    {
        var created = await context.SendAsync(Operations.CreateRecordingConfiguration, request, cancellationToken).ConfigureAwait(false);
        if (created.RecordingConfiguration is not { Arn: { } arn, State: Creating })
            return created;
        var settled = await Waiter.UntilAsync(
            context,
            $"{arn} is active",
            Operations.GetRecordingConfiguration,
            new(arn),
            (response, _) => response is not null && response.RecordingConfiguration?.State != Creating,
            limit,
            cancellationToken).ConfigureAwait(false);
        // UntilAsync does not return null, because the condition above is false if the response is null.
        return new(settled!.RecordingConfiguration);
    }
}
