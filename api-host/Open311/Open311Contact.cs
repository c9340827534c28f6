namespace GridActors.ApiHost.Open311;

/// <summary>What a form says about the person behind it.</summary>
internal sealed record Open311Contact(string? Email, string? FirstName, string? LastName, string? Phone, string? DeviceId, string? AccountId)
{
    public static Open311Contact Read(Open311Form form) => new(
        form.Prose("email"),
        form.Prose("first_name"),
        form.Prose("last_name"),
        form.Prose("phone"),
        form.Prose("device_id"),
        form.Prose("account_id"));

    /// <summary>
    /// Reads the fields and drops them: clients send them by default, so they are no error, but the platform keeps nothing about
    /// persons in its record (README, "Not there on purpose"). A contact kept apart and encrypted would be taken from here.
    /// </summary>
    public static void Drop(Open311Form form) => Read(form);
}
