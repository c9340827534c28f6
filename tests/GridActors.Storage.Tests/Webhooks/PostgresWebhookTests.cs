namespace GridActors.Storage.Tests.Webhooks;

/// <summary>On a server of its own: the feed waits for every transaction on its server, those of other tests included.</summary>
public sealed class PostgresWebhookSubscriptionsTests(PostgresServer server) : WebhookSubscriptionsContract(new PostgresStorageUnderTest(server)), IClassFixture<PostgresServer>;

public sealed class PostgresWebhookDeliveriesTests(SharedPostgresServer server) : WebhookDeliveriesContract(new PostgresStorageUnderTest(server));
