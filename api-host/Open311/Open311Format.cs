namespace GridActors.ApiHost.Open311;

internal enum Open311Format
{
    Xml,
    Json,
}

internal static class Open311Formats
{
    private static readonly string[] _xml = ["text/xml", "application/xml"];
    private static readonly string[] _json = ["application/json", "text/json"];

    /// <summary>By the ending of the path; without one by what the client accepts; XML where it accepts both alike, or says nothing.</summary>
    public static Open311Format Of(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        return path.EndsWith(".json", StringComparison.Ordinal) ? Open311Format.Json
            : path.EndsWith(".xml", StringComparison.Ordinal) ? Open311Format.Xml
            : QualityOf(request, _json) > QualityOf(request, _xml) ? Open311Format.Json
            : Open311Format.Xml;
    }

    private static double QualityOf(HttpRequest request, string[] mediaTypes) => request.GetTypedHeaders().Accept
        .Where(a => mediaTypes.Any(t => a.MediaType.Equals(t, StringComparison.OrdinalIgnoreCase)))
        .Select(a => a.Quality ?? 1)
        .DefaultIfEmpty(0)
        .Max();
}
