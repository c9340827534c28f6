using System.Globalization;
using GridActors.ApiHost.Json;
using GridActors.Storage.Incidents;

namespace GridActors.ApiHost.Open311;

/// <summary>Reads the parameters of a list and keeps what is wrong with them. An empty one counts as left out; unknown ones are not looked at.</summary>
internal sealed class Open311Query(IQueryCollection query)
{
    /// <summary>What the specification lets a range span.</summary>
    public static readonly TimeSpan MaxSpan = TimeSpan.FromDays(90);

    private readonly List<string> _problems = [];

    public bool HasProblems => _problems.Count > 0;

    public Open311Errors Errors => Open311Errors.BadRequest([.. _problems]);

    public void Problem(string description) => _problems.Add(description);

    public string? Text(string name) => query[name].FirstOrDefault(v => !string.IsNullOrEmpty(v));

    /// <summary>A parameter that may be there several times, and have several values with commas between them.</summary>
    public string[] List(string name) =>
        [.. query[name].SelectMany(v => v?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []).Distinct()];

    public int? WholeNumber(string name, int least, int most)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Problem($"{name} is a whole number from {least} to {most}.");
        return null;
    }

    public bool Flag(string name)
    {
        var text = Text(name);
        if (text is not (null or "true" or "false"))
        {
            Problem($"{name} is true or false.");
        }

        return text == "true";
    }

    /// <summary>A range between two parameters. One of them alone goes as far as the span; where both are left out there is none.</summary>
    /// <param name="span">How far it goes where one end is left out; never more than <see cref="MaxSpan"/> where neither is.</param>
    public InstantRange? Range(string from, string until, TimeSpan span)
    {
        var (first, last) = (Instant(from), Instant(until));
        if (first > last)
        {
            Problem($"{from} is after {until}.");
        }
        else if (last - first > MaxSpan)
        {
            Problem($"{from} and {until} span more than {MaxSpan.Days} days.");
        }

        return (first, last) switch
        {
            ({ } a, { } b) => new InstantRange(a, b),
            ({ } a, null) => new InstantRange(a, DateTimeOffset.MaxValue - a < span ? DateTimeOffset.MaxValue : a + span),
            (null, { } b) => new InstantRange(b - DateTimeOffset.MinValue < span ? DateTimeOffset.MinValue : b - span, b),
            _ => null,
        };
    }

    /// <remarks>The plus of an offset that a client forgot to escape arrives as a space.</remarks>
    private DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (InstantJsonConverter.TryRead(text.Replace(' ', '+'), out var instant))
        {
            return instant;
        }

        Problem($"{name} is an instant with its offset, written as 2025-01-01T00:00:00Z.");
        return null;
    }
}
