using IvsTools.Service;

namespace IvsTools.Emulator.Signing;

/// <summary>The credentials that requests can be signed with. All access keys have the same secret and session token.</summary>
/// <param name="Region">The Region of the settings. The Regions of Amazon IVS are also accepted.</param>
/// <param name="Accounts">The account of each access key ID.</param>
/// <param name="SecretAccessKey">The secret access key.</param>
/// <param name="SessionToken">The session token of temporary credentials, or null.</param>
internal sealed record Credentials(
    string Region, IReadOnlyDictionary<string, string> Accounts, string SecretAccessKey, string? SessionToken)
{
    public bool IsRegion(string region) => region == Region || IvsRegion.All.Contains(region);

    public bool IsAccount(string accountId) => Accounts.Values.Contains(accountId);

    public string? AccountOf(string accessKeyId) => Accounts.GetValueOrDefault(accessKeyId);

    /// <summary>No secrets.</summary>
    public override string ToString() => Region;
}
