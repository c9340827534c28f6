namespace GridActors.Core.Texts;

/// <summary>
/// What somebody may write. Text in somebody's own words is kept as it was given, also where a character in it turns the direction of writing
/// around: answers carry such a character escaped, so that it turns nothing around on the way. A name is shown among others and has none.
/// </summary>
public static class PlainText
{
    /// <summary>Several lines in somebody's own words: no control character but tab, line feed and carriage return, and no half of a surrogate pair.</summary>
    public static bool IsText(string text) => !HasLoneSurrogate(text) && !text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r'));

    /// <summary>One line, such as a name or a channel: no control character, no half of a surrogate pair, and nothing that turns the direction of writing around.</summary>
    public static bool IsName(string text) => !HasLoneSurrogate(text) && !text.Any(c => char.IsControl(c) || TurnsDirection(c));

    /// <summary>Embeddings, overrides and isolates of the bidirectional algorithm. The marks that only hint (LRM, RLM, ALM) are none.</summary>
    public static bool TurnsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool HasLoneSurrogate(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
            {
                continue;
            }

            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return true;
            }

            at++;
        }

        return false;
    }
}
