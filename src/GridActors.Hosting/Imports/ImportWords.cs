using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using GridActors.Core.Texts;

namespace GridActors.Hosting.Imports;

/// <summary>Words and numbers as the files write them.</summary>
public static class ImportWords
{
    public const int MaxNameLength = 200;

    /// <summary>Reads a value of a closed set by its snake case word, such as <c>full_time</c>.</summary>
    public static bool TryRead<TWord>(string text, out TWord value)
        where TWord : struct, Enum =>
        Words<TWord>.ByText.TryGetValue(text, out value);

    /// <summary>All words of a closed set, for a message.</summary>
    public static string ListOf<TWord>()
        where TWord : struct, Enum =>
        string.Join(", ", Words<TWord>.ByText.OrderBy(w => w.Value).Select(w => w.Key));

    public static string TextOf<TWord>(TWord value)
        where TWord : struct, Enum =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>A whole number of plain digits: no sign, no space, no thousands separator.</summary>
    public static bool TryReadCount(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>Refuses a name that is empty or too long, and says whether it is fine.</summary>
    public static bool CheckName(ImportRow row, string column, ImportProblems problems)
    {
        var text = row[column];
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Refuse(row.Number, $"{column}_required", $"{column} is empty.");
        }
        else if (text.Length > MaxNameLength)
        {
            problems.Refuse(row.Number, $"{column}_too_long", $"{column} has {text.Length} characters; {MaxNameLength} are allowed.");
        }
        else if (!PlainText.IsName(text))
        {
            problems.Refuse(row.Number, $"{column}_not_text", $"{column} has characters that are no text.");
        }
        else
        {
            return true;
        }

        return false;
    }

    private static class Words<TWord>
        where TWord : struct, Enum
    {
        public static readonly FrozenDictionary<string, TWord> ByText = Enum.GetValues<TWord>().ToFrozenDictionary(TextOf);
    }
}
