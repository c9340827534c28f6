using System.Net.Http.Headers;

namespace GridActors.Api.Tests;

/// <summary>Somebody who calls the API.</summary>
internal interface IApiClient
{
    HttpClient Http { get; }

    /// <summary>Who it is; null for somebody without a login.</summary>
    AuthenticationHeaderValue? Authorization { get; }
}
