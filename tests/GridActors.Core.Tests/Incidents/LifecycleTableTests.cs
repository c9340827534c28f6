using GridActors.Core.Incidents;

namespace GridActors.Core.Tests.Incidents;

/// <summary>No phase and command is undefined, and the page that says so is what the decider does.</summary>
public sealed class LifecycleTableTests
{
    private const string Begin = "<!-- table: generated -->\n";
    private const string End = "<!-- end of table -->\n";

    /// <summary>With <c>GRIDACTORS_WRITE_LIFECYCLE=1</c> the table is written first; the change is then defended in review.</summary>
    [Fact]
    public async Task The_page_has_the_table_of_the_decider()
    {
        var page = await File.ReadAllTextAsync(PathOfPage(), TestContext.Current.CancellationToken);
        if (Environment.GetEnvironmentVariable("GRIDACTORS_WRITE_LIFECYCLE") == "1")
        {
            page = Before(page) + LifecycleTable.Write() + After(page);
            await File.WriteAllTextAsync(PathOfPage(), page, TestContext.Current.CancellationToken);
        }

        Assert.Equal(LifecycleTable.Write(), page[Before(page).Length..^After(page).Length]);
    }

    [Fact]
    public void The_table_has_every_command()
    {
        var commands = typeof(IncidentCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(IncidentCommand)) && !t.IsAbstract);

        Assert.Equal(commands.Select(t => t.Name).Order(), LifecycleTable.Commands.Select(t => t.Name).Order());
    }

    private static string Before(string page) => page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)];

    private static string After(string page) => page[page.IndexOf(End, StringComparison.Ordinal)..];

    private static string PathOfPage()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GridActors.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return Path.Combine(folder.FullName, "docs", "lifecycle.md");
    }
}
