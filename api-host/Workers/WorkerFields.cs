using System.Collections.Immutable;
using System.Globalization;
using GridActors.ApiHost.Incidents;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Hosting.Imports;

namespace GridActors.ApiHost.Workers;

/// <summary>Reads the fields that only changes of workers have.</summary>
internal static class WorkerFields
{
    private const int MostShifts = 8;

    public static GridCode Grid(this CommandReader fields, string field, string? text)
    {
        if (!GridCode.TryParse(text, out var grid, out var error))
        {
            fields.Problem(field, "grid_code_malformed", $"{field} has fifteen digits, a village and a number: {ImportWords.TextOf(error)}.");
        }

        return grid;
    }

    public static Post Centre(this CommandReader fields, string field, string? text, RegionSnapshot region)
    {
        if (!DivisionCode.TryParse(text, out var division))
        {
            fields.Problem(field, "division_code_malformed", $"{field} is the code of a division: twelve digits.");
        }
        else if (region.Find(division) is null)
        {
            fields.Problem(field, "unknown_division", $"There is no division {division}.");
        }

        return division == default ? default : Post.Of(division);
    }

    public static ImmutableArray<Shift> Shifts(this CommandReader fields, string field, ImmutableArray<ShiftBody>? bodies, bool isRequired)
    {
        var shifts = bodies is { IsDefault: false } some ? some : [];
        if (shifts.Length > MostShifts || (isRequired && shifts.IsEmpty))
        {
            fields.Problem(field, $"{field}_miscounted", $"{field} has one to {MostShifts} shifts.");
            return [];
        }

        return [.. shifts.Select((s, i) => fields.ReadShift($"{field}[{i}]", s)).Distinct()];
    }

    private static Shift ReadShift(this CommandReader fields, string field, ShiftBody? body)
    {
        var hasStart = TryReadTime(body?.Start, out var start);
        if (!hasStart | !TryReadTime(body?.End, out var end))
        {
            fields.Problem(field, "shift_malformed", $"{field} has a start and an end from 00:00 to 23:59, written as 09:00.");
        }
        else if (start == end)
        {
            fields.Problem(field, "shift_empty", $"{field} ends when it starts and is no shift.");
        }

        return new Shift(start, end);
    }

    public static DateTimeOffset Expiry(this CommandReader fields, DateTimeOffset? expiresAt)
    {
        if (expiresAt is null)
        {
            fields.Problem("expiresAt", "expires_at_required", "expiresAt is needed.");
        }

        return Instant(expiresAt) ?? default;
    }

    /// <summary>In UTC and in whole milliseconds, as instants are kept.</summary>
    public static DateTimeOffset? Instant(DateTimeOffset? instant) => instant is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()) : null;

    private static bool TryReadTime(string? text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
