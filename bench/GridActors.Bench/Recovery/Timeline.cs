namespace GridActors.Bench.Recovery;

/// <summary>The answers around a fault, in windows of one second that start every tenth of a second.</summary>
internal sealed class Timeline
{
    private const int Window = 1_000;
    private const int Step = 100;

    private readonly long _fault;
    private readonly long _end;
    private readonly long[] _acknowledged;
    private readonly long[] _refused;
    private readonly double _rateBefore;

    /// <param name="answers">Ordered by time, and reaching from well before the fault to well after it.</param>
    public Timeline(IReadOnlyList<Answer> answers, DateTimeOffset fault)
    {
        _fault = fault.ToUnixTimeMilliseconds();
        _end = answers[^1].AtMilliseconds;
        _acknowledged = [.. answers.Where(a => a.IsAcknowledged).Select(a => a.AtMilliseconds)];
        _refused = [.. answers.Where(a => !a.IsAcknowledged).Select(a => a.AtMilliseconds)];
        _rateBefore = CountIn(_acknowledged, _fault - (3 * Window), _fault) / 3.0;
    }

    /// <summary>From the fault to the end of the last window with no acknowledgement at all or with an error in a hundred answers.</summary>
    public double SecondsToErrorsUnderOnePercent() => SecondsAfterLast((good, bad) => good == 0 || bad * 100 >= good + bad);

    /// <summary>From the fault to the end of the last window with less than 80 % of the rate of the three seconds before it.</summary>
    public double SecondsToFullRate() => SecondsAfterLast((good, _) => good < 0.8 * _rateBefore);

    private double SecondsAfterLast(Func<long, long, bool> isBad)
    {
        var last = _fault;
        for (var from = _fault; from + Window <= _end; from += Step)
        {
            if (isBad(CountIn(_acknowledged, from, from + Window), CountIn(_refused, from, from + Window)))
            {
                last = from + Window;
            }
        }

        return (last - _fault) / 1_000.0;
    }

    private static long CountIn(long[] times, long from, long to) => Position(times, to) - Position(times, from);

    /// <summary>How many lie before an instant.</summary>
    private static int Position(long[] times, long at)
    {
        var (low, high) = (0, times.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle] < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
