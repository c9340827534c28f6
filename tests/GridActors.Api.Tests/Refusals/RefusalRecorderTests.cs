using GridActors.Storage.Incidents;
using static GridActors.Api.Tests.Refusals.RecorderUnderTest;

namespace GridActors.Api.Tests.Refusals;

/// <summary>A refusal is in the record, or it is in the log; never in neither.</summary>
public sealed class RefusalRecorderTests
{
    private const int Capacity = 10_000;

    private static readonly JournalUnavailableException _gone = new("gone");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_store_does_not_take_is_tried_again_and_the_requester_does_not_wait_for_it()
    {
        using var test = new RecorderUnderTest { Fault = _gone };
        var refusal = Refusal(1);
        await test.Recorder.StartAsync(Ct);

        await test.Recorder.RecordAsync(refusal).WaitAsync(TimeSpan.FromSeconds(30), Ct);
        await test.Failed;
        Assert.Empty(test.Record);
        Assert.Equal((0L, 0L, 1L), (SumOf(test.Recorded), SumOf(test.Lost), SumOf(test.Queue)));
        test.Fault = null;
        await test.Written;
        await test.Recorder.StopAsync(Ct);

        Assert.Equal([refusal], test.Record);
        Assert.Equal((1L, 0L, 0L), (SumOf(test.Recorded), SumOf(test.Lost), SumOf(test.Queue)));
        Assert.NotEmpty(test.Warnings);
        Assert.Empty(test.Errors);
    }

    [Fact]
    public async Task One_that_is_still_waiting_when_the_process_ends_is_an_error_in_the_log_with_when_where_what_and_why()
    {
        using var test = new RecorderUnderTest { Fault = _gone };
        await test.Recorder.StartAsync(Ct);

        var recorded = test.Recorder.RecordAsync(Refusal(1));
        await test.Failed;
        await test.Recorder.StopAsync(Ct);
        await recorded;

        Assert.Equal([$"A refusal is not in the record: 2025-03-03T03:00:01.0000000+00:00 {Demo.Grid} 9899 UnknownItem"], test.Errors);
        Assert.Equal((0L, 1L, 0L), (SumOf(test.Recorded), SumOf(test.Lost), SumOf(test.Queue)));
    }

    [Fact]
    public async Task A_stop_writes_what_is_waiting_where_the_store_works()
    {
        using var test = new RecorderUnderTest();
        var waiting = Enumerable.Range(0, 1_200).Select(i => test.Recorder.RecordAsync(Refusal(i))).ToList();

        await test.Recorder.StartAsync(Ct);
        await test.Written;
        await test.Recorder.StopAsync(Ct);
        await Task.WhenAll(waiting);

        Assert.Equal(1_200, test.Record.Count);
        Assert.Equal((1_200L, 0L, 0L), (SumOf(test.Recorded), SumOf(test.Lost), SumOf(test.Queue)));
    }

    [Fact]
    public async Task One_that_finds_no_room_is_in_the_log_and_the_others_are_recorded()
    {
        using var test = new RecorderUnderTest();
        var waiting = Enumerable.Range(0, Capacity).Select(i => test.Recorder.RecordAsync(Refusal(i))).ToList();

        await test.Recorder.RecordAsync(Refusal(Capacity));
        Assert.Single(test.Errors);
        await test.Recorder.StartAsync(Ct);
        await test.Written;
        await test.Recorder.StopAsync(Ct);
        await Task.WhenAll(waiting);

        Assert.Equal(Capacity, test.Record.Count);
        Assert.Equal((1L, 0L), (SumOf(test.Lost), SumOf(test.Queue)));
    }

    [Fact]
    public async Task One_that_comes_after_the_end_is_in_the_log()
    {
        using var test = new RecorderUnderTest();
        await test.Recorder.StartAsync(Ct);
        await test.Recorder.StopAsync(Ct);

        await test.Recorder.RecordAsync(Refusal(1));

        Assert.Single(test.Errors);
        Assert.Equal((1L, 0L), (SumOf(test.Lost), SumOf(test.Queue)));
    }

    [Fact]
    public async Task A_defect_of_the_store_ends_the_recorder_and_everything_that_waits_is_in_the_log()
    {
        using var test = new RecorderUnderTest { Fault = new InvalidOperationException("a defect") };
        var waiting = Enumerable.Range(0, 700).Select(i => test.Recorder.RecordAsync(Refusal(i))).ToList();

        await test.Recorder.StartAsync(Ct);
        await test.Failed;
        await test.Recorder.StopAsync(Ct);
        await Task.WhenAll(waiting);

        Assert.Equal(700, test.Errors.Count());
        Assert.Equal((700L, 0L), (SumOf(test.Lost), SumOf(test.Queue)));
    }
}
