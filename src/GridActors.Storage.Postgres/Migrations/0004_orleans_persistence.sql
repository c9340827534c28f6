-- A conflict is told by returning no row.

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', '
    -- Orleans.ReadFromStorage: a cleared state has a version and no payload
    SELECT payload AS PayloadBinary, version AS Version
    FROM orleans_grain_state
    WHERE service_id = @ServiceId AND grain_hash = @GrainIdHash AND grain_n0 = @GrainIdN0 AND grain_n1 = @GrainIdN1
        AND state_type = @GrainTypeString AND grain_ext = COALESCE(@GrainIdExtensionString, '''')
'),
('WriteToStorageKey', '
    -- Orleans.WriteToStorage: without a version only the insert does anything, with one only the update
    WITH inserted AS (
        INSERT INTO orleans_grain_state (service_id, grain_hash, grain_n0, grain_n1, state_type, grain_ext, payload, version)
        SELECT @ServiceId, @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeString, COALESCE(@GrainIdExtensionString, ''''), @PayloadBinary, 1
        WHERE @GrainStateVersion IS NULL
        ON CONFLICT DO NOTHING
        RETURNING version
    ), updated AS (
        UPDATE orleans_grain_state SET payload = @PayloadBinary, version = version + 1
        WHERE service_id = @ServiceId AND grain_hash = @GrainIdHash AND grain_n0 = @GrainIdN0 AND grain_n1 = @GrainIdN1
            AND state_type = @GrainTypeString AND grain_ext = COALESCE(@GrainIdExtensionString, '''') AND version = @GrainStateVersion
        RETURNING version
    )
    SELECT version AS NewGrainStateVersion FROM inserted
    UNION ALL
    SELECT version FROM updated
'),
('ClearStorageKey', '
    -- Orleans.ClearStorage: the row stays, so that the versions of a grain never start again
    UPDATE orleans_grain_state SET payload = NULL, version = version + 1
    WHERE service_id = @ServiceId AND grain_hash = @GrainIdHash AND grain_n0 = @GrainIdN0 AND grain_n1 = @GrainIdN1
        AND state_type = @GrainTypeString AND grain_ext = COALESCE(@GrainIdExtensionString, '''') AND version = @GrainStateVersion
    RETURNING version AS NewGrainStateVersion
'),
('DeleteStorageKey', '
    -- Orleans.DeleteStorage: answers the version that would have been next, since the same one means a conflict
    DELETE FROM orleans_grain_state
    WHERE service_id = @ServiceId AND grain_hash = @GrainIdHash AND grain_n0 = @GrainIdN0 AND grain_n1 = @GrainIdN1
        AND state_type = @GrainTypeString AND grain_ext = COALESCE(@GrainIdExtensionString, '''') AND version = @GrainStateVersion
    RETURNING version + 1 AS NewGrainStateVersion
');
