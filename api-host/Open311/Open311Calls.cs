using GridActors.ApiHost.Access;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Grains.Divisions;
using Microsoft.Extensions.Options;

namespace GridActors.ApiHost.Open311;

/// <summary>Reads what every call has, or says what it lacks. Parameters of a form may stand in the query of its address as well.</summary>
internal sealed class Open311Calls(IOpen311Keys keys, IRegionDirectory directory, IOptions<Open311Options> options)
{
    private const string Key = "api_key";
    private const string Jurisdiction = "jurisdiction_id";

    /// <summary>A call that reads: a key is not needed, but has to be right where there is one.</summary>
    public async Task<(Open311Call? Call, Open311Errors? Errors)> ReadAsync(HttpContext http, CancellationToken ct)
    {
        var query = new Open311Query(http.Request.Query);
        return await IdentifyAsync(http, query.Text(Key), ct) is { } errors
            ? (null, errors)
            : await LocateAsync(http, query, query.Text(Jurisdiction), ct);
    }

    /// <summary>A call that writes: a key is needed where the options say so, unless the caller has a login.</summary>
    public async Task<(Open311Call? Call, Open311Form? Form, Open311Errors? Errors)> ReadFormAsync(HttpContext http, CancellationToken ct)
    {
        var (form, malformed) = await Open311Form.ReadAsync(http.Request, ct);
        if (form is null)
        {
            return (null, null, malformed);
        }

        var query = new Open311Query(http.Request.Query);
        var key = form.Text(Key) ?? query.Text(Key);
        if (key is null && options.Value.RequiresApiKey && http.GetCaller().IsAnonymous)
        {
            return (null, null, Open311Errors.Forbidden($"{Key} was not provided."));
        }

        if (await IdentifyAsync(http, key, ct) is { } errors)
        {
            return (null, null, errors);
        }

        var (call, unknown) = await LocateAsync(http, query, form.Text(Jurisdiction) ?? query.Text(Jurisdiction), ct);
        return (call, form, unknown);
    }

    /// <summary>Whoever a key stands for is the caller of the request from here on.</summary>
    private async ValueTask<Open311Errors?> IdentifyAsync(HttpContext http, string? key, CancellationToken ct)
    {
        if (key is null)
        {
            return null;
        }

        if (await keys.FindCallerAsync(key, ct) is not { } caller)
        {
            return Open311Errors.Forbidden($"{Key} is not valid.");
        }

        if (!caller.IsAnonymous)
        {
            http.Features.Set<Caller>(caller);
        }

        return null;
    }

    /// <summary>A jurisdiction is a prefecture or a county. One has to be named only where there are several prefectures.</summary>
    private async Task<(Open311Call? Call, Open311Errors? Errors)> LocateAsync(HttpContext http, Open311Query query, string? text, CancellationToken ct)
    {
        var region = await directory.AtLeastAsync(0, ct);
        if (text is not null)
        {
            return DivisionCode.TryParse(text, out var named) && named.Level >= DivisionLevel.County && region.Find(named) is not null
                ? (new Open311Call(http, region, named, query), null)
                : (null, Open311Errors.NotFound($"{Jurisdiction} {text} was not found."));
        }

        return region.Prefectures.ToArray() switch
        {
            [] => (null, Open311Errors.NotFound("No jurisdiction is served here yet.")),
            [var only] => (new Open311Call(http, region, only, query), null),
            var all => (null, Open311Errors.BadRequest($"{Jurisdiction} was not provided. It is one of {string.Join(", ", all)}, or a county of theirs.")),
        };
    }
}
