using System.Collections.Immutable;
using GridActors.Contracts.Divisions;
using GridActors.Core.Divisions;
using GridActors.Core.WorkingTime;
using GridActors.Grains;

namespace GridActors.Hosting.Imports;

/// <summary>Publishes days of the calendar for the whole prefecture. Days of other dates stay as they are.</summary>
internal sealed class HolidayImporter(IGrainFactory grains) : IReferenceImporter
{
    public ImmutableArray<string> Columns => HolidayRows.Columns;

    public async Task<ImportOutcome> ApplyAsync(ImportTable table, RegionSnapshot region, ImportProblems problems, ImportProgress progress, CancellationToken ct)
    {
        var days = HolidayRows.Read(table, problems);
        if (days.IsEmpty || !ReferenceImport.HasPrefecture(region, problems))
        {
            return ImportOutcome.Nothing;
        }

        var changed = 0;
        var announce = false;
        foreach (var prefecture in region.Prefectures)
        {
            var grain = grains.GetDivision(prefecture);
            var published = (await grain.GetAsync(ct))?.Calendar ?? PublishedCalendar.Empty;
            var known = published.Days.ToDictionary(d => d.Date);
            ImmutableArray<CalendarDay> differing = [.. days.Where(d => known.GetValueOrDefault(d.Date) != d)];
            if (!differing.IsEmpty)
            {
                await grain.PublishCalendarAsync(differing, ct);
            }

            changed += differing.Length;
            announce |= !differing.IsEmpty || published.Version != region.CalendarOf(prefecture).Version;
            progress.Advance();
        }

        return new ImportOutcome(changed, announce, []);
    }
}
