using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GridActors.Core.Departments;
using GridActors.Core.Serialization;
using GridActors.Core.Workers;

namespace GridActors.Core.Incidents;

/// <summary>Who did something: a post, a department, a worker by badge number, the requester, or the clock. Written as <c>post:652301001000</c>, <c>department:652301000000/housing</c>, <c>worker:w-1</c>, <c>requester</c>, <c>clock</c>.</summary>
[GenerateSerializer, Immutable, Alias("actor")]
[JsonConverter(typeof(CodeJsonConverter<Actor>))]
public readonly record struct Actor : ICode<Actor>
{
    private const string ClockText = "clock";
    private const string DepartmentPrefix = "department:";

    /// <summary>Null for the clock, so that an actor which nobody set equals it.</summary>
    [Id(0)]
    private readonly string? _text;

    private Actor(string text) => _text = text == ClockText ? null : text;

    public static Actor Clock => default;

    public static Actor Requester { get; } = new("requester");

    public static Actor Of(Post post) => new($"post:{post}");

    public static Actor Of(WorkerId worker) => new($"worker:{worker}");

    public static Actor Of(DepartmentCode department) => new($"department:{department}");

    public Post? Post => ToString() is ['p', 'o', 's', 't', ':', .. var code] && Incidents.Post.TryParse(code, out var post) ? post : null;

    public WorkerId? Worker => ToString() is ['w', 'o', 'r', 'k', 'e', 'r', ':', .. var id] && WorkerId.TryParse(id, out var worker) ? worker : null;

    public DepartmentCode? Department =>
        ToString() is string text && text.StartsWith(DepartmentPrefix, StringComparison.Ordinal) && DepartmentCode.TryParse(text[DepartmentPrefix.Length..], out var department) ? department : null;

    public override string ToString() => _text ?? ClockText;

    public static bool TryParse([NotNullWhen(true)] string? text, out Actor code)
    {
        code = text is null ? default : new Actor(text);
        return text is not null && (code == Clock || code == Requester || code.Post is not null || code.Worker is not null || code.Department is not null);
    }
}
