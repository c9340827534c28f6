using System.Threading.Channels;

namespace GridActors.Storage.Postgres.Incidents;

/// <summary>
/// The appends that one writer takes together. An incident is in it once at most: a second append of the same one waits for
/// the next batch of this writer, because a statement updates a row only once.
/// </summary>
internal sealed class AppendBatch(int capacity)
{
    private readonly List<PendingAppend> _appends = new(capacity);
    private readonly HashSet<Guid> _ids = new(capacity);
    private readonly Queue<PendingAppend> _next = new();

    public IReadOnlyList<PendingAppend> Appends => _appends;

    /// <summary>Whether appends wait here, outside the queue.</summary>
    public bool HasNext => _next.Count > 0;

    /// <summary>Empties the batch and takes what waits, first what waits longest; in order of the ids, so that two batches with the same incidents lock them in one order.</summary>
    public void Fill(ChannelReader<PendingAppend> queue)
    {
        _appends.Clear();
        _ids.Clear();
        for (var waiting = _next.Count; waiting > 0; waiting--)
        {
            Take(_next.Dequeue());
        }

        while (_appends.Count + _next.Count < capacity && queue.TryRead(out var append))
        {
            Take(append);
        }

        _appends.Sort(static (a, b) => a.Id.CompareTo(b.Id));
    }

    private void Take(PendingAppend append)
    {
        if (_ids.Add(append.Id))
        {
            _appends.Add(append);
        }
        else
        {
            _next.Enqueue(append);
        }
    }
}
