namespace GridActors.Core.Catalogue;

/// <summary>Groups of the catalogue that rules speak about, by the first two digits of an item's code.</summary>
public static class ItemGroups
{
    public const int Hazards = 5;
    public const int Emergencies = 6;
    public const int Disputes = 11;

    /// <summary>Complaints and appeals (DOMAIN 9).</summary>
    public const int Oversight = 12;

    /// <summary>What a head or full-time worker finds goes to the village and the township together (Art. 26).</summary>
    public static bool IsFinding(int group) => group is Hazards or Emergencies or Disputes;
}
