using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using GridActors.ApiHost.Problems;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.ApiHost.Catalogue;

/// <summary>A whole draft, in the form in which a catalogue is read: change what was read and send it back.</summary>
public sealed record DraftBody
{
    /// <summary>At least one.</summary>
    [Required]
    public ImmutableArray<DraftItemBody?>? Items { get; init; }

    /// <summary>What only a licensed authority may do; none where left out.</summary>
    public ImmutableArray<DraftReservedBody?>? ReservedRequests { get; init; }

    /// <summary>Where people complain about the service; none where left out. Never a person's own number.</summary>
    public ImmutableArray<DraftChannelBody?>? ComplaintChannels { get; init; }

    /// <summary>Worthless where there are problems; texts that are missing are empty here, and the rules refuse them.</summary>
    internal CatalogueContent Read(out ImmutableArray<FieldProblem> problems)
    {
        var found = ImmutableArray.CreateBuilder<FieldProblem>();
        var content = new CatalogueContent(
            [.. (Items ?? []).Select((item, i) => (item ?? new DraftItemBody()).Read($"items[{i}]", found))],
            [.. (ReservedRequests ?? []).Select((reserved, i) => (reserved ?? new DraftReservedBody()).Read($"reservedRequests[{i}]", found))],
            [.. (ComplaintChannels ?? []).Select(c => new ComplaintChannel(c?.NameZh ?? "", c?.NameEn ?? "", c?.Address ?? ""))]);
        problems = found.ToImmutable();
        return content;
    }

    internal static ItemCode ReadCode(string path, string? code, ImmutableArray<FieldProblem>.Builder problems)
    {
        if (!ItemCode.TryParse(code, out var read))
        {
            problems.Add(new FieldProblem($"{path}.code", "item_code_malformed", "An item code has four digits: two of the group and two of the item, 01-99 each."));
        }

        return read;
    }

    internal static T Required<T>(string path, T? value, string code, ImmutableArray<FieldProblem>.Builder problems)
        where T : struct
    {
        if (value is null)
        {
            problems.Add(new FieldProblem(path, $"{code}_required", $"{path} is needed."));
        }

        return value ?? default;
    }
}

public sealed record DraftItemBody
{
    /// <summary>Four digits: two of the group and two of the item.</summary>
    [Required]
    public string? Code { get; init; }

    [Required]
    public string? GroupZh { get; init; }

    [Required]
    public string? GroupEn { get; init; }

    [Required]
    public string? NameZh { get; init; }

    [Required]
    public string? NameEn { get; init; }

    [Required]
    public Severity? Severity { get; init; }

    /// <summary>The lowest tier that can accept it.</summary>
    [Required]
    public Tier? StartTier { get; init; }

    /// <summary>Who answers for it, in Chinese.</summary>
    [Required]
    public string? OwnerDepartment { get; init; }

    /// <summary>Who answers for it, in English.</summary>
    [Required]
    public string? OwnerDepartmentEn { get; init; }

    /// <summary>Time each tier has to accept it before it climbs.</summary>
    [Required]
    public DraftLimitBody? AcceptLimit { get; init; }

    /// <summary>Time from acceptance to the close.</summary>
    [Required]
    public DraftLimitBody? HandleLimit { get; init; }

    /// <summary>Tiers that an emergency is told to at once.</summary>
    public ImmutableArray<Tier>? ParallelTiers { get; init; }

    /// <summary>Where the limits come from.</summary>
    public string? Basis { get; init; }

    /// <summary>Whether an emergency is told to the owner department at once.</summary>
    public bool? TellsDepartment { get; init; }

    internal CatalogueItem Read(string path, ImmutableArray<FieldProblem>.Builder problems) => new(
        DraftBody.ReadCode(path, Code, problems),
        GroupZh ?? "",
        GroupEn ?? "",
        NameZh ?? "",
        NameEn ?? "",
        DraftBody.Required($"{path}.severity", Severity, "severity", problems),
        OwnerDepartment ?? "",
        OwnerDepartmentEn ?? "",
        DraftBody.Required($"{path}.startTier", StartTier, "start_tier", problems),
        ReadLimit($"{path}.acceptLimit", AcceptLimit, "accept_limit", problems),
        ReadLimit($"{path}.handleLimit", HandleLimit, "handle_limit", problems),
        [.. (ParallelTiers ?? []).Distinct().Order()],
        TellsDepartment ?? false,
        Basis ?? "");

    private static Limit ReadLimit(string path, DraftLimitBody? limit, string code, ImmutableArray<FieldProblem>.Builder problems) =>
        new(DraftBody.Required(path, limit?.Value, code, problems), limit is { Value: not null } ? DraftBody.Required($"{path}.unit", limit.Unit, "limit_unit", problems) : default);
}

public sealed record DraftLimitBody
{
    /// <summary>1 to 10,000.</summary>
    [Required]
    public int? Value { get; init; }

    /// <summary>The first three always run; work hours and work days run on the county's working calendar.</summary>
    [Required]
    public LimitUnit? Unit { get; init; }
}

/// <summary>Something that only a licensed authority may do, with the reason and the competent authority for the requester.</summary>
public sealed record DraftReservedBody
{
    /// <summary>Four digits, not those of an item.</summary>
    [Required]
    public string? Code { get; init; }

    [Required]
    public string? NameZh { get; init; }

    [Required]
    public string? NameEn { get; init; }

    [Required]
    public ReservedGround? Ground { get; init; }

    [Required]
    public string? ReasonZh { get; init; }

    [Required]
    public string? ReasonEn { get; init; }

    [Required]
    public string? AuthorityZh { get; init; }

    [Required]
    public string? AuthorityEn { get; init; }

    internal ReservedRequest Read(string path, ImmutableArray<FieldProblem>.Builder problems) => new(
        DraftBody.ReadCode(path, Code, problems),
        NameZh ?? "",
        NameEn ?? "",
        DraftBody.Required($"{path}.ground", Ground, "ground", problems),
        ReasonZh ?? "",
        ReasonEn ?? "",
        AuthorityZh ?? "",
        AuthorityEn ?? "");
}

/// <summary>Where people complain about the service.</summary>
public sealed record DraftChannelBody
{
    [Required]
    public string? NameZh { get; init; }

    [Required]
    public string? NameEn { get; init; }

    /// <summary>A service's telephone number, a web address or a counter.</summary>
    [Required]
    public string? Address { get; init; }
}
