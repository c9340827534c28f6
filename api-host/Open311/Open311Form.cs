using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace GridActors.ApiHost.Open311;

/// <summary>The fields of a form, and what is wrong with them. An empty field counts as left out; fields that nobody asks for are not looked at.</summary>
internal sealed class Open311Form
{
    private const string MediaType = "application/x-www-form-urlencoded";

    private readonly IFormCollection _fields;
    private readonly List<string> _problems = [];

    private Open311Form(IFormCollection fields) => _fields = fields;

    public bool HasProblems => _problems.Count > 0;

    /// <summary>Everything that is wrong, at once.</summary>
    public Open311Errors Errors => Open311Errors.BadRequest([.. _problems.Distinct()]);

    public static async Task<(Open311Form? Form, Open311Errors? Errors)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            return (null, Open311Errors.BadRequest($"The body is a form: Content-Type is {MediaType}."));
        }

        try
        {
            return (new Open311Form(await request.ReadFormAsync(ct)), null);
        }
        catch (InvalidDataException)
        {
            return (null, Open311Errors.BadRequest("The form cannot be read: too many fields, too long a name, or characters that are no text."));
        }
    }

    public void Problem(string description) => _problems.Add(description);

    /// <summary>Null where it is left out.</summary>
    public string? Text(string field)
    {
        var values = _fields[field];
        if (values.Count > 1)
        {
            Problem($"{field} is there more than once.");
        }

        return values.Count == 0 || string.IsNullOrEmpty(values[0]) ? null : values[0];
    }

    /// <summary>Text of people: line breaks are allowed, other control characters are not.</summary>
    public string? Prose(string field)
    {
        var text = Text(field);
        if (text?.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) is true)
        {
            Problem($"{field} has characters that are no text.");
        }

        return text;
    }

    /// <summary>Not a number where the text is none: whoever asks for a number in a range refuses it then.</summary>
    public double? Number(string field) =>
        Text(field) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : double.NaN;

    /// <summary>Addresses of media, checked and no more: an incident has no place for them.</summary>
    public void CheckMedia(string field)
    {
        if (_fields[field].Any(m => !string.IsNullOrEmpty(m) && !(Uri.TryCreate(m, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps)))
        {
            Problem($"{field} is an https address.");
        }
    }
}
