namespace GridActors.ApiHost.Open311;

/// <summary>The language of names and notes.</summary>
internal enum Open311Language
{
    Chinese,
    English,
}

internal static class Open311Languages
{
    /// <summary>The one that the client likes best of the two; Chinese where it likes neither, or says nothing.</summary>
    public static Open311Language Of(HttpRequest request)
    {
        foreach (var language in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Where(l => l.Quality is not 0))
        {
            switch (language.Value.Value?.Split('-')[0].ToUpperInvariant())
            {
                case "EN":
                    return Open311Language.English;
                case "ZH":
                    return Open311Language.Chinese;
            }
        }

        return Open311Language.Chinese;
    }

    public static string TagOf(Open311Language language) => language == Open311Language.English ? "en" : "zh";

    /// <summary>One of two texts.</summary>
    public static string Choose(this Open311Language language, string zh, string en) => language == Open311Language.English ? en : zh;
}
