using System.Collections.Immutable;
using System.Globalization;
using GridActors.ApiHost.Problems;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Webhooks;
using GridActors.Hosting.Webhooks;
using GridActors.Storage.Webhooks;

namespace GridActors.ApiHost.Webhooks;

/// <summary>Reads a subscription and keeps what is wrong with it, so that the client hears of everything at once.</summary>
internal sealed class WebhookReader(WebhookOptions options)
{
    /// <summary>Of one list of a filter.</summary>
    private const int MaxValues = 100;

    private readonly ImmutableArray<FieldProblem>.Builder _problems = ImmutableArray.CreateBuilder<FieldProblem>();

    public ImmutableArray<FieldProblem> Problems => _problems.ToImmutable();

    public DivisionCode Division(string? text)
    {
        if (!DivisionCode.TryParse(text, out var division))
        {
            _problems.Add(new FieldProblem("divisionCode", "division_code_malformed", "divisionCode has twelve digits."));
        }

        return division;
    }

    public string Url(string? text)
    {
        var (code, message) = WebhookUrls.Check(text, options) switch
        {
            WebhookUrlProblem.Malformed => ("url_malformed", $"url is an absolute address of at most {WebhookUrls.MaxLength} characters, without user, password and fragment."),
            WebhookUrlProblem.Insecure => ("url_insecure", "url begins with https."),
            WebhookUrlProblem.NotPublic => ("url_not_public", "url has an address that is not on the public internet."),
            _ => ("", ""),
        };
        if (code.Length > 0)
        {
            _problems.Add(new FieldProblem("url", code, message));
        }

        return text ?? "";
    }

    public WebhookFilter Filter(WebhookBody body) => new(
        ReadAll("items", body.Items, ReadItem),
        ReadAll("groups", body.Groups, ReadGroup),
        [.. (body.Phases ?? []).Distinct()],
        ReadAll("kinds", body.Kinds, ReadKind));

    private ImmutableArray<T> ReadAll<T>(string field, ImmutableArray<string?>? values, Func<string, string?, T> read)
    {
        if (values is { Length: > MaxValues })
        {
            _problems.Add(new FieldProblem(field, "filter_too_long", $"{field} has {values.Value.Length} values; {MaxValues} are allowed."));
            return [];
        }

        return [.. (values ?? []).Select((value, i) => read($"{field}[{i}]", value)).Distinct()];
    }

    private ItemCode ReadItem(string field, string? text)
    {
        if (!ItemCode.TryParse(text, out var code))
        {
            _problems.Add(new FieldProblem(field, "item_code_malformed", $"{field} has four digits, group and item."));
        }

        return code;
    }

    private int ReadGroup(string field, string? text)
    {
        if (text is not { Length: 2 } || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var group) || group == 0)
        {
            _problems.Add(new FieldProblem(field, "group_malformed", $"{field} has two digits, 01 to 99."));
            return 0;
        }

        return group;
    }

    private string ReadKind(string field, string? text)
    {
        if (text is null || !CloudEvent.IsKind(text))
        {
            _problems.Add(new FieldProblem(field, "kind_unknown", $"{field} is a kind of event as the timeline of an incident names it, such as reported or closed."));
        }

        return text ?? "";
    }
}
