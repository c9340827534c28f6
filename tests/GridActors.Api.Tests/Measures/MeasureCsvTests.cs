using GridActors.ApiHost.Measures;
using GridActors.Core.Measures;

namespace GridActors.Api.Tests.Measures;

public sealed class MeasureCsvTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-w.1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public void A_cell_that_begins_as_a_formula_does_gets_an_apostrophe(string key)
    {
        var cells = CellsOf(key);

        Assert.Equal($"'{key}", cells.Trim('"'));
    }

    [Theory]
    [InlineData("w-1")]
    [InlineData("652301001001001")]
    [InlineData("652301000000/water")]
    [InlineData("2025-03-03")]
    public void Any_other_cell_is_left_as_it_is(string key) => Assert.Equal(key, CellsOf(key));

    [Fact]
    public void Every_figure_and_rate_has_its_column()
    {
        var lines = MeasureCsv.Write("worker", [Row("w-1")]).Split("\r\n");

        Assert.Equal(
            "worker,reported,filed,responded,due,handled_on_time,closed_on_time,handled,reworked,closed,resolved,overdue,returned,extended,suspended,reopened,rated,satisfied,"
            + "filing_rate,on_time_handling_rate,on_time_closing_rate,rework_rate,response_rate,resolution_rate,satisfaction_rate",
            lines[0]);
        Assert.Equal("w-1,4,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0.25,,,,0,,", lines[1]);
        Assert.Equal(["", ""], [lines[2], lines.Length == 3 ? "" : "more"]);
    }

    /// <summary>The first cell of the only line, with whatever quotes it needs.</summary>
    private static string CellsOf(string key)
    {
        var text = MeasureCsv.Write("worker", [Row(key)]);
        var line = text[(text.IndexOf("\r\n", StringComparison.Ordinal) + 2)..];
        return line[..line.IndexOf(",4,1,0,", StringComparison.Ordinal)];
    }

    private static MeasureRow Row(string key)
    {
        var figures = Enum.GetValues<MeasureFigure>().ToDictionary(
            f => f.ToString(),
            f => new FigureResource(f switch { MeasureFigure.Reported => 4, MeasureFigure.Filed => 1, _ => 0 }, ""));
        return new MeasureRow(key, figures, MeasureRates.Of(f => figures[f.ToString()].Count));
    }
}
