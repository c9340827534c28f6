-- The shape of the official PostgreSQL scripts of Orleans' ADO.NET providers (Main, Persistence, Reminders), in our words: the
-- same tables, columns, keys and indexes, and the same steps inside functions of the same parameters. A check for NULL that can
-- change nothing is left out. Nothing is added that those scripts lack: no key on the states, no index on a reminder's hash.

CREATE TABLE orleansquery (
    querykey  varchar(64)   NOT NULL,
    querytext varchar(8000) NOT NULL,
    CONSTRAINT orleansquery_key PRIMARY KEY (querykey)
);

CREATE TABLE orleansstorage (
    grainidhash            integer      NOT NULL,
    grainidn0              bigint       NOT NULL,
    grainidn1              bigint       NOT NULL,
    graintypehash          integer      NOT NULL,
    graintypestring        varchar(512) NOT NULL,
    grainidextensionstring varchar(512) NULL,
    serviceid              varchar(150) NOT NULL,
    payloadbinary          bytea        NULL,
    modifiedon             timestamp    NOT NULL,
    version                integer      NULL
);

CREATE INDEX ix_orleansstorage ON orleansstorage (grainidhash, graintypehash);

CREATE TABLE orleansreminderstable (
    serviceid    varchar(150)   NOT NULL,
    grainid      varchar(150)   NOT NULL,
    remindername varchar(150)   NOT NULL,
    starttime    timestamptz(3) NOT NULL,
    period       bigint         NOT NULL,
    grainhash    integer        NOT NULL,
    version      integer        NOT NULL,
    CONSTRAINT pk_reminderstable_serviceid_grainid_remindername PRIMARY KEY (serviceid, grainid, remindername)
);

-- A known state is updated, one that was never read is inserted where there is none; the version that came in means a conflict.
CREATE FUNCTION writetostorage(
    id_hash integer, id_n0 bigint, id_n1 bigint, type_hash integer, type_name varchar, extension varchar, service varchar,
    known_version integer, payload bytea) RETURNS TABLE (newgrainstateversion integer) LANGUAGE plpgsql AS $$
DECLARE
    changed integer := 0;
BEGIN
    newgrainstateversion := known_version;
    IF known_version IS NOT NULL THEN
        UPDATE orleansstorage AS s SET payloadbinary = payload, modifiedon = now() AT TIME ZONE 'utc', version = s.version + 1
        WHERE s.grainidhash = id_hash AND s.graintypehash = type_hash AND s.grainidn0 = id_n0 AND s.grainidn1 = id_n1
            AND s.graintypestring = type_name AND s.grainidextensionstring IS NOT DISTINCT FROM extension
            AND s.serviceid = service AND s.version = known_version;
        GET DIAGNOSTICS changed = ROW_COUNT;
        IF changed > 0 THEN
            newgrainstateversion := known_version + 1;
        END IF;
    ELSE
        INSERT INTO orleansstorage
        SELECT id_hash, id_n0, id_n1, type_hash, type_name, extension, service, payload, now() AT TIME ZONE 'utc', 1
        WHERE NOT EXISTS (
            SELECT 1 FROM orleansstorage AS s
            WHERE s.grainidhash = id_hash AND s.graintypehash = type_hash AND s.grainidn0 = id_n0 AND s.grainidn1 = id_n1
                AND s.graintypestring = type_name AND s.grainidextensionstring IS NOT DISTINCT FROM extension
                AND s.serviceid = service);
        GET DIAGNOSTICS changed = ROW_COUNT;
        IF changed > 0 THEN
            newgrainstateversion := 1;
        END IF;
    END IF;
    RETURN NEXT;
END $$;

CREATE FUNCTION upsert_reminder_row(service varchar, grain varchar, reminder varchar, starts timestamptz, every bigint, hash integer)
RETURNS TABLE (version integer) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    written integer;
BEGIN
    INSERT INTO orleansreminderstable AS r (serviceid, grainid, remindername, starttime, period, grainhash, version)
    VALUES (service, grain, reminder, starts, every, hash, 0)
    ON CONFLICT (serviceid, grainid, remindername) DO UPDATE
    SET starttime = excluded.starttime, period = excluded.period, grainhash = excluded.grainhash, version = r.version + 1
    RETURNING r.version INTO STRICT written;
    RETURN QUERY SELECT written;
END $$;

CREATE FUNCTION delete_reminder_row(service varchar, grain varchar, reminder varchar, known_version integer)
RETURNS TABLE (row_count integer) LANGUAGE plpgsql AS $$
DECLARE
    deleted integer := 0;
BEGIN
    DELETE FROM orleansreminderstable AS r
    WHERE r.serviceid = service AND r.grainid = grain AND r.remindername = reminder AND r.version = known_version;
    GET DIAGNOSTICS deleted = ROW_COUNT;
    RETURN QUERY SELECT deleted;
END $$;

INSERT INTO orleansquery (querykey, querytext) VALUES
('WriteToStorageKey', 'SELECT * FROM writetostorage(@GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString,
    @GrainIdExtensionString, @ServiceId, @GrainStateVersion, @PayloadBinary)'),
('ReadFromStorageKey', 'SELECT payloadbinary, now() AT TIME ZONE ''utc'', version FROM orleansstorage
    WHERE grainidhash = @GrainIdHash AND graintypehash = @GrainTypeHash AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
        AND graintypestring = @GrainTypeString AND grainidextensionstring IS NOT DISTINCT FROM @GrainIdExtensionString AND serviceid = @ServiceId'),
('ClearStorageKey', 'UPDATE orleansstorage SET payloadbinary = NULL, version = version + 1
    WHERE grainidhash = @GrainIdHash AND graintypehash = @GrainTypeHash AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
        AND graintypestring = @GrainTypeString AND grainidextensionstring IS NOT DISTINCT FROM @GrainIdExtensionString AND serviceid = @ServiceId
        AND version = @GrainStateVersion
    RETURNING version AS newgrainstateversion'),
('DeleteStorageKey', 'DELETE FROM orleansstorage
    WHERE grainidhash = @GrainIdHash AND graintypehash = @GrainTypeHash AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
        AND graintypestring = @GrainTypeString AND grainidextensionstring IS NOT DISTINCT FROM @GrainIdExtensionString AND serviceid = @ServiceId
        AND version = @GrainStateVersion
    RETURNING version + 1 AS newgrainstateversion'),
('UpsertReminderRowKey', 'SELECT * FROM upsert_reminder_row(@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash)'),
('ReadReminderRowsKey', 'SELECT grainid, remindername, starttime, period, version FROM orleansreminderstable
    WHERE serviceid = @ServiceId AND grainid = @GrainId'),
('ReadReminderRowKey', 'SELECT grainid, remindername, starttime, period, version FROM orleansreminderstable
    WHERE serviceid = @ServiceId AND grainid = @GrainId AND remindername = @ReminderName'),
('ReadRangeRows1Key', 'SELECT grainid, remindername, starttime, period, version FROM orleansreminderstable
    WHERE serviceid = @ServiceId AND grainhash > @BeginHash AND grainhash <= @EndHash'),
('ReadRangeRows2Key', 'SELECT grainid, remindername, starttime, period, version FROM orleansreminderstable
    WHERE serviceid = @ServiceId AND (grainhash > @BeginHash OR grainhash <= @EndHash)'),
('DeleteReminderRowKey', 'SELECT * FROM delete_reminder_row(@ServiceId, @GrainId, @ReminderName, @Version)'),
('DeleteReminderRowsKey', 'DELETE FROM orleansreminderstable WHERE serviceid = @ServiceId');
