using GridActors.Core.Workers;

namespace GridActors.Core.Incidents;

/// <summary>What the requester said.</summary>
/// <param name="Description">1 to <see cref="MaxDescriptionLength"/> characters, stored as given.</param>
/// <param name="Channel">How it came in (app, hotline, patrol ...); 1 to 64 characters, as given.</param>
/// <param name="CapturedAt">When the phone recorded it, if that was before the report arrived.</param>
/// <param name="ReportedBy">The badge number of a worker, or an opaque reference of the client; never a name or contact.</param>
/// <param name="About">Whom an appeal or a complaint is about; null for everything else.</param>
/// <param name="Digest">SHA-256 of the request, hexadecimal; tells a retry from another report under the same key.</param>
[GenerateSerializer, Immutable, Alias("report-content")]
public sealed record ReportContent(
    [property: Id(0)] string Description,
    [property: Id(1)] string Channel,
    [property: Id(2)] DateTimeOffset? CapturedAt,
    [property: Id(3)] WorkerId? ReportedBy,
    [property: Id(4)] string Digest,
    [property: Id(5)] IncidentSubject? About = null)
{
    public const int MaxDescriptionLength = 4_000;
    public const int MaxChannelLength = 64;
}
