using System.Diagnostics;
using System.Text;

namespace GridActors.Api.Tests.Contacts;

/// <summary>Everything that this process says while it is there: its console, and every span with what is on it.</summary>
internal sealed class SpokenOutput : IDisposable
{
    private readonly TextWriter _console = Console.Out;
    private readonly StringBuilder _text = new();
    private readonly ActivityListener _listener;

    public SpokenOutput()
    {
        Console.SetOut(TextWriter.Synchronized(new StringWriter(_text, System.Globalization.CultureInfo.InvariantCulture)));
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Write,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public int Spans { get; private set; }

    /// <summary>What was said so far.</summary>
    public byte[] ToBytes()
    {
        lock (Console.Out)
        {
            return Encoding.UTF8.GetBytes(_text.ToString());
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        Console.SetOut(_console);
    }

    private void Write(Activity span)
    {
        var tags = span.TagObjects.Concat(span.Events.SelectMany(e => e.Tags)).Select(t => $"{t.Key}={t.Value}").Concat(span.Baggage.Select(b => $"{b.Key}={b.Value}"));
        Spans++;
        Console.Out.WriteLine($"span {span.DisplayName} {span.StatusDescription} {string.Join(' ', tags)}");
    }
}
