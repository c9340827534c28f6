using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using GridActors.Core.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Api.Tests.Access;

/// <summary>The page of who may do what is what the endpoints say, and what they say is what happens.</summary>
public sealed partial class AccessTableTests(AuthorityApi api) : IClassFixture<AuthorityApi>
{
    private const string Begin = "<!-- table: generated -->\n";
    private const string End = "<!-- end of table -->\n";

    private IReadOnlyList<AccessTable.Row> Rows => AccessTable.Read(api.Services.GetRequiredService<EndpointDataSource>());

    /// <summary>With <c>GRIDACTORS_WRITE_ACCESS=1</c> the table is written first; the change is then defended in review.</summary>
    [Fact]
    public async Task The_page_has_the_table_of_the_endpoints()
    {
        var (path, table) = (PathOfPage(), AccessTable.Write(Rows));
        var page = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        if (Environment.GetEnvironmentVariable("GRIDACTORS_WRITE_ACCESS") == "1")
        {
            page = Before(page) + table + After(page);
            await File.WriteAllTextAsync(path, page, TestContext.Current.CancellationToken);
        }

        Assert.Equal(table, page[Before(page).Length..^After(page).Length]);
    }

    [Fact]
    public async Task Each_endpoint_lets_pass_who_the_table_says_and_nobody_else()
    {
        var wrong = new List<string>();
        foreach (var caller in AccessTable.Callers)
        {
            var client = ClientOf(caller);
            // Open311's door is its own: it opens by the request's id or by an api_key, see Open311ListTests and Open311ReportTests.
            foreach (var row in Rows.Where(r => !r.Path.StartsWith("/open311", StringComparison.Ordinal)))
            {
                var status = await CallAsync(client, row);
                var isRight = AccessTable.MayPass(caller, row.Needs) ? status is not (401 or 403) : status == (caller is null ? 401 : 403);
                if (!isRight)
                {
                    wrong.Add($"{caller?.ToString() ?? "nobody"}: {row.Method} {row.Path} answered {status}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private ApiCaller ClientOf(CallerRole? caller)
    {
        if (caller is not { } role)
        {
            return api.AsNobody();
        }

        var holder = role == CallerRole.Worker ? $":{Demo.Worker}" : role == CallerRole.Department ? $":{Demo.County}/housing" : "";
        return api.With(new AuthenticationHeaderValue("Bearer", api.Authority.IssueToken($"{GrantText.NameOf(role)}:all{holder}")));
    }

    /// <summary>Of places and incidents that are not there: whoever passes the door is told so.</summary>
    private static async Task<int> CallAsync(ApiCaller client, AccessTable.Row row)
    {
        using var body = row.MediaType is { } type ? new StringContent("{}", Encoding.UTF8, new MediaTypeHeaderValue(type)) : null;
        var path = Parameter().Replace(row.Path, m => m.Value == "{documentName}" ? "v1" : "none");
        return (await client.SendAsync(new HttpMethod(row.Method), path, body)).Number;
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

        return Path.Combine(folder.FullName, "docs", "access.md");
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
