namespace GridActors.Architecture.Tests.Sources;

public sealed class MemberLengthsTests
{
    private const string Source = """"
        using System;
        namespace A.B;
        /* class X { */
        [Thing("{")]
        public sealed class C<T>(int x) : D(x) where T : class
        {
            private static readonly int[] _field =
            [
                1, 2,
            ];
            public int P { get; init; } = 5;

            [Theory]
            [InlineData("}")]
            public void Block()
            {
                var s = $"a {(x > 1 ? "}" : @"\")} b" + '{' + """ { " { """;
                if (x == 1) { x = 2; } // }
            }

            public int Expression(int y = 1) =>
                y switch
                {
                    1 => 2,
                    _ => 3,
                };

            private sealed record Inner(int A);
            void Generic<U>() where U : class
            {
            }
        }
        """";

    [Fact]
    public void Every_kind_of_member_is_measured_and_nothing_else_is()
    {
        var members = MemberLengths.Of(Source).Where(m => m.Head.Contains('(', StringComparison.Ordinal)).Select(m => (m.Line, m.Length));

        Assert.Equal([(15, 5), (21, 6), (28, 1), (29, 3)], members);
    }

    [Fact]
    public void What_looks_like_code_in_comments_and_strings_is_blanked_out()
    {
        var code = CodeText.Of("a // {\nb /* {\n */ c \"{\\\"{\" d '{' e @\"\\\" f $\"{g + \"{\"}\" h");

        Assert.Equal("abcdefh", string.Concat(code.Where(char.IsLetter)));
        Assert.Equal(2, code.Count(c => c == '\n'));
        Assert.DoesNotContain('{', code);
    }
}
