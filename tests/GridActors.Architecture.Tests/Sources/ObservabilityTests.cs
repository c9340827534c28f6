using System.Text.RegularExpressions;

namespace GridActors.Architecture.Tests.Sources;

/// <summary>Whoever is woken by a metric at night finds it described.</summary>
public sealed partial class ObservabilityTests
{
    private const string Page = "docs/observability.md";

    [Fact]
    public void Every_metric_and_tag_is_described()
    {
        var page = Repository.Read(Page);
        var names = Repository.CSharpFiles
            .Where(f => !f.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(f => Name().Matches(Repository.Read(f)).Select(m => m.Groups[1].Value))
            .Distinct()
            .ToList();

        Assert.Contains("gridactors.journal.appends", names);
        Assert.All(names, n => Assert.Contains($"`{n}`", page, StringComparison.Ordinal));
    }

    /// <summary>Instruments and tags have a dotted name; grain aliases have dashes or a single dot.</summary>
    [GeneratedRegex(@"""(gridactors\.(?:journal|deadlines|incident|measures|refusals|webhooks)\.[a-z_.]+)""")]
    private static partial Regex Name();
}
