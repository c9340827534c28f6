using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Hosting.Incidents;

namespace GridActors.Grains.Tests.Incidents;

public sealed class ReportIntakeTests
{
    private static readonly IncidentId _id = new(Guid.CreateVersion7());

    // Not inline data: an attribute cannot hold half a pair.
    private static readonly string[] _noText =
    [
        "half a pair \uD83D here",
        "the other half \uDCA7",
        "half a pair \uD83D beside a real replacement character \uFFFD",
        "zero \0 byte",
    ];

    [Fact]
    public void Half_a_surrogate_pair_is_no_text_whatever_stands_beside_it() => Assert.All(_noText, description =>
    {
        ReportIntake.TryPrepare(new ReportRequest { ItemCode = "0101", Description = description }, _id, RegionSnapshot.Empty, about: null, out _, out var problems);

        Assert.Contains(problems, p => p is { Field: "description", Code: "description_not_text", IsMalformed: true });
    });

    [Theory]
    [InlineData("水管爆裂 💧")]
    [InlineData("a real replacement character \uFFFD")]
    [InlineData("=HYPERLINK(\"http://x\") \u202E '; DROP TABLE incident; --")]
    public void Text_is_taken_as_it_is(string description)
    {
        ReportIntake.TryPrepare(new ReportRequest { ItemCode = "0101", Description = description }, _id, RegionSnapshot.Empty, about: null, out _, out var problems);

        Assert.DoesNotContain(problems, p => p.Field == "description");
    }
}
