namespace GridActors.Hosting.Imports;

/// <summary>Counts writes as they are done, from many tasks at once.</summary>
internal sealed class ImportProgress(IProgress<int>? listener)
{
    /// <summary>Writes under way at once. The store has one writer; a few more keep it busy, and many only queue.</summary>
    public const int Concurrency = 4;

    private int _done;

    public void Advance() => listener?.Report(Interlocked.Increment(ref _done));

    /// <summary>Runs a write for each source with bounded concurrency, and counts it.</summary>
    public Task ForEachAsync<TSource>(IEnumerable<TSource> sources, Func<TSource, CancellationToken, Task> write, CancellationToken ct) =>
        Parallel.ForEachAsync(
            sources,
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = ct },
            async (source, token) =>
            {
                await write(source, token);
                Advance();
            });
}
