using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using GridActors.Storage.Webhooks;

namespace GridActors.Hosting.Webhooks;

/// <summary>
/// Makes one attempt: signs, sends, and reads how it ended. Follows no redirect, keeps no cookie, uses no proxy, and sends no trace
/// along. Trying again is not its business.
/// </summary>
public sealed class WebhookSender : IDisposable
{
    /// <summary>What is read of an answer, to say why it failed.</summary>
    private const int MaxAnswerBytes = 1_024;

    private const int MaxHeaderKilobytes = 16;

    /// <summary>On the machine's clock, from the look-up of the name to the end of the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>A name is looked up again, and judged again, after so long at the latest.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    private const string UserAgent = "GridActors-Webhooks/1";

    private readonly HttpMessageInvoker _http;
    private readonly SecretKeys _keys;
    private readonly WebhookOptions _options;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _patience;

    /// <param name="patience">Null for what receivers are given: 15 seconds.</param>
    public WebhookSender(GuardedConnection connection, SecretKeys keys, WebhookOptions options, TimeProvider clock, TimeSpan? patience = null)
    {
        (_keys, _options, _clock, _patience) = (keys, options, clock, patience ?? Patience);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = (context, ct) => connection.ConnectAsync(context.DnsEndPoint, ct),
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = ConnectionLifetime,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            MaxResponseDrainSize = MaxAnswerBytes,
        });
    }

    /// <summary>Never fails: what goes wrong is the outcome.</summary>
    /// <exception cref="OperationCanceledException">This process stops; whether the receiver got it is not known.</exception>
    public async Task<SendOutcome> SendAsync(LeasedDelivery delivery, CancellationToken ct)
    {
        if (WebhookUrls.Check(delivery.Url, _options) is not WebhookUrlProblem.None and var problem)
        {
            return new SendOutcome($"The address is not allowed any more: {problem}.");
        }

        using var patience = new CancellationTokenSource(_patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            using var request = RequestOf(delivery);
            using var response = await _http.SendAsync(request, either.Token);
            return response.IsSuccessStatusCode ? SendOutcome.Delivered : await FailureOfAsync(response, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new SendOutcome($"No answer within {_patience.TotalSeconds:0} seconds.");
        }
        catch (CryptographicException unopened)
        {
            return new SendOutcome($"The secret cannot be opened. {unopened.Message}");
        }
        catch (HttpRequestException failure)
        {
            return new SendOutcome((failure.InnerException as AddressRefusedException ?? (Exception)failure).Message);
        }
        catch (IOException failure)
        {
            return new SendOutcome(failure.Message);
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage RequestOf(LeasedDelivery delivery)
    {
        var id = CloudEvent.IdOf(delivery.Incident, delivery.Version);
        var now = _clock.GetUtcNow();
        ImmutableArray<SealedSecret> sealedSecrets = delivery.PreviousSecret is { } previous ? [delivery.Secret, previous] : [delivery.Secret];
        var content = new ReadOnlyMemoryContent(delivery.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue(CloudEvent.MediaType, "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = content };
        request.Headers.Add("User-Agent", UserAgent);
        request.Headers.Add(WebhookSignatures.IdHeader, id);
        request.Headers.Add(WebhookSignatures.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignatures.SignatureHeader, WebhookSignatures.Sign(id, now, delivery.Body.Span, sealedSecrets.Select(s => _keys.Open(delivery.Subscription, s))));
        return request;
    }

    private async Task<SendOutcome> FailureOfAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var start = await ReadStartAsync(response.Content, ct);
        var status = $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();
        return new SendOutcome(
            start.Length == 0 ? Text(status) : Text($"{status}: {start}"),
            response.StatusCode == HttpStatusCode.Gone,
            RetryAfterOf(response.Headers.RetryAfter));
    }

    private TimeSpan? RetryAfterOf(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date && date > _clock.GetUtcNow() ? date - _clock.GetUtcNow() : null);

    private static async Task<string> ReadStartAsync(HttpContent content, CancellationToken ct)
    {
        var bytes = new byte[MaxAnswerBytes];
        await using var stream = await content.ReadAsStreamAsync(ct);
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return Encoding.UTF8.GetString(bytes, 0, read);
    }

    /// <summary>A receiver says what it likes: nothing of it may steer a terminal or break a store.</summary>
    private static string Text(string said) =>
        new([.. said.Where(c => !char.IsSurrogate(c)).Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? ' ' : c).Take(MaxAnswerBytes)]);
}
