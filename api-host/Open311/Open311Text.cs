using GridActors.ApiHost.Catalogue;
using GridActors.ApiHost.Incidents;
using GridActors.Core.Escalations;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Open311;

/// <summary>What the public is told: the same as on the tracking page, never a word of one office to another, or of a reporter.</summary>
internal static class Open311Text
{
    /// <summary>Why it is open or closed.</summary>
    /// <param name="stays">The incident that it was merged into, where that is known.</param>
    public static string NotesOf(Incident incident, Incident? stays, Open311Language language)
    {
        if (incident.IsOpen)
        {
            return TrackText.NextOf(incident, EscalationPolicy.Default.ReopenWindow) is { } next ? language.Choose(next.TextZh, next.Text) : "";
        }

        var closed = ClosedOf(incident, language);
        return stays is null ? closed : Join(language, closed, NotesOf(stays, null, language));
    }

    /// <summary>How it ended, and what was done; a void one has no result to tell.</summary>
    public static string ClosedOf(Incident incident, Open311Language language) => incident.Outcome switch
    {
        IncidentOutcome.Resolved => Join(language, language.Choose("已办结。", "Resolved."), incident.Result?.Text),
        IncidentOutcome.Unfounded => Join(language, language.Choose("经核实不属实。", "Nothing was found to be wrong."), incident.Result?.Text),
        IncidentOutcome.Duplicate => language.Choose("此前已有人上报。", "It was reported before."),
        _ => language.Choose("已作废。", "Void."),
    };

    /// <summary>How long it may take.</summary>
    public static string NoticeOf(PinnedItem item, Open311Language language)
    {
        var (accept, handle) = (PublicLimitResource.Of(item.AcceptLimit), PublicLimitResource.Of(item.HandleLimit));
        return language.Choose(
            $"受理时限{accept.Zh}，处置时限{handle.Zh}。",
            $"To be accepted within {accept.En}; once accepted, to be closed within {handle.En}.");
    }

    private static string Join(Open311Language language, string first, string? second) =>
        string.IsNullOrEmpty(second) ? first : $"{first}{language.Choose("", " ")}{second}";
}
