using System.Runtime.CompilerServices;

namespace GridActors.Process.Tests;

/// <summary>What one process or several said, line by line, from the start on.</summary>
internal sealed class ProcessOutput
{
    private const int WorthShowing = 60;

    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isComplete;

    /// <summary>How many lines have come so far: who follows from here sees only what comes next.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _lines.Count;
            }
        }
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public void Add(string line) => Change(() => _lines.Add(line));

    /// <summary>Nobody will say anything any more.</summary>
    public void Complete() => Change(() => _isComplete = true);

    /// <summary>Every line from a place on, those that have come and those that will, until the output is complete.</summary>
    public async IAsyncEnumerable<string> FollowAsync(int from, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var next = from; ;)
        {
            var (lines, more) = Since(next);
            foreach (var line in lines)
            {
                yield return line;
            }

            next += lines.Count;
            if (more is null)
            {
                yield break;
            }

            await more.WaitAsync(ct);
        }
    }

    /// <summary>Completes once a number of lines with a text have come, counted from a place on.</summary>
    /// <exception cref="TimeoutException">They did not come within the patience; the message carries what came instead.</exception>
    public async Task WaitForAsync(string text, int count, int from, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(HostProcess.Patience);
        try
        {
            await foreach (var line in FollowAsync(from, patience.Token))
            {
                if (line.Contains(text, StringComparison.Ordinal) && --count == 0)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Said below.
        }

        throw new TimeoutException($"{count} more lines with '{text}' did not come. Instead:\n{string.Join('\n', Lines.TakeLast(WorthShowing))}");
    }

    private (IReadOnlyList<string> Lines, Task? More) Since(int next)
    {
        lock (_gate)
        {
            return (_lines[next..], _isComplete ? null : _more.Task);
        }
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            _more.SetResult();
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
