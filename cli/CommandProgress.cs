using Spectre.Console;

namespace GridActors.Cli;

/// <summary>Shows how far long work is, on a terminal; says nothing where the output goes to a file.</summary>
internal sealed class CommandProgress
{
    private readonly IAnsiConsole _console;

    public CommandProgress(TextWriter error) => _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });

    private bool IsShown => _console.Profile.Out.IsTerminal && _console.Profile.Capabilities.Interactive;

    /// <param name="total">Steps of the work; null where it is not known before.</param>
    public async Task<T> RunAsync<T>(string title, int? total, Func<IProgress<int>, Task<T>> work)
    {
        if (!IsShown)
        {
            return await work(new Latest(_ => { }));
        }

        return await _console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new SpinnerColumn(), new ElapsedTimeColumn()).StartAsync(async context =>
        {
            var task = context.AddTask(title, maxValue: total ?? 1);
            task.IsIndeterminate = total is null;
            var done = await work(new Latest(count => Show(task, title, total, count)));
            task.Value = task.MaxValue;
            return done;
        });
    }

    private static void Show(ProgressTask task, string title, int? total, int count)
    {
        if (total is null)
        {
            task.Description = $"{title} {count:N0}";
        }
        else
        {
            task.Value = count;
        }
    }

    /// <summary>Reports on the caller's thread: the console draws at its own pace and keeps the last value.</summary>
    private sealed class Latest(Action<int> show) : IProgress<int>
    {
        public void Report(int value) => show(value);
    }
}
