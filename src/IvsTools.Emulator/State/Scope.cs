using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IvsTools.Emulator.State;

/// <summary>The Region and the account that a request is signed for, and that its resources belong to.</summary>
internal sealed record Scope(string Region, string AccountId)
{
    /// <summary>The scope in an ARN, or null for other text.</summary>
    public static Scope? OfArn(string arn) =>
        arn.Split(':') is ["arn", "aws", "ivs", var region, var accountId, _, ..] ? new Scope(region, accountId) : null;

    /// <summary>A seed that differs between scopes, so that no two scopes have resources with the same ID.</summary>
    public int? SeedFrom(int? seed) => seed is null ? null : BinaryPrimitives.ReadInt32LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {Region} {AccountId}"))));
}
