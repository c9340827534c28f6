namespace GridActors.Core.Serialization;

/// <summary>Reads a fixed number of ASCII digits; a sign, a space or a digit of another script is no digit here.</summary>
internal static class Digits
{
    public static bool TryRead(ReadOnlySpan<char> text, int length, out long value)
    {
        value = 0;
        if (text.Length != length)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        return true;
    }
}
