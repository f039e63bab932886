namespace IvsTools.Service;

/// <summary>Creates recording configurations and waits until they can be used.</summary>
public static class RecordingConfigurations
{
    /// <summary>The state in which one is at first.</summary>
    public const string Creating = "CREATING";

    /// <summary>The state of one whose bucket cannot be used.</summary>
    public const string CreateFailed = "CREATE_FAILED";

    /// <summary>Creates one and waits until it is ACTIVE or CREATE_FAILED.</summary>
    /// <exception cref="IvsServiceException">WaitTimeout, or what the service said.</exception>
    public static async Task<CreateRecordingConfigurationResponse> CreateAsync(
        IvsSession session, CreateRecordingConfigurationRequest request, TimeSpan limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var created = await session.SendAsync(Operations.CreateRecordingConfiguration, request, cancellationToken).ConfigureAwait(false);
        if (created.RecordingConfiguration is not { Arn: { } arn, State: Creating })
            return created;
        var settled = await Waiting.UntilAsync(
            session,
            $"{arn} is active",
            Operations.GetRecordingConfiguration,
            new(arn),
            (answer, _) => answer is not null && answer.RecordingConfiguration?.State != Creating,
            limit,
            cancellationToken).ConfigureAwait(false);
        // This waiting is ended by an answer only.
        return new(settled!.RecordingConfiguration);
    }
}
