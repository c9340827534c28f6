using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Contacts;

/// <summary>The keys of this process. A file that changed is read within half a minute, so that a key is rotated without a restart.</summary>
/// <param name="path">Null where this installation keeps no contacts.</param>
public sealed partial class ContactKeys(string? path, ILogger<ContactKeys> logger)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly ILogger _logger = logger;
    private volatile Ring? _ring;

    /// <summary>Whether contacts can be kept here.</summary>
    public bool Any => path is not null;

    /// <summary>The one that wraps.</summary>
    /// <exception cref="InvalidOperationException">This installation keeps no contacts.</exception>
    /// <exception cref="ConfigurationRefusedException">The file was never readable.</exception>
    public ContactKey Newest => Current().Keys[^1];

    /// <summary>Null where this process does not have it, also after another look at the file.</summary>
    public ContactKey? Find(string id) => path is null ? null : FindIn(Current(), id) ?? FindIn(ReadAgain(_ring), id);

    private static ContactKey? FindIn(Ring ring, string id) => ring.Keys.FirstOrDefault(k => k.Id == id);

    private Ring Current() => _ring is { } ring && TimeProvider.System.GetElapsedTime(ring.ReadAt) < Lifetime ? ring : ReadAgain(_ring);

    /// <summary>A file that is being replaced, or gone, is no reason to stop: the keys that were read last go on.</summary>
    private Ring ReadAgain(Ring? last)
    {
        var now = TimeProvider.System.GetTimestamp();
        try
        {
            return _ring = new Ring(ContactKeyFile.Read(path ?? throw new InvalidOperationException("This installation keeps no contacts.")), now);
        }
        catch (ConfigurationRefusedException fault) when (last is not null)
        {
            LogUnreadable(_logger, fault);
            return _ring = last with { ReadAt = now };
        }
    }

    private sealed record Ring(ImmutableArray<ContactKey> Keys, long ReadAt);
}
