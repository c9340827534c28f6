using System.ComponentModel.DataAnnotations;
using GridActors.ApiHost.Incidents;
using GridActors.Core.Contacts;

namespace GridActors.ApiHost.Contacts;

public sealed record PurposeBody
{
    /// <summary>What the contact is needed for; 1 to 200 characters, on the incident's record. It names nobody.</summary>
    [Required, MaxLength(ContactRules.MaxPurposeLength)]
    public string? Purpose { get; init; }

    internal string Read(CommandReader reader)
    {
        var purpose = Purpose ?? "";
        if (purpose.Length > ContactRules.MaxPurposeLength)
        {
            reader.Problem("purpose", "purpose_too_long", $"purpose has {purpose.Length} characters; {ContactRules.MaxPurposeLength} are allowed.");
        }
        else if (!ContactRules.IsLine(purpose))
        {
            reader.Problem("purpose", "purpose_not_text", "purpose has characters that are no text, or turn its direction.");
        }

        return purpose;
    }
}
