namespace GridActors.Core.Catalogue;

/// <summary>Something that somebody wants done to a division's catalogue.</summary>
[GenerateSerializer, Immutable, Alias("catalogue-command")]
public abstract record CatalogueCommand;

/// <summary>Publishes at once, past any draft; the content was checked by whoever sends it.</summary>
[GenerateSerializer, Immutable, Alias("publish-catalogue")]
public sealed record PublishCatalogue([property: Id(0)] CatalogueContent Content) : CatalogueCommand;

/// <summary>Saves a draft, the first one or the next revision of the one that is there.</summary>
/// <param name="IfRevision">The revision that was seen; null for any.</param>
[GenerateSerializer, Immutable, Alias("save-draft")]
public sealed record SaveDraft([property: Id(0)] CatalogueContent Content, [property: Id(1)] int? IfRevision) : CatalogueCommand;

/// <param name="IfRevision">The revision that was seen; null for any.</param>
[GenerateSerializer, Immutable, Alias("publish-draft")]
public sealed record PublishDraft([property: Id(0)] int? IfRevision) : CatalogueCommand;

/// <param name="IfRevision">The revision that was seen; null for any.</param>
[GenerateSerializer, Immutable, Alias("discard-draft")]
public sealed record DiscardDraft([property: Id(0)] int? IfRevision) : CatalogueCommand;
