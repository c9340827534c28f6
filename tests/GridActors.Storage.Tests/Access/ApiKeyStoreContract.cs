using GridActors.Core.Access;
using GridActors.Core.Departments;
using GridActors.Core.Workers;
using GridActors.Storage.Access;
using GridActors.Storage.Tests.Incidents;

namespace GridActors.Storage.Tests.Access;

/// <summary>What every store of keys promises.</summary>
public abstract class ApiKeyStoreContract(StorageUnderTest storage) : IAsyncDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_key_is_there_for_the_next_process_with_all_that_it_may()
    {
        Grant[] grants =
        [
            new(CallerRole.CentreOperator, "652301"),
            new(CallerRole.Worker, "652301001002003", Worker: WorkerId.Parse("w-1")),
            new(CallerRole.Department, "", Department: DepartmentCode.Parse("652301000000/housing")),
        ];
        var key = Key(1) with { Grants = [.. grants] };
        await storage.ApiKeys.AddAsync(key, Ct);

        await storage.ReopenAsync();

        var found = await storage.ApiKeys.FindAsync(key.Id, Ct);
        Assert.Equal(grants, found!.Grants);
        Assert.Equal(key, found with { Grants = key.Grants });
    }

    [Fact]
    public async Task They_are_listed_newest_first()
    {
        var (older, newer) = (Key(1), Key(2) with { CreatedAt = Sample.Monday.AddMinutes(1) });
        await storage.ApiKeys.AddAsync(older, Ct);
        await storage.ApiKeys.AddAsync(newer, Ct);

        var all = await storage.ApiKeys.ListAsync(Ct);

        Assert.Equal([newer.Id, older.Id], all.Select(k => k.Id));
    }

    [Fact]
    public async Task A_revocation_stays_at_its_first_instant_and_touches_no_other_key()
    {
        var (revoked, other) = (Key(1), Key(2));
        await storage.ApiKeys.AddAsync(revoked, Ct);
        await storage.ApiKeys.AddAsync(other, Ct);

        var first = await storage.ApiKeys.RevokeAsync(revoked.Id, Sample.Monday.AddHours(1), Ct);
        var second = await storage.ApiKeys.RevokeAsync(revoked.Id, Sample.Monday.AddHours(2), Ct);

        Assert.True(first && second);
        Assert.Equal(Sample.Monday.AddHours(1), (await storage.ApiKeys.FindAsync(revoked.Id, Ct))!.RevokedAt);
        Assert.Null((await storage.ApiKeys.FindAsync(other.Id, Ct))!.RevokedAt);
    }

    [Fact]
    public async Task Of_a_key_that_is_not_there_nothing_is_known()
    {
        Assert.Null(await storage.ApiKeys.FindAsync(Key(1).Id, Ct));
        Assert.False(await storage.ApiKeys.RevokeAsync(Key(1).Id, Sample.Monday, Ct));
        Assert.Empty(await storage.ApiKeys.ListAsync(Ct));
    }

    private static ApiKey Key(byte number) => new(
        ApiKeyId.FromBytes([number, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        "热线 board",
        new string('a', 64),
        [new Grant(CallerRole.Supervisor, "652301")],
        "admin",
        Sample.Monday,
        Sample.Monday.AddDays(30),
        null);
}
