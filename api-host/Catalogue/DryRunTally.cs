using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Catalogue;

/// <summary>Counts what a dry run says, incident by incident.</summary>
internal sealed class DryRunTally
{
    private readonly List<DryRunIncident> _incidents = [];
    private readonly List<Compared> _compared = [];
    private readonly SortedDictionary<string, int> _notReplayed = new(StringComparer.Ordinal);
    private int _notOnList;

    public int Examined { get; private set; }

    public void Add(Incident incident, DryRunResult result)
    {
        Examined++;
        switch (result)
        {
            case NotReplayed { Reason: var reason }:
                _notReplayed[reason] = _notReplayed.GetValueOrDefault(reason) + 1;
                break;
            case NotOnList { Pinned: var pinned }:
                _notOnList++;
                List(incident, pinned, draft: null);
                break;
            case Compared compared:
                _compared.Add(compared);
                if (compared.Differs)
                {
                    List(incident, compared.Pinned, compared.Draft);
                }

                break;
        }
    }

    public DryRunResource ToResource(int draftRevision, string? nextCursor) => new(
        draftRevision,
        Examined,
        _compared.Count(c => c.Differs),
        _notOnList,
        [.. _notReplayed.Select(r => new NotReplayedResource(r.Key, r.Value))],
        _compared.Count(c => c.Pinned.AcceptDue != c.Draft.AcceptDue),
        _compared.Count(c => c.Pinned.HandleDue != c.Draft.HandleDue),
        TotalsOf(c => c.Pinned),
        TotalsOf(c => c.Draft),
        [.. _incidents],
        nextCursor);

    private DryRunTotals TotalsOf(Func<Compared, Replayed> life) =>
        new(_compared.Sum(c => life(c).AcceptEscalations), _compared.Count(c => life(c).IsOverdue));

    private void List(Incident incident, Replayed pinned, Replayed? draft) => _incidents.Add(new DryRunIncident(
        incident.Id,
        incident.Item.Code,
        incident.Item.CatalogueVersion,
        incident.ReportedAt,
        DryRunLife.Of(pinned),
        draft is null ? null : DryRunLife.Of(draft)));
}
