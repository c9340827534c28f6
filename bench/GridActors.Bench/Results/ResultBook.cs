using System.Globalization;

namespace GridActors.Bench.Results;

/// <summary>Everything measured in a run, in the order in which it was.</summary>
internal sealed class ResultBook
{
    private readonly List<Measurement> _measurements = [];
    private readonly List<string> _notes = [];
    private readonly Dictionary<string, string> _titles = [];

    public IReadOnlyList<Measurement> Measurements => _measurements;

    public IReadOnlyList<string> Notes => _notes;

    public string TitleOf(string target) => _titles.GetValueOrDefault(target, target);

    public void Name(string target, string title) => _titles[target] = title;

    public void Add(BenchPart part, string target, string metric, int round, double value)
    {
        _measurements.Add(new Measurement(part, target, metric, round, value));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {part,-10} round {round}  {target,-12} {metric,-34} {value,12:N1}"));
    }

    /// <summary>Something that a reader of the table has to know, such as a target that was left out.</summary>
    public void Note(string text)
    {
        if (!_notes.Contains(text))
        {
            _notes.Add(text);
            Console.Error.WriteLine("  " + text);
        }
    }

    /// <summary>Median over the rounds; null where there is none.</summary>
    public double? Median(BenchPart part, string target, string metric)
    {
        double[] values = [.. _measurements.Where(m => m.Part == part && m.Target == target && m.Metric == metric).Select(m => m.Value)];
        return values.Length == 0 ? null : Statistics.Median(values);
    }

    /// <summary>Smallest and largest of the rounds.</summary>
    public (double Low, double High) Spread(BenchPart part, string target, string metric)
    {
        double[] values = [.. _measurements.Where(m => m.Part == part && m.Target == target && m.Metric == metric).Select(m => m.Value)];
        return (values.Min(), values.Max());
    }
}
