using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridActors.Bench.Results;

/// <summary>The table for people and the file for programs.</summary>
internal static class ResultFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string WriteJson(ResultBook book, Machine machine, BenchOptions options) => JsonSerializer.Serialize(
        new
        {
            machine,
            options = new { options.Parts, options.Rounds, options.Seconds, options.WarmUpSeconds, options.Scale },
            goals = Goals.Of(book).Select(g => new { g.Text, g.AtLeast, g.Limit, g.Value, g.IsMet }),
            book.Notes,
            book.Measurements,
        },
        Json) + "\n";

    public static string WriteMarkdown(ResultBook book, Machine machine, BenchOptions options)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Bench, {machine.At:yyyy-MM-dd HH:mm} UTC\n\n{machine}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Medians of {options.Rounds} alternating rounds of {options.Seconds} s each after {options.WarmUpSeconds} s of warm-up");
        text.Append(options.Rounds > 1 ? "; smallest and largest in brackets.\n" : ".\n");
        text.Append(options.Scale < 1 ? string.Create(CultureInfo.InvariantCulture, $"\n**Stores shrunk to {options.Scale:P0}: not comparable with a full run.**\n") : "");
        foreach (var part in options.Parts)
        {
            AppendPart(text, book, part);
        }

        AppendGoals(text, Goals.Of(book));
        foreach (var note in book.Notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- {note}");
        }

        return text.Append('\n').ToString();
    }

    private static void AppendPart(StringBuilder text, ResultBook book, BenchPart part)
    {
        var measured = book.Measurements.Where(m => m.Part == part).ToArray();
        if (measured.Length == 0)
        {
            return;
        }

        string[] targets = [.. measured.Select(m => m.Target).Distinct()];
        string[] metrics = [.. measured.Select(m => m.Metric).Distinct()];
        text.Append(CultureInfo.InvariantCulture, $"\n## {part}\n\n");
        if (part is BenchPart.Deadlines or BenchPart.Recovery or BenchPart.Plans)
        {
            AppendRow(text, ["", .. targets.Select(book.TitleOf)], header: true);
            foreach (var metric in metrics)
            {
                AppendRow(text, [metric, .. targets.Select(t => Cell(book, part, t, metric))]);
            }

            return;
        }

        AppendRow(text, ["", .. metrics, .. Ratios(part).Select(r => r.Header)], header: true);
        foreach (var target in targets)
        {
            AppendRow(text, [book.TitleOf(target), .. metrics.Select(m => Cell(book, part, target, m)), .. Ratios(part).Select(r => Ratio(book, part, r.Target, target, r.Metric))]);
        }
    }

    private static (string Header, string Target, string Metric)[] Ratios(BenchPart part) => part switch
    {
        BenchPart.Reports => [("one process ÷ this", "ours", Metrics.ReportsAt(128)), ("split ÷ this", "ours-split", Metrics.ReportsAt(128))],
        BenchPart.Lifecycle => [("one process ÷ this", "ours", Metrics.LivesEmpty)],
        _ => [],
    };

    private static string Ratio(ResultBook book, BenchPart part, string ours, string target, string metric) =>
        book.Median(part, ours, metric) / book.Median(part, target, metric) is { } ratio ? string.Create(CultureInfo.InvariantCulture, $"{ratio:F2}x") : "";

    private static string Cell(ResultBook book, BenchPart part, string target, string metric)
    {
        if (book.Median(part, target, metric) is not { } median)
        {
            return "";
        }

        var (low, high) = book.Spread(part, target, metric);
        return low == high ? Number(median) : $"{Number(median)} ({Number(low)}-{Number(high)})";
    }

    private static string Number(double value) =>
        value.ToString(value == Math.Truncate(value) || Math.Abs(value) >= 100 ? "N0" : Math.Abs(value) >= 10 ? "N1" : "N2", CultureInfo.InvariantCulture);

    private static void AppendGoals(StringBuilder text, ImmutableArray<Goal> goals)
    {
        text.Append("\n## Goals\n\n");
        AppendRow(text, ["", "goal", "this run", ""], header: true);
        foreach (var goal in goals)
        {
            var value = goal.Value is { } measured ? Number(measured) : "not measured";
            AppendRow(text, [goal.Text, (goal.AtLeast ? "≥ " : "≤ ") + Number(goal.Limit), value, goal.IsMet switch { true => "met", false => "**missed**", null => "" }]);
        }
    }

    private static void AppendRow(StringBuilder text, IReadOnlyList<string> cells, bool header = false)
    {
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
        if (header)
        {
            text.Append('|').Insert(text.Length, " --- |", cells.Count).Append('\n');
        }
    }
}
