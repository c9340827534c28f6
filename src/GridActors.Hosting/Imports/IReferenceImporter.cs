using System.Collections.Immutable;
using GridActors.Core.Divisions;

namespace GridActors.Hosting.Imports;

/// <summary>Takes one kind of file.</summary>
internal interface IReferenceImporter
{
    /// <summary>Columns that the file must have; it may have others.</summary>
    ImmutableArray<string> Columns { get; }

    /// <summary>Checks the rows and files what differs from the actors' state. Durable when it returns.</summary>
    /// <param name="region">The reference data as the actors have it.</param>
    Task<ImportOutcome> ApplyAsync(ImportTable table, RegionSnapshot region, ImportProblems problems, ImportProgress progress, CancellationToken ct);
}

/// <param name="Changed">See <see cref="ImportReport.Changed"/>.</param>
/// <param name="IsAnnounced">Whether the hosts have to read the reference data again.</param>
/// <param name="Prefectures">Prefectures that may be new.</param>
internal sealed record ImportOutcome(int Changed, bool IsAnnounced, ImmutableArray<DivisionCode> Prefectures)
{
    public static ImportOutcome Nothing { get; } = new(0, false, []);
}
