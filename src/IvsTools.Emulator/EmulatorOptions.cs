namespace IvsTools.Emulator;

/// <summary>What an emulator is and how it behaves from its start.</summary>
public sealed record EmulatorOptions
{
    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; }

    /// <summary>The Region of the endpoint.</summary>
    public string Region { get; init; } = "us-west-2";

    /// <summary>The account that everything in it belongs to.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>Null makes one up.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>Null makes one up.</summary>
    public string? SecretAccessKey { get; init; }

    /// <summary>The session token of temporary credentials; null for credentials that last.</summary>
    public string? SessionToken { get; init; }

    /// <summary>Waited before each answer.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Calls over this rate get 429; null for no limit.</summary>
    public double? RequestsPerSecond { get; init; }

    /// <summary>The clock of signatures, rates, sessions and tokens. Latency is real time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Makes ids, stream keys and credentials that are made up the same in every run; null makes new ones.</summary>
    public int? Seed { get; init; }

    /// <summary>The origins whose web pages may call the API, such as https://studio.example, or * for all. None keeps pages of other sites out.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>A file that the state is loaded from, if it is there, and saved to at the end; null keeps nothing.</summary>
    public string? StatePath { get; init; }

    /// <summary>True points every AWS client of this process, and of those that it starts, to the emulator until it ends. Only an <see cref="EmulatorServer"/> does it.</summary>
    public bool SetEnvironment { get; init; }

    /// <summary>True refuses every creation, as for an account under verification.</summary>
    public bool PendingVerification { get; init; }
}
