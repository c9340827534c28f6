namespace GridActors.Core.Catalogue;

/// <summary>Why the rules refuse a command to a catalogue.</summary>
public enum CatalogueRefusal
{
    NoDraft,

    /// <summary>The revision that the caller saw is no longer the draft's.</summary>
    StaleDraft,

    /// <summary>Another version was published after the draft was saved; publishing it would silently undo that one.</summary>
    DraftOutdated,

    /// <summary>The content breaks rules, which are listed.</summary>
    DraftInvalid,
}
