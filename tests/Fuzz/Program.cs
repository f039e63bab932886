using System.Diagnostics;
using System.Globalization;
using IvsTools.Fuzz;

var count = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Environment.TickCount;
using var openssl = new OpensslCheck();
IReadOnlyList<ITarget> targets = [.. Targets.All(openssl), new RtmpTarget()];
var fuzzer = new Fuzzer(targets, seed);
// The first run is not measured, because it creates objects that stay in memory, such as certificate stores.
fuzzer.Run(Math.Min(count, 2000));
var before = Memory();
var watch = Stopwatch.StartNew();
Console.WriteLine($"{count:N0} inputs, seed {seed}");
fuzzer = new Fuzzer(targets, seed);
var shown = 0;
fuzzer.Run(count, done =>
{
    for (; shown < fuzzer.Findings.Count; shown++)
        Console.WriteLine(fuzzer.Findings[shown]);
    if (done % 100_000 == 0)
        Console.WriteLine($"{done:N0} after {watch.Elapsed.TotalMinutes:F1} min, {Memory()}");
});
Console.WriteLine($"""
    {fuzzer.Accepted:N0} accepted, {fuzzer.Rejected:N0} rejected, {openssl.Compared:N0} compared with openssl
    {watch.Elapsed.TotalMinutes:F1} min
    {Count("Exception")} unexpected exceptions,
    {Count("Over 2 s")} over 2 s (the longest took {fuzzer.Longest.TotalMilliseconds:F0} ms),
    {Count("Accepted")} accepted with a wrong result
    Memory: {before} at the start, {Memory()} at the end
    Seed {seed}
    """);
return fuzzer.Findings.Count == 0 ? 0 : 1;

int Count(string kind) => fuzzer.Findings.Count(finding => finding.Kind == kind);

static string Memory()
{
    var managed = GC.GetTotalMemory(forceFullCollection: true);
    using var process = Process.GetCurrentProcess();
    return $"{managed / 1e6:F1} MB managed, {process.WorkingSet64 / 1e6:F0} MB in total";
}
