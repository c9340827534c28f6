using System.Text;
using GridActors.Storage.Incidents;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Incidents;

/// <summary>The conditions of an <see cref="IncidentSpan"/>.</summary>
internal static class SpanFilters
{
    /// <summary>The conditions; their parameters are added to the command.</summary>
    public static string Add(SqliteCommand command, IncidentSpan? span)
    {
        if (span is null)
        {
            return "";
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(span.Skip, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.Skip, IncidentSpan.MaxSkip);
        if (span.Skip > 0)
        {
            SqliteIncidentList.Set(command, "@skip", span.Skip);
        }

        var sql = new StringBuilder();
        AddRange(span.Reported, "reported", IncidentListSql.Reported);
        AddRange(span.Changed, "changed", IncidentListSql.Changed);
        AddRange(span.Touched, "touched", IncidentListSql.Touched);
        if (!span.Items.IsDefaultOrEmpty)
        {
            sql.Append(IncidentListSql.Items);
            SqliteIncidentList.Set(command, "@items", $"[{string.Join(',', span.Items.Select(i => $"\"{i}\""))}]");
        }

        return sql.Append(span.IsOpen switch { true => IncidentListSql.Open, false => IncidentListSql.Closed, null => "" }).ToString();

        void AddRange(InstantRange? range, string name, string part)
        {
            if (range is { } asked)
            {
                sql.Append(part);
                SqliteIncidentList.Set(command, $"@{name}_from", StoredInstant.AtOrAfter(asked.From));
                SqliteIncidentList.Set(command, $"@{name}_until", asked.Until.ToUnixTimeMilliseconds());
            }
        }
    }
}
