using System.Security.Cryptography;
using GridActors.Core.Workers;

namespace GridActors.Hosting.Workers;

/// <summary>Ids of new badges.</summary>
public static class BadgeIds
{
    public static BadgeId Fresh() => BadgeId.FromBits(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)));
}
