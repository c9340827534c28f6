namespace GridActors.Storage.Tests.Webhooks;

public sealed class SqliteWebhookSubscriptionsTests() : WebhookSubscriptionsContract(new SqliteStorageUnderTest());

public sealed class SqliteWebhookDeliveriesTests() : WebhookDeliveriesContract(new SqliteStorageUnderTest());
