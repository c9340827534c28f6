using System.Collections.Immutable;
using System.Globalization;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;

namespace GridActors.Hosting.Imports;

/// <summary>Checks the rows of a workers file: duties at grids, and at centres by officers with the role <c>duty</c>.</summary>
internal static class WorkerRows
{
    public static ImmutableArray<string> Columns { get; } = ["worker_id", "grid_code", "role", "shift_start", "shift_end"];

    /// <param name="refused">Workers at posts that only refused rows name.</param>
    public static ImmutableArray<Duty> Read(ImportTable table, RegionSnapshot region, ImportProblems problems, out ImmutableHashSet<(Post Post, WorkerId Worker)> refused)
    {
        var rows = new ImportedRows<Duty, Duty>(problems, d => $"The duty of {d.WorkerId}");
        var named = ImmutableHashSet.CreateBuilder<(Post, WorkerId)>();
        foreach (var row in table.Rows)
        {
            if (ReadDuty(row, region, problems) is { } duty)
            {
                named.Add((duty.Post, duty.WorkerId));
                rows.Add(row, duty, duty);
            }
        }

        RefuseSecondHeads(rows.Accepted, problems);
        ImmutableArray<Duty> duties = [.. rows.Accepted.Select(r => r.Value)];
        refused = named.ToImmutable().Except(duties.Select(d => (d.Post, d.WorkerId)));
        return duties;
    }

    /// <returns>Null where the row names no worker or no post; otherwise it may still have been refused.</returns>
    private static Duty? ReadDuty(ImportRow row, RegionSnapshot region, ImportProblems problems)
    {
        var hasWorker = WorkerId.TryParse(row["worker_id"], out var worker);
        if (!hasWorker)
        {
            problems.Refuse(row.Number, "worker_id_malformed", "A worker is named by badge number: 1 to 64 letters, digits, '.', '_' or '-', with at least one letter.");
        }

        var role = ReadRole(row, problems);
        var shift = ReadShift(row, problems);
        return ReadPost(row, role, region, problems) is { } post && hasWorker ? new Duty(worker, post, role, shift) : null;
    }

    private static WorkerRole ReadRole(ImportRow row, ImportProblems problems)
    {
        if (!ImportWords.TryRead<WorkerRole>(row["role"], out var role))
        {
            problems.Refuse(row.Number, "role_unknown", $"role is one of {ImportWords.ListOf<WorkerRole>()}.");
        }

        return role;
    }

    private static Post? ReadPost(ImportRow row, WorkerRole role, RegionSnapshot region, ImportProblems problems)
    {
        var text = row["grid_code"];
        if (text.Length == 12)
        {
            return ReadCentre(row, text, role, region, problems);
        }

        if (!GridCode.TryParse(text, out var grid, out var error))
        {
            problems.Refuse(row.Number, "grid_code_malformed", $"The code is no grid's: {ImportWords.TextOf(error)}.");
            return null;
        }

        if (region.Grids.Find(grid) is null)
        {
            problems.Refuse(row.Number, "unknown_grid", $"There is no grid {grid}; import grids first.");
        }

        if (role == WorkerRole.Duty)
        {
            problems.Refuse(row.Number, "role_contradicts_post", "An officer on duty stands at a centre; a grid has a head, full-time and part-time workers.");
        }

        return Post.Of(grid);
    }

    private static Post? ReadCentre(ImportRow row, string text, WorkerRole role, RegionSnapshot region, ImportProblems problems)
    {
        if (!DivisionCode.TryParse(text, out var division, out var error))
        {
            problems.Refuse(row.Number, "division_code_malformed", $"The code is no division's: {ImportWords.TextOf(error)}.");
            return null;
        }

        if (region.Find(division) is null)
        {
            problems.Refuse(row.Number, "unknown_division", $"There is no division {division}; import divisions first.");
        }

        if (role != WorkerRole.Duty)
        {
            problems.Refuse(row.Number, "role_contradicts_post", "The roster of a centre has officers with the role duty.");
        }

        return Post.Of(division);
    }

    private static Shift ReadShift(ImportRow row, ImportProblems problems)
    {
        var hasStart = TryReadTime(row["shift_start"], out var start);
        if (!hasStart | !TryReadTime(row["shift_end"], out var end))
        {
            problems.Refuse(row.Number, "shift_malformed", "shift_start and shift_end are times of the day from 00:00 to 23:59, written as 09:00.");
        }
        else if (start == end)
        {
            problems.Refuse(row.Number, "shift_empty", "A shift that ends when it starts is no shift.");
        }

        return new Shift(start, end);
    }

    private static bool TryReadTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static void RefuseSecondHeads(ImmutableArray<(ImportRow Row, Duty Value)> rows, ImportProblems problems)
    {
        var heads = new Dictionary<Post, WorkerId>();
        foreach (var (row, duty) in rows.Where(r => r.Value.Role == WorkerRole.Head))
        {
            if (!heads.TryAdd(duty.Post, duty.WorkerId) && heads[duty.Post] != duty.WorkerId)
            {
                problems.Refuse(row.Number, "second_head", $"Grid {duty.Post} has one head, and it is {heads[duty.Post]}.");
            }
        }
    }
}
