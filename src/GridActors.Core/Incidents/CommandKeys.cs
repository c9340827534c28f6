using System.Collections.Immutable;

namespace GridActors.Core.Incidents;

/// <summary>
/// The keys of an incident's last commands. They are in its head row, written with the events of their command, and in no event: what a
/// client calls its command is nothing that happened to the incident.
/// </summary>
public static class CommandKeys
{
    /// <summary>How many are kept; a command that is sent again after so many others is decided like a new one.</summary>
    public const int Kept = 16;

    /// <summary>Whether the command's key was used here before, for whatever command.</summary>
    public static bool IsUsed(Incident incident, IncidentCommand command) => command.Key is { } key && Find(incident, key) is not null;

    /// <summary>The incident after a command that changed it.</summary>
    public static Incident Remember(Incident incident, CommandKey? key) => key is null
        ? incident
        : incident with { CommandKeys = [.. KeysOf(incident).TakeLast(Kept - 1), key] };

    /// <summary>Nothing is left to do where the key was used for the same command; null where the key is new, or there is none.</summary>
    internal static IncidentDecision? DecideRepeat(Incident incident, IncidentCommand command) =>
        command.Key is not { } key || Find(incident, key) is not { } used ? null
        : used.Digest == key.Digest ? IncidentDecision.Nothing
        : IncidentDecision.Refuse(IncidentRefusal.IdempotencyKeyReused);

    private static CommandKey? Find(Incident incident, CommandKey key) => KeysOf(incident).FirstOrDefault(k => k.Key == key.Key);

    private static ImmutableArray<CommandKey> KeysOf(Incident incident) => incident.CommandKeys.IsDefault ? [] : incident.CommandKeys;
}
