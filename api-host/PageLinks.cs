using Microsoft.AspNetCore.WebUtilities;

namespace GridActors.ApiHost;

/// <summary>Leads from one page of a list to the next (RFC 8288).</summary>
internal static class PageLinks
{
    private const string Cursor = "cursor";

    /// <param name="cursor">Of the next page; null on the last.</param>
    public static void Announce(HttpContext http, string? cursor)
    {
        if (cursor is not null)
        {
            var parameters = http.Request.Query.Where(p => p.Key != Cursor).Append(new(Cursor, cursor));
            http.Response.Headers.Link = $"<{QueryHelpers.AddQueryString(http.Request.Path.ToUriComponent(), parameters)}>; rel=\"next\"";
        }
    }
}
