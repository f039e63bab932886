using IvsTools.Service;

namespace IvsTools.Emulator.Signing;

/// <summary>
/// The access keys that clients can use to sign requests. All access key IDs share the secret access key and session token.
/// </summary>
internal sealed record AccessKeys(
    string Region, IReadOnlyDictionary<string, string> Accounts, string SecretAccessKey, string? SessionToken)
{
    public bool IsRegion(string region) => region == Region || IvsRegion.All.Contains(region);

    public bool IsAccount(string accountId) => Accounts.Values.Contains(accountId);

    public string? AccountOf(string accessKeyId) => Accounts.GetValueOrDefault(accessKeyId);

    /// <summary>Returns only the Region, because the other members include secrets.</summary>
    public override string ToString() => Region;
}
