namespace GridActors.Api.Tests.OpenApi;

/// <summary>Looks at every answer of version 1 and fails the test whose call had one that the OpenAPI document does not describe: another status, media type or shape.</summary>
internal sealed class DocumentedAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string Root = "/v1/";

    private Task<ApiDocument>? _document;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.RequestUri!.AbsolutePath.StartsWith(Root, StringComparison.Ordinal))
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var document = await LazyInitializer.EnsureInitialized(ref _document, () => ReadAsync(request.RequestUri));
            await document.CheckAsync(request, response);
        }

        return response;
    }

    private async Task<ApiDocument> ReadAsync(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/openapi/v1.json"));
        using var response = await base.SendAsync(request, CancellationToken.None);
        return await ApiDocument.ParseAsync(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }
}
