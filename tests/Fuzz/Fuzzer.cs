using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace IvsTools.Fuzz;

/// <summary>A finding, with the data that reproduces it.</summary>
internal sealed record Finding(string Kind, string Target, long Number, string What, byte[] Input)
{
    public override string ToString() => $"{Kind}: {Target}, input {Number}: {What}\n  {Convert.ToHexString(Input)}";
}

/// <summary>Passes changed inputs to every target in turn, and records the findings.</summary>
[SuppressMessage("Security", "CA5394", Justification = "The same seed must produce the same inputs.")]
internal sealed class Fuzzer(IReadOnlyList<ITarget> targets, int seed)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public List<Finding> Findings { get; } = [];

    public long Accepted { get; private set; }

    public long Rejected { get; private set; }

    public TimeSpan Longest { get; private set; }

    public void Run(long count, Action<long>? progress = null)
    {
        for (var number = 0L; number < count; number++)
        {
            var target = targets[(int)(number % targets.Count)];
            // Each input has its own seed, so that it can be reproduced without the inputs before it.
            var random = new Random(HashCode.Of(seed, number));
            var input = target.Seeds[random.Next(target.Seeds.Count)];
            Give(target, number, new Mutation(random).Apply(input, target.Seeds[random.Next(target.Seeds.Count)]));
            progress?.Invoke(number + 1);
        }
    }

    private void Give(ITarget target, long number, byte[] input)
    {
        var took = Time(target, number, input);
        // A slow input is measured again, because a busy machine can also cause the delay.
        if (took > Limit && (took = Time(target, number, input)) > Limit)
            Findings.Add(new("Over 2 s", target.Name, number, $"{took.TotalSeconds:F1} s", input));
        if (took > Longest)
            Longest = took;
    }

    private TimeSpan Time(ITarget target, long number, byte[] input)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            if (target.Read([.. input]) is { } wrong)
                Findings.Add(new("Accepted", target.Name, number, wrong, input));
            Accepted++;
        }
        catch (Exception e) when (target.IsRejection(e))
        {
            Rejected++;
        }
        catch (Exception e)
        {
            Findings.Add(new("Exception", target.Name, number, e.ToString(), input));
        }
        return watch.Elapsed;
    }

    private static class HashCode
    {
        // System.HashCode returns different values in each process.
        public static int Of(int seed, long number)
        {
            var mixed = (ulong)number + ((ulong)(uint)seed << 32);
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)(mixed ^ (mixed >> 31));
        }
    }
}
