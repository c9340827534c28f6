using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Texts;
using GridActors.Core.Workers;

namespace GridActors.Hosting.Incidents;

/// <summary>
/// Turns what came in into a command, or says everything that is wrong with it at once. Nothing is mended silently: a
/// named grid that does not exist is refused even where the location would lead to another one.
/// </summary>
public static class ReportIntake
{
    public const string DefaultChannel = "api";

    public static bool TryPrepare(
        ReportRequest request,
        IncidentId id,
        RegionSnapshot region,
        ReportedSubject? about,
        [NotNullWhen(true)] out ReportIncident? command,
        out ImmutableArray<ReportProblem> problems)
    {
        var found = ImmutableArray.CreateBuilder<ReportProblem>();
        var item = ReadItem(request, found);
        var place = about?.Place ?? ReadPlace(request, region, found);
        var content = ReadContent(request, about?.Subject, found);
        problems = found.ToImmutable();
        command = problems.IsEmpty
            ? new ReportIncident(id, IncidentIds.NewTrackingCode(), item, place!, content, region.Revision)
            : null;
        return command is not null;
    }

    private static ItemCode ReadItem(ReportRequest request, ImmutableArray<ReportProblem>.Builder problems)
    {
        if (!ItemCode.TryParse(request.ItemCode, out var item))
        {
            problems.Add(new ReportProblem("itemCode", "item_code_malformed", "An item code has four digits: two of the group and two of the item.", true));
        }

        return item;
    }

    private static ReportedPlace? ReadPlace(ReportRequest request, RegionSnapshot region, ImmutableArray<ReportProblem>.Builder problems)
    {
        var location = ReadLocation(request, problems);
        if (request.GridCode is { Length: > 0 })
        {
            return ReadGrid(request.GridCode, region, location, problems);
        }

        if (location is not { } point)
        {
            if (request is { Lat: null, Lon: null, UnmatchedIn: { } county })
            {
                return new ReportedPlace([], county, null);
            }

            if (request is { Lat: null, Lon: null })
            {
                problems.Add(new ReportProblem("location", "place_required", "A report names a grid or a location.", true));
            }

            return null;
        }

        var match = region.Grids.Match(point);
        if (match.Nearest is not { } nearest)
        {
            problems.Add(new ReportProblem("location", "no_grids", "No grid is known here yet.", false));
            return null;
        }

        var anchor = match.Grids.IsEmpty ? nearest : match.Grids[0];
        return new ReportedPlace(match.Grids, anchor.Village.AncestorAt(DivisionLevel.County)!.Value, point);
    }

    private static GeoPoint? ReadLocation(ReportRequest request, ImmutableArray<ReportProblem>.Builder problems)
    {
        if (request is { Lat: null, Lon: null })
        {
            return null;
        }

        if (request is { Lat: { } lat, Lon: { } lon } && new GeoPoint(lat, lon) is { IsValid: true } point)
        {
            return point;
        }

        problems.Add(new ReportProblem("location", "location_out_of_range", "A location has a latitude from -90 to 90 and a longitude from -180 to 180.", true));
        return null;
    }

    private static ReportedPlace? ReadGrid(string text, RegionSnapshot region, GeoPoint? location, ImmutableArray<ReportProblem>.Builder problems)
    {
        if (!GridCode.TryParse(text, out var grid, out var error))
        {
            problems.Add(new ReportProblem("gridCode", "grid_code_malformed", $"A grid code has fifteen digits, a village and a number: {error}.", true));
            return null;
        }

        if (region.Grids.Find(grid) is null)
        {
            problems.Add(region.HasEnded(grid)
                ? new ReportProblem("gridCode", "grid_ended", $"Grid {grid} has ended.", false)
                : new ReportProblem("gridCode", "unknown_grid", $"There is no grid {grid}.", false));
            return null;
        }

        return new ReportedPlace([grid], grid.Village.AncestorAt(DivisionLevel.County)!.Value, location);
    }

    private static ReportContent ReadContent(ReportRequest request, IncidentSubject? about, ImmutableArray<ReportProblem>.Builder problems)
    {
        var description = request.Description ?? "";
        var channel = string.IsNullOrEmpty(request.Channel) ? DefaultChannel : request.Channel;
        WorkerId? reportedBy = null;
        CheckText("description", description, ReportContent.MaxDescriptionLength, PlainText.IsText, problems);
        CheckText("channel", channel, ReportContent.MaxChannelLength, PlainText.IsName, problems);
        if (request.ReportedBy is { Length: > 0 } by)
        {
            reportedBy = WorkerId.TryParse(by, out var reference) ? reference : null;
            if (reportedBy is null)
            {
                problems.Add(new ReportProblem("reportedBy", "reported_by_malformed", "reportedBy is a badge number or an opaque reference (letters, digits, '.', '_', '-'), never a name or a telephone number.", true));
            }
        }

        return new ReportContent(description, channel, request.CapturedAt?.ToUniversalTime(), reportedBy, DigestOf(request, about), about);
    }

    private static void CheckText(string field, string text, int maxLength, Predicate<string> isText, ImmutableArray<ReportProblem>.Builder problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(new ReportProblem(field, $"{field}_required", $"{field} must not be empty.", true));
        }
        else if (text.Length > maxLength)
        {
            problems.Add(new ReportProblem(field, $"{field}_too_long", $"{field} has {text.Length} characters; {maxLength} are allowed.", true));
        }
        else if (!isText(text))
        {
            problems.Add(new ReportProblem(field, $"{field}_not_text", $"{field} has characters that are no text.", true));
        }
    }

    private static string DigestOf(ReportRequest request, IncidentSubject? about)
    {
        var canonical = string.Join(
            '\u001f',
            request.ItemCode,
            request.GridCode,
            request.Lat?.ToString("R", CultureInfo.InvariantCulture),
            request.Lon?.ToString("R", CultureInfo.InvariantCulture),
            request.Description,
            request.Channel,
            request.CapturedAt?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
            about is null ? request.ReportedBy : $"{request.ReportedBy}\u001f{about.Incident}{about.Worker}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }
}
