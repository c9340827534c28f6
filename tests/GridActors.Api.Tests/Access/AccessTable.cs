using System.Text;
using GridActors.ApiHost;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Json;
using GridActors.Core.Access;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace GridActors.Api.Tests.Access;

/// <summary>Every endpoint with the permission that it needs and the roles that have it, as the endpoints themselves say.</summary>
internal static class AccessTable
{
    /// <summary>Somebody without a login comes first.</summary>
    public static readonly CallerRole?[] Callers = [null, .. Enum.GetValues<CallerRole>()];

    /// <summary>The endpoints of a host in order of path. Of the dashboard's own pages the first one stands for all.</summary>
    public static IReadOnlyList<Row> Read(EndpointDataSource endpoints) =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"], RowOf)
            .DistinctBy(r => (r.Method, r.Path))
            .OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal),
    ];

    public static string Write(IEnumerable<Row> rows)
    {
        var text = new StringBuilder("| endpoint | needs |");
        text.AppendJoin(" |", Callers.Select(c => $" {(c is { } role ? GrantText.NameOf(role) : "nobody")}")).Append(" |\n");
        text.Append("| --- | --- |").Insert(text.Length, " --- |", Callers.Length).Append('\n');
        foreach (var row in rows)
        {
            text.Append("| `").Append(row.Method).Append(' ').Append(row.Path).Append("` | ").Append(ApiJson.NameOf(row.Needs)).Append(" |");
            text.AppendJoin(" |", Callers.Select(c => MayPass(c, row.Needs) ? " yes" : " -")).Append(" |\n");
        }

        return text.ToString();
    }

    public static bool MayPass(CallerRole? caller, Permission needed) =>
        caller is { } role ? AccessRules.Grants(role, needed) : AccessRules.IsOpen(needed);

    private static Row RowOf(RouteEndpoint endpoint, string method)
    {
        var path = endpoint.RoutePattern.RawText!;
        path = path.StartsWith('/') ? path : $"/{path}";
        return new Row(
            method,
            path.StartsWith(OperationsPaths.Dashboard, StringComparison.Ordinal) ? $"{OperationsPaths.Dashboard}/" : path.Length > 1 ? path.TrimEnd('/') : path,
            endpoint.Metadata.GetMetadata<AccessRequirement>()!.Permission,
            endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0]);
    }

    /// <param name="MediaType">What it takes; null where it takes no body.</param>
    internal sealed record Row(string Method, string Path, Permission Needs, string? MediaType);
}
