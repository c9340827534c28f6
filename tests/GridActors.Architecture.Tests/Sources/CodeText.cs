using System.Text;

namespace GridActors.Architecture.Tests.Sources;

/// <summary>C# without what could be mistaken for code: comments, strings and characters become spaces, line breaks stay.</summary>
internal sealed class CodeText
{
    private readonly string _source;
    private readonly StringBuilder _code = new();
    private int _at;

    private CodeText(string source) => _source = source;

    public static string Of(string source)
    {
        var text = new CodeText(source);
        text.ReadCode(untilBrace: false);
        return text._code.ToString();
    }

    private char Current => _source[_at];

    private void ReadCode(bool untilBrace)
    {
        var depth = 0;
        while (_at < _source.Length)
        {
            if (untilBrace && Current == '}' && depth == 0)
            {
                return;
            }

            depth += Current == '{' ? 1 : Current == '}' ? -1 : 0;
            if (!TrySkip())
            {
                Keep(blank: untilBrace);
            }
        }
    }

    private bool TrySkip()
    {
        if (StartsWith("//"))
        {
            BlankUntil("\n", consume: false);
        }
        else if (StartsWith("/*"))
        {
            BlankUntil("*/", consume: true);
        }
        else if (StartsWith("'"))
        {
            BlankQuoted('\'');
        }
        else if (Current is '"' or '$' or '@' && StringStart() is var (quote, isVerbatim, isInterpolated))
        {
            BlankString(quote, isVerbatim, isInterpolated);
        }
        else
        {
            return false;
        }

        return true;
    }

    private (int Quote, bool IsVerbatim, bool IsInterpolated)? StringStart()
    {
        var at = _at;
        while (at < _source.Length && _source[at] is '$' or '@')
        {
            at++;
        }

        var prefix = _source[_at..at];
        return at < _source.Length && _source[at] == '"' ? (at, prefix.Contains('@'), prefix.Contains('$')) : null;
    }

    private void BlankString(int quote, bool isVerbatim, bool isInterpolated)
    {
        var quotes = _source.Skip(quote).TakeWhile(c => c == '"').Count();
        while (_at < quote)
        {
            Keep(blank: true);
        }

        if (quotes >= 3)
        {
            Skip(quotes);
            BlankUntil(new string('"', quotes), consume: true);
            return;
        }

        Skip(1);
        while (_at < _source.Length && (Current != '"' || (isVerbatim && StartsWith("\"\""))))
        {
            BlankStringPart(isVerbatim, isInterpolated);
        }

        Skip(1);
    }

    private void BlankStringPart(bool isVerbatim, bool isInterpolated)
    {
        if ((Current == '\\' && !isVerbatim) || StartsWith("{{") || StartsWith("}}") || (isVerbatim && StartsWith("\"\"")))
        {
            Skip(2);
        }
        else if (isInterpolated && Current == '{')
        {
            Skip(1);
            ReadCode(untilBrace: true);
            Skip(1);
        }
        else
        {
            Skip(1);
        }
    }

    private void BlankQuoted(char quote)
    {
        Skip(1);
        while (_at < _source.Length && Current != quote)
        {
            Skip(Current == '\\' ? 2 : 1);
        }

        Skip(1);
    }

    private void BlankUntil(string end, bool consume)
    {
        while (_at < _source.Length && !StartsWith(end))
        {
            Skip(1);
        }

        Skip(consume ? end.Length : 0);
    }

    private void Skip(int count)
    {
        for (var i = 0; i < count && _at < _source.Length; i++)
        {
            Keep(blank: true);
        }
    }

    private void Keep(bool blank)
    {
        _code.Append(blank && Current != '\n' ? ' ' : Current);
        _at++;
    }

    private bool StartsWith(string text) => string.CompareOrdinal(_source, _at, text, 0, text.Length) == 0;
}
