using IvsTools.Fuzz;

namespace IvsTools.Core.Tests;

/// <summary>Runs a short form of build.ps1 -Task Fuzz, without openssl.</summary>
public class FuzzTests
{
    [Fact]
    public void Damaged_input_is_rejected()
    {
        var fuzzer = new Fuzzer(Targets.All(null), seed: 1);
        fuzzer.Run(4000);
        Assert.Empty(fuzzer.Findings);
        Assert.InRange(fuzzer.Accepted, 300, 2500);
    }

    [Fact]
    public void Undamaged_input_is_accepted()
    {
        foreach (var target in Targets.All(null))
            Assert.All(target.Seeds, seed => Assert.Null(target.Read([.. seed])));
    }
}
