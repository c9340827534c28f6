-- Hashes are compared as signed numbers; which of the two range queries is meant is decided by the caller in the same way.

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('ReadReminderRowsKey', '
    -- Orleans.ReadReminderRows: of one grain
    SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period_ms AS Period, version AS Version
    FROM orleans_reminder
    WHERE service_id = @ServiceId AND grain_id = @GrainId
'),
('ReadReminderRowKey', '
    -- Orleans.ReadReminderRow: no row where it does not exist
    SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period_ms AS Period, version AS Version
    FROM orleans_reminder
    WHERE service_id = @ServiceId AND grain_id = @GrainId AND reminder_name = @ReminderName
'),
('ReadRangeRows1Key', '
    -- Orleans.ReadRangeRows1: begin excluded, end included
    SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period_ms AS Period, version AS Version
    FROM orleans_reminder
    WHERE service_id = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash
'),
('ReadRangeRows2Key', '
    -- Orleans.ReadRangeRows2: around the end of the ring; the whole ring where begin and end are equal
    SELECT grain_id AS GrainId, reminder_name AS ReminderName, start_time AS StartTime, period_ms AS Period, version AS Version
    FROM orleans_reminder
    WHERE service_id = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash)
'),
('UpsertReminderRowKey', '
    -- Orleans.UpsertReminderRow: the last writer wins; the version is for deleting only
    INSERT INTO orleans_reminder AS r (service_id, grain_id, reminder_name, grain_hash, start_time, period_ms, version)
    VALUES (@ServiceId, @GrainId, @ReminderName, @GrainHash, @StartTime, @Period, 0)
    ON CONFLICT (service_id, grain_id, reminder_name) DO UPDATE SET
        grain_hash = excluded.grain_hash, start_time = excluded.start_time, period_ms = excluded.period_ms, version = r.version + 1
    RETURNING version AS Version
'),
('DeleteReminderRowKey', '
    -- Orleans.DeleteReminderRow: false where it was registered again meanwhile
    WITH deleted AS (
        DELETE FROM orleans_reminder
        WHERE service_id = @ServiceId AND grain_id = @GrainId AND reminder_name = @ReminderName AND version = @Version
        RETURNING 1
    )
    SELECT count(*) FROM deleted
'),
('DeleteReminderRowsKey', '
    -- Orleans.DeleteReminderRows: of every grain of the service
    DELETE FROM orleans_reminder WHERE service_id = @ServiceId
');
