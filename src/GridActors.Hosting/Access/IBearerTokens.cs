namespace GridActors.Hosting.Access;

/// <summary>Says who showed a token.</summary>
internal interface IBearerTokens
{
    /// <param name="token">What stands behind <c>Bearer</c>.</param>
    ValueTask<CallerReading> ReadAsync(string token, CancellationToken ct);
}
