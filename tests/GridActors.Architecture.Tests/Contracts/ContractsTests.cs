using GridActors.Architecture.Tests.Sources;

namespace GridActors.Architecture.Tests.Contracts;

public sealed class ContractsTests
{
    private const string File = "src/GridActors.Contracts/OrleansContracts.txt";

    /// <summary>With <c>GRIDACTORS_WRITE_CONTRACTS=1</c> the file is written first; the change is then defended in review.</summary>
    [Fact]
    public void The_contracts_are_the_ones_that_were_reviewed()
    {
        var actual = ContractsListing.Write();
        if (Environment.GetEnvironmentVariable("GRIDACTORS_WRITE_CONTRACTS") == "1")
        {
            System.IO.File.WriteAllText(Repository.PathOf(File), actual);
        }

        var changes = Changes(Repository.ReadLines(File), actual.Split('\n'));

        Assert.True(changes.Length == 0, $"{File} differs; its header says how to regenerate it.\n{changes}");
    }

    /// <summary>Lines that went (-) and came (+), each below the heading that it stands under.</summary>
    private static string Changes(string[] before, string[] after)
    {
        var (old, fresh) = (WithHeadings(before), WithHeadings(after));
        return string.Join('\n', [.. old.Except(fresh).Select(l => $"- {l}"), .. fresh.Except(old).Select(l => $"+ {l}")]);
    }

    private static List<string> WithHeadings(string[] lines)
    {
        var heading = "";
        var result = new List<string>();
        foreach (var line in lines.Where(l => l.Length > 0))
        {
            heading = line.StartsWith(' ') ? heading : line;
            result.Add(line == heading ? line : $"{heading} /{line}");
        }

        return result;
    }
}
