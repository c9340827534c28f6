using System.Net.Http.Headers;

namespace GridActors.Api.Tests;

/// <summary>Somebody of a test's own choice.</summary>
internal sealed record ApiCaller(HttpClient Http, AuthenticationHeaderValue? Authorization) : IApiClient;
