using System.Collections.Immutable;
using GridActors.Core.Contacts;
using GridActors.Storage.Contacts;
using GridActors.Storage.Incidents;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridActors.Grains.Contacts;

/// <summary>
/// Erases, in every silo, the contacts whose time is over, and those whose report never became an incident. Of two silos that
/// look at one at once only one changes it. What was missed while everything was down is erased at the next look.
/// </summary>
public sealed partial class ContactSweeper(
    IContactStore store,
    IIncidentJournal journal,
    ContactRetention retention,
    TimeProvider clock,
    ILogger<ContactSweeper> logger) : BackgroundService
{
    private const int PageSize = 100;

    /// <summary>On the machine's clock. One query where nothing is due.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ILogger _logger = logger;

    /// <summary>Looks at every contact that is due.</summary>
    /// <returns>How many this call erased.</returns>
    /// <exception cref="JournalUnavailableException">The store failed; the next look goes on.</exception>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var (now, erased) = (clock.NowInMilliseconds(), 0);
        ImmutableArray<RetainedContact> page;
        do
        {
            page = await store.ListDueAsync(now, PageSize, ct);
            foreach (var contact in page)
            {
                erased += await LookAsync(contact, now, ct) ? 1 : 0;
            }
        }
        while (page.Length == PageSize);

        return erased;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TrySweepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task TrySweepAsync(CancellationToken ct)
    {
        try
        {
            if (await SweepAsync(ct) is > 0 and var erased)
            {
                LogErased(_logger, erased);
            }
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            LogSweepFailed(_logger, fault);
        }
    }

    /// <returns>Whether it was erased by this call.</returns>
    private async Task<bool> LookAsync(RetainedContact contact, DateTimeOffset now, CancellationToken ct)
    {
        if (await journal.FindAsync(contact.Incident, ct) is not { } incident)
        {
            return await store.RemoveAsync(contact, ct);
        }

        if (retention.Until(incident, now) is var until && until > now)
        {
            await store.RetainAsync(contact, until, ct);
            return false;
        }

        return await store.EraseAsync(contact.Incident, now, ct);
    }
}
