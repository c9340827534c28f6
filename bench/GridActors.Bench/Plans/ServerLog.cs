namespace GridActors.Bench.Plans;

/// <summary>What the server writes into its log from now on.</summary>
internal sealed class ServerLog(string path)
{
    private const string PlanStarts = "plan:";

    /// <summary>Every statement of the product begins with its name; what a driver asks for itself does not.</summary>
    private const string Ours = "Query Text: -- ";

    private readonly int _seen = File.ReadAllLines(path).Length;

    /// <summary>The plans that were logged, each with its statement, without the log's own words. A plan is on the lines behind its heading that begin with a tab.</summary>
    public string ReadPlans()
    {
        var lines = File.ReadAllLines(path)[_seen..];
        var plans = lines.Select((line, i) => (line, i))
            .Where(l => l.line.EndsWith(PlanStarts, StringComparison.Ordinal))
            .Select(l => string.Join('\n', lines.Skip(l.i + 1).TakeWhile(line => line.StartsWith('\t')).Select(line => line[1..].Replace("\t", "", StringComparison.Ordinal))));
        return string.Join("\n\n", plans.Where(plan => plan.StartsWith(Ours, StringComparison.Ordinal)));
    }
}
