using GridActors.ApiHost;
using GridActors.Hosting;
using GridActors.Hosting.Record;
using GridActors.Storage.Record;

namespace GridActors.Api.Tests.Record;

public sealed class RecordKeyFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gridactors-record-").FullName;

    private string KeyFile => Path.Combine(_directory, RecordKeyFile.DefaultName);

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_new_file_is_its_owners_only_and_an_old_one_stays()
    {
        RecordKeyFile.CreateIfMissing(KeyFile);
        var first = File.ReadAllText(KeyFile);
        RecordKeyFile.CreateIfMissing(KeyFile);

        using var key = RecordKeyFile.ReadPrivate(KeyFile);
        Assert.True(key.Signs());
        Assert.Equal(first, File.ReadAllText(KeyFile));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(KeyFile) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void A_silo_does_not_take_a_public_key()
    {
        using var key = RecordKey.New();
        File.WriteAllText(KeyFile, key.WritePublic());

        Assert.Contains("public half", Assert.Throws<ConfigurationRefusedException>(() => RecordKeyFile.ReadPrivate(KeyFile)).Message, StringComparison.Ordinal);
        using var half = RecordKeyFile.Read(KeyFile);
        Assert.Equal(key.Id, half.Id);
    }

    [Theory]
    [InlineData("--Record:IntervalSeconds=0", "IntervalSeconds")]
    [InlineData("--Record:IntervalSeconds=3601", "IntervalSeconds")]
    [InlineData("--Record:KeyFile=/nowhere/record.key", "cannot be read")]
    [InlineData("--Record:KeyFile=/dev/null", "has no key of the record")]
    public void Settings_that_keep_no_promise_are_refused_at_the_start(string setting, string reason)
    {
        var refused = Assert.Throws<ConfigurationRefusedException>(() => ApiApplication.Build(
            ["--environment=Development", "--GridActors:Silo=true", "--ConnectionStrings:GridActors=Host=127.0.0.1;Port=1", $"--Access:TicketKey={Convert.ToBase64String(new byte[32])}", setting]));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }
}
