using System.CommandLine;
using System.Globalization;
using GridActors.Bench;
using GridActors.Bench.Deadlines;
using GridActors.Bench.Lifecycles;
using GridActors.Bench.Plans;
using GridActors.Bench.Processes;
using GridActors.Bench.Recovery;
using GridActors.Bench.Reports;
using GridActors.Bench.Results;
using GridActors.Bench.Targets;

// Started by bench/run, which builds everything first and cleans up whatever is left.
var only = new Option<BenchPart[]>("--only") { Description = "Parts to run; all where left out.", AllowMultipleArgumentsPerToken = true };
var targets = new Option<string[]>("--target") { Description = "Targets to run, by their short names; all where left out.", AllowMultipleArgumentsPerToken = true };
var rounds = new Option<int>("--rounds") { Description = "Alternating rounds.", DefaultValueFactory = _ => 3 };
var seconds = new Option<int>("--seconds") { Description = "Of each measurement.", DefaultValueFactory = _ => 15 };
var warmUp = new Option<int>("--warm-up") { Description = "Seconds of load that is thrown away.", DefaultValueFactory = _ => 20 };
var scale = new Option<double>("--scale") { Description = "Shrinks the big stores: 0.01 is ten thousand instead of a million.", DefaultValueFactory = _ => 1 };
var root = new Option<string>("--root") { Description = "The repository.", Required = true };
var work = new Option<string>("--work") { Description = "An empty directory for private files.", Required = true };
var command = new RootCommand("Measures GridActors beside its peers on this machine.") { only, targets, rounds, seconds, warmUp, scale, root, work };
command.SetAction(async (parsed, ct) =>
{
    var parts = parsed.GetValue(only);
    var options = new BenchOptions(
        parts is { Length: > 0 } ? [.. parts.Distinct().Order()] : [.. Enum.GetValues<BenchPart>()],
        parsed.GetValue(rounds),
        parsed.GetValue(seconds),
        parsed.GetValue(warmUp),
        Math.Clamp(parsed.GetValue(scale), 0, 1),
        [.. parsed.GetValue(targets) ?? []],
        parsed.GetRequiredValue(root),
        parsed.GetRequiredValue(work));
    await RunAsync(options, ct);
});
return await command.Parse(args).InvokeAsync();

static async Task RunAsync(BenchOptions options, CancellationToken ct)
{
    await using var postgres = await PrivatePostgres.StartAsync(options.WorkDirectory, ct);
    var book = new ResultBook();
    var machine = await Machine.DescribeAsync(postgres, ct);
    var run = new BenchRun(options, postgres, book, new OurHosts(options.Root), new Peers(options.Root));
    foreach (var part in options.Parts)
    {
        Console.Error.WriteLine(part);
        await (part switch
        {
            BenchPart.Reports => ReportsPart.RunAsync(run, ct),
            BenchPart.Lifecycle => LifecyclesPart.RunAsync(run, ct),
            BenchPart.Deadlines => DeadlinesPart.RunAsync(run, ct),
            BenchPart.Recovery => RecoveryPart.RunAsync(run, ct),
            _ => PlansPart.RunAsync(run, ct),
        });
        await WriteAsync(book, machine, options, ct);
    }

    Console.WriteLine(ResultFiles.WriteMarkdown(book, machine, options));
}

// After every part, so that a run that is stopped later keeps what it has.
static async Task WriteAsync(ResultBook book, Machine machine, BenchOptions options, CancellationToken ct)
{
    var name = machine.At.ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture);
    var directory = Directory.CreateDirectory(Path.Combine(options.Root, "bench", "results")).FullName;
    await File.WriteAllTextAsync(Path.Combine(directory, name + ".md"), ResultFiles.WriteMarkdown(book, machine, options), ct);
    await File.WriteAllTextAsync(Path.Combine(directory, name + ".json"), ResultFiles.WriteJson(book, machine, options), ct);
}
