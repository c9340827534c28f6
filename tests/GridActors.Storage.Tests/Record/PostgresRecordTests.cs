using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Tests.Record;

/// <summary>On a server of its own: what is signed waits for every transaction on its server, those of other tests included.</summary>
public sealed class PostgresRecordTests(PostgresServer server) : RecordContract(new PostgresStorageUnderTest(server)), IClassFixture<PostgresServer>
{
    protected override string Sql(IncidentId id) => $"'{id}'::uuid";

    protected override string Bytes(ReadOnlySpan<byte> bytes) => $"'\\x{Convert.ToHexString(bytes)}'::bytea";

    protected override string WindBack(FeedPosition position) => $"UPDATE record_position SET tx = '{position.Transaction}', position = {position.Position}";

    /// <summary>The transaction is what counts; positions are given by the server.</summary>
    protected override string SwapPlaces(IncidentId one, IncidentId other) => $"""
        UPDATE incident_event e SET tx = o.tx FROM incident_event o
        WHERE e.version = 1 AND o.version = 1 AND ((e.id = {Sql(one)} AND o.id = {Sql(other)}) OR (e.id = {Sql(other)} AND o.id = {Sql(one)}))
        """;
}
