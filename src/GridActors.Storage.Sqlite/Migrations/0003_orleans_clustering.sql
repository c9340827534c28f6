-- The table's version comes back even where no silo is in it: that is what the LEFT JOIN is for.

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
    INSERT INTO orleans_cluster (deployment_id) VALUES (@DeploymentId) ON CONFLICT DO NOTHING;
    SELECT changes();
'),
('InsertMembershipKey', '
    -- Orleans.InsertMembership: only on the version that the caller saw; a trigger raises it, and changes() does not count triggers
    INSERT INTO orleans_silo (
        deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, i_am_alive_time)
    SELECT deployment_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
    FROM orleans_cluster
    WHERE deployment_id = @DeploymentId AND version = @Version
    ON CONFLICT DO NOTHING;
    SELECT changes();
'),
('UpdateMembershipKey', '
    -- Orleans.UpdateMembership: only on the version that the caller saw; a trigger raises it, and changes() does not count triggers
    UPDATE orleans_silo SET status = @Status, suspect_times = @SuspectTimes, i_am_alive_time = @IAmAliveTime
    WHERE deployment_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
        AND EXISTS (SELECT 1 FROM orleans_cluster WHERE deployment_id = @DeploymentId AND version = @Version);
    SELECT changes();
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
