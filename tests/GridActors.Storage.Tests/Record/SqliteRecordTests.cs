using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Tests.Record;

public sealed class SqliteRecordTests() : RecordContract(new SqliteStorageUnderTest())
{
    protected override string Sql(IncidentId id) => Bytes(id.Value.ToByteArray(bigEndian: true));

    protected override string Bytes(ReadOnlySpan<byte> bytes) => $"X'{Convert.ToHexString(bytes)}'";

    protected override string WindBack(FeedPosition position) => $"UPDATE record_position SET position = {position.Position}";

    protected override string SwapPlaces(IncidentId one, IncidentId other) => $"""
        CREATE TEMP TABLE place AS SELECT id, position FROM incident_event WHERE version = 1;
        UPDATE incident_event SET position = -1 WHERE id = {Sql(one)} AND version = 1;
        UPDATE incident_event SET position = (SELECT position FROM place WHERE id = {Sql(one)}) WHERE id = {Sql(other)} AND version = 1;
        UPDATE incident_event SET position = (SELECT position FROM place WHERE id = {Sql(other)}) WHERE id = {Sql(one)} AND version = 1
        """;
}
