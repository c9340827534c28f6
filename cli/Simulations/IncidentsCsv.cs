using System.Globalization;
using GridActors.Hosting.Imports;

namespace GridActors.Cli.Simulations;

/// <summary>Writes one line an incident. No field holds text of a requester, so none needs quoting and none can be a formula.</summary>
internal static class IncidentsCsv
{
    private const string Header = "id,item_code,grid_code,holder_tier,accept_escalations,accept_due,accepted_at,handle_due,closed_at,overdue";

    public static async Task WriteAsync(FileInfo file, IEnumerable<SimulatedIncident> incidents, CancellationToken ct)
    {
        await using var csv = new StreamWriter(file.FullName) { NewLine = "\n" };
        await csv.WriteLineAsync(Header.AsMemory(), ct);
        foreach (var incident in incidents)
        {
            await csv.WriteLineAsync(LineOf(incident).AsMemory(), ct);
        }
    }

    private static string LineOf(SimulatedIncident simulated)
    {
        var (incident, offset) = (simulated.Incident, simulated.UtcOffset);
        return string.Join(
            ',',
            simulated.Report.RowId,
            incident.Item.Code,
            incident.Place.Grid?.ToString(),
            ImportWords.TextOf(incident.Holder.Tier),
            incident.AcceptEscalations.ToString(CultureInfo.InvariantCulture),
            TextOf(simulated.FirstAcceptDue, offset),
            TextOf(incident.AcceptedAt, offset),
            TextOf(incident.HandleDue?.At, offset),
            TextOf(incident.ClosedAt, offset),
            simulated.IsOverdue ? "true" : "false");
    }

    /// <summary>RFC 3339 in the county's time, cut to whole seconds; empty where there is none.</summary>
    private static string TextOf(DateTimeOffset? instant, TimeSpan offset) =>
        instant?.ToOffset(offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? "";
}
