using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using Npgsql;
using NpgsqlTypes;

namespace GridActors.Storage.Postgres.Incidents;

/// <summary>The parameters of <see cref="IncidentSql.Append"/>: one list a column, kept and filled again for every batch.</summary>
internal sealed class AppendColumns
{
    private static readonly string[] s_phases = Enum.GetNames<IncidentPhase>();
    private static readonly string[] s_outcomes = Enum.GetNames<IncidentOutcome>();
    private static readonly string[] s_tiers = Enum.GetNames<Tier>();
    private static readonly string[] s_kinds = Enum.GetNames<DeadlineKind>();

    private readonly List<System.Collections.IList> _all = [];
    private readonly List<Guid> _id;
    private readonly List<int> _expectedVersion;
    private readonly List<string> _trackingCode;
    private readonly List<int> _version;
    private readonly List<string> _phase;
    private readonly List<string?> _outcome;
    private readonly List<short> _severity;
    private readonly List<string> _itemCode;
    private readonly List<string> _placeCode;
    private readonly List<string> _holderTier;
    private readonly List<string> _holderCode;
    private readonly List<DateTime> _reportedAt;
    private readonly List<DateTime?> _handleDueAt;
    private readonly List<DateTime?> _closedAt;
    private readonly List<DateTime?> _dueAt;
    private readonly List<string?> _dueKind;
    private readonly List<short> _clockSlot;
    private readonly List<bool> _isProvisional;
    private readonly List<byte[]> _state;
    private readonly List<Guid> _eventId;
    private readonly List<int> _eventVersion;
    private readonly List<string> _eventKind;
    private readonly List<byte[]> _eventBody;
    private readonly List<DateTime> _eventAt;
    private readonly List<string> _eventActor;
    private readonly List<byte[]> _eventHash;
    private readonly List<Guid> _partiesOf;
    private readonly List<Guid> _partyId;
    private readonly List<string> _party;
    private readonly List<DateTime> _partyListedAt;

    public AppendColumns(NpgsqlCommand command)
    {
        _id = Add<Guid>(command, "id", NpgsqlDbType.Uuid);
        _expectedVersion = Add<int>(command, "expected_version", NpgsqlDbType.Integer);
        _trackingCode = Add<string>(command, "tracking_code", NpgsqlDbType.Text);
        _version = Add<int>(command, "version", NpgsqlDbType.Integer);
        _phase = Add<string>(command, "phase", NpgsqlDbType.Text);
        _outcome = Add<string?>(command, "outcome", NpgsqlDbType.Text);
        _severity = Add<short>(command, "severity", NpgsqlDbType.Smallint);
        _itemCode = Add<string>(command, "item_code", NpgsqlDbType.Text);
        _placeCode = Add<string>(command, "place_code", NpgsqlDbType.Text);
        _holderTier = Add<string>(command, "holder_tier", NpgsqlDbType.Text);
        _holderCode = Add<string>(command, "holder_code", NpgsqlDbType.Text);
        _reportedAt = Add<DateTime>(command, "reported_at", NpgsqlDbType.TimestampTz);
        _handleDueAt = Add<DateTime?>(command, "handle_due_at", NpgsqlDbType.TimestampTz);
        _closedAt = Add<DateTime?>(command, "closed_at", NpgsqlDbType.TimestampTz);
        _dueAt = Add<DateTime?>(command, "due_at", NpgsqlDbType.TimestampTz);
        _dueKind = Add<string?>(command, "due_kind", NpgsqlDbType.Text);
        _clockSlot = Add<short>(command, "clock_slot", NpgsqlDbType.Smallint);
        _isProvisional = Add<bool>(command, "is_provisional", NpgsqlDbType.Boolean);
        _state = Add<byte[]>(command, "state", NpgsqlDbType.Text);
        _eventId = Add<Guid>(command, "event_id", NpgsqlDbType.Uuid);
        _eventVersion = Add<int>(command, "event_version", NpgsqlDbType.Integer);
        _eventKind = Add<string>(command, "event_kind", NpgsqlDbType.Text);
        _eventBody = Add<byte[]>(command, "event_body", NpgsqlDbType.Text);
        _eventAt = Add<DateTime>(command, "event_at", NpgsqlDbType.TimestampTz);
        _eventActor = Add<string>(command, "event_actor", NpgsqlDbType.Text);
        _eventHash = Add<byte[]>(command, "event_hash", NpgsqlDbType.Bytea);
        _partiesOf = Add<Guid>(command, "parties_of", NpgsqlDbType.Uuid);
        _partyId = Add<Guid>(command, "party_id", NpgsqlDbType.Uuid);
        _party = Add<string>(command, "party", NpgsqlDbType.Text);
        _partyListedAt = Add<DateTime>(command, "party_listed_at", NpgsqlDbType.TimestampTz);
    }

    public void Clear() => _all.ForEach(column => column.Clear());

    public void Add(PendingAppend append)
    {
        var (head, state) = (append.Head, append.Head.State);
        _id.Add(append.Id);
        _expectedVersion.Add(append.ExpectedVersion);
        _trackingCode.Add(state.TrackingCode.ToString());
        _version.Add(state.Version);
        _phase.Add(s_phases[(int)state.Phase]);
        _outcome.Add(state.Outcome is { } outcome ? s_outcomes[(int)outcome] : null);
        _severity.Add((short)state.Item.Severity);
        _itemCode.Add(state.Item.Code.ToString());
        _placeCode.Add(state.Place.PlaceCode);
        _holderTier.Add(s_tiers[(int)state.Holder.Tier]);
        _holderCode.Add(state.Holder.PlaceCode);
        _reportedAt.Add(head.ReportedAt);
        _handleDueAt.Add(head.HandleDueAt);
        _closedAt.Add(head.ClosedAt);
        _dueAt.Add(head.DueAt);
        _dueKind.Add(state.NextDeadline is { } deadline ? s_kinds[(int)deadline.Kind] : null);
        _clockSlot.Add((short)state.Id.ClockSlot);
        _isProvisional.Add(state.IsProvisional);
        _state.Add(head.Json);
        for (var i = 0; i < append.Events.Length; i++)
        {
            Add(append.Id, append.Events[i], append.EventsAt[i]);
        }

        AddParties(append);
    }

    private void AddParties(PendingAppend append)
    {
        if (append.Parties is not { } parties)
        {
            return;
        }

        _partiesOf.Add(append.Id);
        foreach (var party in parties)
        {
            _partyId.Add(append.Id);
            _party.Add(party);
            _partyListedAt.Add(append.Head.ReportedAt);
        }
    }

    private void Add(Guid id, EventRow row, DateTime at)
    {
        _eventId.Add(id);
        _eventVersion.Add(row.Version);
        _eventKind.Add(row.Kind);
        _eventBody.Add(row.Body);
        _eventAt.Add(at);
        _eventActor.Add(row.Actor);
        _eventHash.Add(row.Hash.ToBytes());
    }

    private List<T> Add<T>(NpgsqlCommand command, string name, NpgsqlDbType type)
    {
        var column = new List<T>();
        command.Parameters.Add(new NpgsqlParameter<List<T>>(name, NpgsqlDbType.Array | type) { TypedValue = column });
        _all.Add(column);
        return column;
    }
}
