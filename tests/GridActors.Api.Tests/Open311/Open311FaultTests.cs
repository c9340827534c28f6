using System.Text;
using System.Xml.Linq;
using GridActors.ApiHost.Problems;
using GridActors.Contracts.Incidents;
using GridActors.Storage.Incidents;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridActors.Api.Tests.Open311;

/// <summary>What fails in here below Open311's root.</summary>
public sealed class Open311FaultTests
{
    public static TheoryData<Exception, int, string?> Faults => new()
    {
        { new JournalBusyException("full", TimeSpan.FromSeconds(2.5)), 503, "3" },
        { new JournalUnavailableException("disk gone at /secret/path"), 503, "5" },
        { new InvalidOperationException("password=secret"), 500, null },
        { new BadHttpRequestException("Request body too large.", 413), 413, null },
        { new BadHttpRequestException("Unexpected end of request content.", 400), 400, null },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_has_the_form_of_the_specification_and_nothing_from_inside(Exception fault, int status, string? retryAfter)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { Request = { Path = "/open311/v2/requests.xml" }, Response = { Body = body } };

        await new ProblemExceptionHandler(NullLogger<ProblemExceptionHandler>.Instance).TryHandleAsync(http, fault, TestContext.Current.CancellationToken);

        var error = XDocument.Parse(Encoding.UTF8.GetString(body.ToArray())).Root!.Element("error")!;
        Assert.Equal((status, "text/xml; charset=utf-8"), (http.Response.StatusCode, http.Response.ContentType));
        Assert.Equal(status.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Element("code")!.Value);
        Assert.Equal(retryAfter, http.Response.Headers.RetryAfter.SingleOrDefault());
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }
}
