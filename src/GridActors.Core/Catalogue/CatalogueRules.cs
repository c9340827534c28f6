using System.Collections.Immutable;
using System.Text.Json;
using GridActors.Core.Texts;
using GridActors.Core.WorkingTime;

namespace GridActors.Core.Catalogue;

/// <summary>What a catalogue may say. Finds everything that is wrong at once.</summary>
public static class CatalogueRules
{
    public const int MaxNameLength = 200;

    public static ImmutableArray<CatalogueProblem> FindProblems(CatalogueContent content)
    {
        var problems = ImmutableArray.CreateBuilder<CatalogueProblem>();
        if (content.Items.IsEmpty)
        {
            problems.Add(new CatalogueProblem("items", "items_required", "A catalogue without items would refuse every report."));
        }

        for (var i = 0; i < content.Items.Length; i++)
        {
            CheckItem($"items[{i}]", content.Items[i], problems);
        }

        for (var i = 0; i < content.Reserved.Length; i++)
        {
            CheckReserved($"reservedRequests[{i}]", content.Reserved[i], problems);
        }

        for (var i = 0; i < content.Channels.Length; i++)
        {
            CheckTexts($"complaintChannels[{i}]", problems, ("nameZh", content.Channels[i].NameZh), ("nameEn", content.Channels[i].NameEn), ("address", content.Channels[i].Address));
        }

        CheckCodes(content, problems);
        return problems.ToImmutable();
    }

    private static void CheckItem(string path, CatalogueItem item, ImmutableArray<CatalogueProblem>.Builder problems)
    {
        CheckTexts(
            path,
            problems,
            ("groupZh", item.GroupZh),
            ("groupEn", item.GroupEn),
            ("nameZh", item.NameZh),
            ("nameEn", item.NameEn),
            ("ownerDepartment", item.OwnerZh),
            ("ownerDepartmentEn", item.OwnerEn));
        CheckLength(path, "basis", item.Basis, problems);
        CheckScope(path, $"{item.GroupZh} {item.NameZh}", $"{item.GroupEn} {item.NameEn}", problems);
        CheckLimit(path, "acceptLimit", item.AcceptLimit, item.Severity, problems);
        CheckLimit(path, "handleLimit", item.HandleLimit, item.Severity, problems);
        if (item.Severity != Severity.S1 && (!item.ParallelTiers.IsEmpty || item.TellsDepartment))
        {
            problems.Add(new CatalogueProblem($"{path}.parallelTiers", "parallel_tiers_without_emergency", "Only an emergency (S1) is told to several tiers at once."));
        }
    }

    private static void CheckReserved(string path, ReservedRequest reserved, ImmutableArray<CatalogueProblem>.Builder problems)
    {
        CheckTexts(
            path,
            problems,
            ("nameZh", reserved.NameZh),
            ("nameEn", reserved.NameEn),
            ("reasonZh", reserved.ReasonZh),
            ("reasonEn", reserved.ReasonEn),
            ("authorityZh", reserved.AuthorityZh),
            ("authorityEn", reserved.AuthorityEn));
        CheckScope(path, reserved.NameZh, reserved.NameEn, problems);
    }

    private static void CheckScope(string path, string zh, string en, ImmutableArray<CatalogueProblem>.Builder problems)
    {
        if (CatalogueScope.DescribesPersons(zh, en))
        {
            problems.Add(new CatalogueProblem(path, "item_describes_persons", "An item names a place, a service or a hazard, never a category of persons."));
        }
    }

    private static void CheckLimit(string path, string field, Limit limit, Severity severity, ImmutableArray<CatalogueProblem>.Builder problems)
    {
        if (limit.Value is < 1 or > Limit.MaxValue)
        {
            problems.Add(new CatalogueProblem($"{path}.{field}", "limit_malformed", $"A limit is a whole number from 1 to {Limit.MaxValue}."));
        }

        if (severity == Severity.S1 && limit.RunsOnCalendar)
        {
            problems.Add(new CatalogueProblem($"{path}.{field}", "emergency_clock_stops", "The clock of an emergency never stops; its limits are in minutes, urgent hours or natural days."));
        }
    }

    private static void CheckCodes(CatalogueContent content, ImmutableArray<CatalogueProblem>.Builder problems)
    {
        var paths = content.Items.Select((item, i) => (item.Code, Path: $"items[{i}].code"))
            .Concat(content.Reserved.Select((reserved, i) => (reserved.Code, Path: $"reservedRequests[{i}].code")));
        foreach (var (code, path) in paths.GroupBy(p => p.Code).SelectMany(twice => twice.Skip(1)))
        {
            problems.Add(new CatalogueProblem(path, "item_code_twice", $"{code} is there twice; a code means one thing."));
        }
    }

    private static void CheckTexts(string path, ImmutableArray<CatalogueProblem>.Builder problems, params ImmutableArray<(string Field, string Text)> texts)
    {
        foreach (var (field, text) in texts)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                problems.Add(new CatalogueProblem($"{path}.{field}", $"{CodeOf(field)}_required", $"{field} is empty."));
            }

            CheckLength(path, field, text, problems);
        }
    }

    private static void CheckLength(string path, string field, string text, ImmutableArray<CatalogueProblem>.Builder problems)
    {
        if (text.Length > MaxNameLength)
        {
            problems.Add(new CatalogueProblem($"{path}.{field}", $"{CodeOf(field)}_too_long", $"{field} has {text.Length} characters; {MaxNameLength} are allowed."));
        }

        if (!PlainText.IsName(text))
        {
            problems.Add(new CatalogueProblem($"{path}.{field}", $"{CodeOf(field)}_not_text", $"{field} has characters that are no text."));
        }
    }

    private static string CodeOf(string field) => JsonNamingPolicy.SnakeCaseLower.ConvertName(field);
}
