using System.Collections.Immutable;
using GridActors.Core.Contacts;
using GridActors.Hosting.Contacts;
using GridActors.Hosting.Incidents;

namespace GridActors.ApiHost.Contacts;

/// <summary>Reads the contact of a report.</summary>
internal static class ContactReader
{
    private const string Field = "contact";

    private static readonly ReportProblem _notKept = new(
        Field, "contacts_not_kept", "This installation has no key to keep contacts with: send the report without contact.", IsMalformed: false);

    /// <summary>Null where there is none. One that cannot be encrypted is refused, never kept in plain.</summary>
    public static Contact? Read(ContactBody? body, ContactVault vault, out ImmutableArray<ReportProblem> problems)
    {
        var contact = body?.ToContact();
        problems = contact is null ? []
            : vault.IsOpen ? [.. ContactRules.Check(contact).Select(ToProblem)]
            : [_notKept];
        return contact;
    }

    private static ReportProblem ToProblem(ContactFault fault) =>
        new(fault.Field.Length == 0 ? Field : $"{Field}.{fault.Field}", fault.Code, fault.Message, IsMalformed: true);
}
