using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IvsTools.Emulator.State;

/// <summary>The Region and the account to which a request applies.</summary>
internal sealed record Scope(string Region, string AccountId)
{
    /// <summary>Returns the Region and account in an ARN, or null if the text is not an ARN.</summary>
    public static Scope? OfArn(string arn) =>
        arn.Split(':') is ["arn", "aws", "ivs", var region, var accountId, _, ..] ? new Scope(region, accountId) : null;

    /// <summary>Derives a different seed for each Region and account, so that the IDs of resources are unique.</summary>
    public int? SeedFrom(int? seed) => seed is null ? null : BinaryPrimitives.ReadInt32LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {Region} {AccountId}"))));
}
