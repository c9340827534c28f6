using GridActors.Core.Incidents;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Incidents;

/// <summary>Ids as they are stored: big-endian, so that their bytes sort like their text.</summary>
internal static class StoredId
{
    public static byte[] Of(IncidentId id) => id.Value.ToByteArray(bigEndian: true);

    public static IncidentId Read(SqliteDataReader reader, int ordinal) =>
        new(new Guid(reader.GetFieldValue<byte[]>(ordinal), bigEndian: true));
}
