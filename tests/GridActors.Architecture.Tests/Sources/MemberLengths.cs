using System.Text.RegularExpressions;

namespace GridActors.Architecture.Tests.Sources;

/// <summary>
/// Counts the lines of methods, constructors and properties, from the signature to the last line, attributes apart. A
/// local function counts towards its method; fields with an initializer are no methods.
/// </summary>
internal static partial class MemberLengths
{
    public static IEnumerable<(int Line, int Length, string Head)> Of(string source)
    {
        var code = CodeText.Of(source);
        var at = 0;
        while (at < code.Length)
        {
            at = SkipBlanksAndAttributes(code, at);
            if (at >= code.Length)
            {
                yield break;
            }

            if (code[at] == '}')
            {
                at++;
                continue;
            }

            var start = at;
            at = EndOfHead(code, start);
            var head = code[start..at];
            if (at < code.Length && code[at] == '{' && TypeOrNamespace().IsMatch(head))
            {
                at++;
                continue;
            }

            at = EndOfMember(code, at);
            if (!IsField(head))
            {
                yield return (LineOf(code, start), LineOf(code, at - 1) - LineOf(code, start) + 1, head.Trim());
            }
        }
    }

    private static int SkipBlanksAndAttributes(string code, int at)
    {
        while (at < code.Length && (char.IsWhiteSpace(code[at]) || code[at] is '[' or '#'))
        {
            at = code[at] switch
            {
                '[' => EndOfGroup(code, at),
                '#' => code.IndexOf('\n', at) is >= 0 and var end ? end : code.Length,
                _ => at + 1,
            };
        }

        return at;
    }

    /// <summary>Where the body begins: a brace, an arrow, an initializer, or the semicolon that says there is none.</summary>
    private static int EndOfHead(string code, int at)
    {
        while (at < code.Length && code[at] is not ('{' or ';' or '='))
        {
            at = code[at] is '(' or '[' ? EndOfGroup(code, at) : at + 1;
        }

        return at;
    }

    private static int EndOfMember(string code, int at)
    {
        while (at < code.Length && code[at] != ';')
        {
            var isBody = code[at] == '{';
            at = code[at] is '(' or '[' or '{' ? EndOfGroup(code, at) : at + 1;
            if (isBody && !InitializerFollows().IsMatch(code[at..Math.Min(at + 80, code.Length)]))
            {
                return at;
            }
        }

        return Math.Min(at + 1, code.Length);
    }

    private static int EndOfGroup(string code, int at)
    {
        var depth = 0;
        for (; at < code.Length; at++)
        {
            depth += code[at] is '(' or '[' or '{' ? 1 : code[at] is ')' or ']' or '}' ? -1 : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return at;
    }

    private static bool IsField(string head) => !head.Contains('(', StringComparison.Ordinal) && head.EndsWith(' ') && FieldModifiers().IsMatch(head);

    private static int LineOf(string code, int at) => code.AsSpan(0, at).Count('\n') + 1;

    [GeneratedRegex(@"\b(class|record|struct|interface|enum|namespace)\s+\w")]
    private static partial Regex TypeOrNamespace();

    /// <summary>What goes on behind a closing brace: a property's initializer, or the rest of an expression.</summary>
    [GeneratedRegex(@"^\s*(=|;|\.|,|\)|\?|:|\||&|with\b|switch\b|is\b|as\b|\+)")]
    private static partial Regex InitializerFollows();

    [GeneratedRegex(@"\b(readonly|const|static)\b")]
    private static partial Regex FieldModifiers();
}
