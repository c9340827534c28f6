using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Peers.Shared;

/// <summary>The body of POST /v1/incidents.</summary>
/// <param name="DueAt">Of the peers alone, for the deadlines part: when the deadline is. 15 minutes after the report where left out.</param>
internal sealed record ReportBody(string ItemCode, string GridCode, string Description, DateTimeOffset? DueAt = null);

internal sealed record ResultBody(string Result);

/// <summary>What a peer keeps of an incident and answers with: the fields and about the bytes of ours.</summary>
internal sealed record IncidentDocument(
    Guid Id,
    string TrackingCode,
    string Phase,
    string? Outcome,
    string ItemCode,
    int CatalogueVersion,
    string Severity,
    string GridCode,
    string Description,
    string Channel,
    string Digest,
    string County,
    LimitDocument AcceptLimit,
    LimitDocument HandleLimit,
    DateTimeOffset ReportedAt,
    DateTimeOffset HeldSince,
    DateTimeOffset ChangedAt,
    PostDocument Holder,
    DateTimeOffset AcceptDueAt,
    DateTimeOffset? HandleDueAt,
    string? Result,
    DateTimeOffset? ClosedAt,
    int Version,
    WhyDocument[] Why)
{
    public static IncidentDocument Reported(ReportBody report, DateTimeOffset now)
    {
        var holder = new PostDocument("township", string.Concat(report.GridCode.AsSpan(0, 9), "000"));
        return new IncidentDocument(
            Guid.CreateVersion7(now),
            RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 12),
            "reported",
            Outcome: null,
            report.ItemCode,
            CatalogueVersion: 1,
            "S3",
            report.GridCode,
            report.Description,
            "api",
            RandomNumberGenerator.GetHexString(64, lowercase: true),
            string.Concat(report.GridCode.AsSpan(0, 6), "000000"),
            new LimitDocument(2, "work_hour"),
            new LimitDocument(4, "work_hour"),
            now,
            now,
            now,
            holder,
            report.DueAt ?? now.AddMinutes(15),
            HandleDueAt: null,
            Result: null,
            ClosedAt: null,
            Version: 1,
            [new WhyDocument(now, "start_tier", 1, holder, [])]);
    }
}

internal sealed record PostDocument(string Tier, string Code);

internal sealed record LimitDocument(int Value, string Unit);

internal sealed record WhyDocument(DateTimeOffset At, string Rule, int CatalogueVersion, PostDocument Holder, PostDocument[] Vacant);

/// <summary>A deadline that was acted on: when it was due, and when that was decided.</summary>
internal sealed record FiredDeadline(DateTimeOffset DueAt, DateTimeOffset At);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReportBody))]
[JsonSerializable(typeof(ResultBody))]
[JsonSerializable(typeof(IncidentDocument))]
[JsonSerializable(typeof(FiredDeadline[]))]
internal sealed partial class PeerJson : JsonSerializerContext;
