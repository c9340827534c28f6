using System.Text.Json;
using GridActors.ApiHost.Problems;
using GridActors.Contracts.Incidents;
using GridActors.Storage.Incidents;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridActors.Api.Tests.Problems;

public sealed class ProblemExceptionHandlerTests(ApiFixture api)
{
    public static TheoryData<Exception, int, string, string?> Faults => new()
    {
        { new JournalBusyException("full", TimeSpan.FromSeconds(2.5)), 503, "journal_busy", "3" },
        { new JournalFullException(), 503, "journal_busy", "1" },
        { new JournalUnavailableException("disk gone at /secret/path"), 503, "unavailable", "5" },
        { new TimeoutException("silo at 10.0.0.7"), 503, "unavailable", "5" },
        { new InvalidOperationException("password=secret"), 500, "internal_error", null },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_says_whether_to_try_again_and_nothing_from_inside(Exception fault, int status, string code, string? retryAfter)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = api.Services, Response = { Body = body } };
        var handler = new ProblemExceptionHandler(NullLogger<ProblemExceptionHandler>.Instance);

        var handled = await handler.TryHandleAsync(http, fault, TestContext.Current.CancellationToken);

        var problem = JsonSerializer.Deserialize<JsonElement>(body.ToArray());
        Assert.True(handled);
        Assert.Equal(status, http.Response.StatusCode);
        Assert.Equal("application/problem+json", http.Response.ContentType);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(retryAfter, http.Response.Headers.RetryAfter.SingleOrDefault());
        Assert.DoesNotContain(fault.Message, problem.GetRawText(), StringComparison.Ordinal);
    }
}
