namespace GridActors.Core.Measures;

/// <summary>Shares computed from sums (DOMAIN 8), 0 to 1 with four decimals; null where there is nothing to be a share of.</summary>
/// <param name="Filing">Filed of reported.</param>
/// <param name="OnTimeHandling">Handled on time of due.</param>
/// <param name="OnTimeClosing">Closed on time of due.</param>
/// <param name="Rework">Reworked of handled.</param>
/// <param name="Response">Responded of reported (响应率).</param>
/// <param name="Resolution">Resolved of closed (解决率).</param>
/// <param name="Satisfaction">Satisfied of rated (满意率).</param>
public sealed record MeasureRates(
    decimal? Filing,
    decimal? OnTimeHandling,
    decimal? OnTimeClosing,
    decimal? Rework,
    decimal? Response,
    decimal? Resolution,
    decimal? Satisfaction)
{
    private const int Decimals = 4;

    /// <param name="sumOf">How much a figure came to.</param>
    public static MeasureRates Of(Func<MeasureFigure, long> sumOf) => new(
        Share(sumOf(MeasureFigure.Filed), sumOf(MeasureFigure.Reported)),
        Share(sumOf(MeasureFigure.HandledOnTime), sumOf(MeasureFigure.Due)),
        Share(sumOf(MeasureFigure.ClosedOnTime), sumOf(MeasureFigure.Due)),
        Share(sumOf(MeasureFigure.Reworked), sumOf(MeasureFigure.Handled)),
        Share(sumOf(MeasureFigure.Responded), sumOf(MeasureFigure.Reported)),
        Share(sumOf(MeasureFigure.Resolved), sumOf(MeasureFigure.Closed)),
        Share(sumOf(MeasureFigure.Satisfied), sumOf(MeasureFigure.Rated)));

    private static decimal? Share(long part, long whole) => whole == 0 ? null : Math.Round((decimal)part / whole, Decimals);
}
