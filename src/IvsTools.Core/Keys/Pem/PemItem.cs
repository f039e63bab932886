namespace IvsTools.Keys;

/// <summary>A block or an error.</summary>
/// <param name="Block">The block, or null if <paramref name="Error"/> is set.</param>
/// <param name="Error">The error, or null if <paramref name="Block"/> is set.</param>
/// <param name="State">The state that the caller passed together with the BEGIN line.</param>
internal readonly record struct PemItem(PemBlock? Block, KeyException? Error, object? State);
