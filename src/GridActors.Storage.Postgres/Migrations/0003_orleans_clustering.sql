-- The table's version comes back even where no silo is in it: that is what the LEFT JOIN is for. It moves together with
-- the row that changes, under the lock of the cluster's row; a sign of life is no such change.

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('GatewaysQueryKey', '
    -- Orleans.Gateways: a silo without a gateway has the port 0
    SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation
    FROM orleans_silo
    WHERE deployment_id = @DeploymentId AND status = @Status AND proxy_port > 0
'),
('MembershipReadRowKey', '
    -- Orleans.MembershipReadRow: the silo belongs into the join, not into the condition
    SELECT s.address AS Address, s.port AS Port, s.generation AS Generation, s.silo_name AS SiloName, s.host_name AS HostName,
        s.status AS Status, s.proxy_port AS ProxyPort, s.suspect_times AS SuspectTimes, s.start_time AS StartTime,
        s.i_am_alive_time AS IAmAliveTime, c.version AS Version
    FROM orleans_cluster c
    LEFT JOIN orleans_silo s ON s.deployment_id = c.deployment_id
        AND s.address = @Address AND s.port = @Port AND s.generation = @Generation
    WHERE c.deployment_id = @DeploymentId
'),
('MembershipReadAllKey', '
    -- Orleans.MembershipReadAll: one statement, so that version and silos are of one moment
    SELECT s.address AS Address, s.port AS Port, s.generation AS Generation, s.silo_name AS SiloName, s.host_name AS HostName,
        s.status AS Status, s.proxy_port AS ProxyPort, s.suspect_times AS SuspectTimes, s.start_time AS StartTime,
        s.i_am_alive_time AS IAmAliveTime, c.version AS Version
    FROM orleans_cluster c
    LEFT JOIN orleans_silo s ON s.deployment_id = c.deployment_id
    WHERE c.deployment_id = @DeploymentId
'),
('InsertMembershipVersionKey', '
    -- Orleans.InsertMembershipVersion: false where another silo was first, which is no error
    WITH inserted AS (
        INSERT INTO orleans_cluster (deployment_id) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1
    )
    SELECT count(*) FROM inserted
'),
('InsertMembershipKey', '
    -- Orleans.InsertMembership: only on the version that the caller saw, and the version stays where the silo is known
    WITH moved AS (
        UPDATE orleans_cluster c SET version = c.version + 1
        WHERE c.deployment_id = @DeploymentId AND c.version = @Version AND NOT EXISTS (
            SELECT 1 FROM orleans_silo s
            WHERE s.deployment_id = @DeploymentId AND s.address = @Address AND s.port = @Port AND s.generation = @Generation)
        RETURNING c.deployment_id
    ), inserted AS (
        INSERT INTO orleans_silo (
            deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, i_am_alive_time)
        SELECT deployment_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
        FROM moved
        RETURNING 1
    )
    SELECT count(*) FROM inserted
'),
('UpdateMembershipKey', '
    -- Orleans.UpdateMembership: only on the version that the caller saw, and the version stays where the silo is unknown
    WITH moved AS (
        UPDATE orleans_cluster c SET version = c.version + 1
        WHERE c.deployment_id = @DeploymentId AND c.version = @Version AND EXISTS (
            SELECT 1 FROM orleans_silo s
            WHERE s.deployment_id = @DeploymentId AND s.address = @Address AND s.port = @Port AND s.generation = @Generation)
        RETURNING c.deployment_id
    ), updated AS (
        UPDATE orleans_silo s SET status = @Status, suspect_times = @SuspectTimes, i_am_alive_time = @IAmAliveTime
        FROM moved
        WHERE s.deployment_id = moved.deployment_id AND s.address = @Address AND s.port = @Port AND s.generation = @Generation
        RETURNING 1
    )
    SELECT count(*) FROM updated
'),
('UpdateIAmAlivetimeKey', '
    -- Orleans.UpdateIAmAlivetime: leaves the version alone
    UPDATE orleans_silo SET i_am_alive_time = @IAmAliveTime
    WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
'),
('DeleteMembershipTableEntriesKey', '
    -- Orleans.DeleteMembershipTableEntries: the silos go with their cluster
    DELETE FROM orleans_cluster WHERE deployment_id = @DeploymentId
'),
('CleanupDefunctSiloEntriesKey', '
    -- Orleans.CleanupDefunctSiloEntries: 6 is Dead; whoever is only late stays
    DELETE FROM orleans_silo WHERE deployment_id = @DeploymentId AND status = 6 AND i_am_alive_time < @IAmAliveTime
');
