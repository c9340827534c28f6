using System.Globalization;
using GridActors.Bench.Processes;

namespace GridActors.Bench.Seeding;

/// <summary>A store with very many incidents in it, loaded in minutes.</summary>
internal sealed class IncidentSeed(PrivatePostgres postgres, string database)
{
    /// <summary>Copies an incident with all its events. Reports of the copies are a second apart and end a day ago.</summary>
    /// <param name="waits">The copies wait for a deadline of their own, a second apart from tomorrow on; it takes a template that nobody accepted.</param>
    public async Task CopyAsync(Guid template, int count, bool waits, CancellationToken ct)
    {
        var salt = template.ToString("N");
        await ExecuteAsync(IncidentSeedSql.DropCopies, ct);
        await ExecuteAsync(Fill(IncidentSeedSql.Copies, template).Replace("{count}", Text(count), StringComparison.Ordinal).Replace("{salt}", salt, StringComparison.Ordinal), ct);
        await InsertAsync("incident", IncidentSeedSql.CopyHeads, template, column => HeadValue(column, waits), ct);
        await InsertAsync("incident_event", IncidentSeedSql.CopyEvents, template, EventValue, ct);
        await ExecuteAsync(IncidentSeedSql.DropCopies, ct);
        await ExecuteAsync(IncidentSeedSql.Analyze, ct);
        await ExecuteAsync("CHECKPOINT", ct);
    }

    /// <summary>Gives that many of the waiting copies a new deadline.</summary>
    /// <param name="apart">Between one and the next; zero for all at once.</param>
    public Task SetDueAsync(int count, DateTimeOffset first, TimeSpan apart, CancellationToken ct) => ExecuteAsync(
        IncidentSeedSql.SetDue
            .Replace("{count}", Text(count), StringComparison.Ordinal)
            .Replace("{first}", first.ToString("O", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{secondsApart}", apart.TotalSeconds.ToString("R", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{due}", IncidentSeedSql.Due, StringComparison.Ordinal),
        ct);

    private async Task InsertAsync(string table, string insert, Guid template, Func<string, string> value, CancellationToken ct)
    {
        var listed = await postgres.ExecuteAsync(database, IncidentSeedSql.Columns.Replace("{table}", table, StringComparison.Ordinal), ct);
        var columns = listed as string[] ?? throw new InvalidOperationException($"The store has no table {table}.");
        await ExecuteAsync(
            Fill(insert, template)
                .Replace("{columns}", string.Join(", ", columns), StringComparison.Ordinal)
                .Replace("{values}", string.Join(", ", columns.Select(value)), StringComparison.Ordinal),
            ct);
    }

    private static string HeadValue(string column, bool waits) => column switch
    {
        "id" or "tracking_code" or "place_code" => $"c.{column}",
        "clock_slot" => "abs(hashtext(c.id::text)) % 1024",
        "reported_at" or "closed_at" or "handle_due_at" => $"t.{column} + c.shift",
        "due_at" => waits ? "c.due" : "t.due_at",
        "state" when waits => $"jsonb_set(jsonb_set({Copied("t.state")}::jsonb, '{{acceptDue,at}}', {IncidentSeedSql.Due}), '{{deadline,dueAt}}', {IncidentSeedSql.Due})::text",
        "state" => Copied("t.state"),
        _ => $"t.{column}",
    };

    private static string EventValue(string column) => column switch
    {
        "id" => "c.id",
        "at" => "e.at + c.shift",
        "body" => Copied("e.body"),
        _ => $"e.{column}",
    };

    /// <summary>The template's JSON with the copy's own names in it.</summary>
    private static string Copied(string json) =>
        $"replace(replace(replace({json}, t.id::text, c.id::text), t.tracking_code, c.tracking_code), rtrim(t.place_code), c.place_code)";

    private static string Fill(string sql, Guid template) => sql.Replace("{template}", template.ToString(), StringComparison.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Task<object?> ExecuteAsync(string sql, CancellationToken ct) => postgres.ExecuteAsync(database, sql, ct);
}
