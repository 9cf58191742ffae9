namespace Tourism.Pos.Shared.Wire;

/// <summary>Leaves for the provider of the city's accounts (OpenID Connect).</summary>
/// <param name="Link">To link one's own account rather than to sign in.</param>
/// <param name="Invitation">To take up an invitation without choosing a password: what stands behind the hash sign of its link.</param>
public sealed record OpenIdStart(bool Link = false, string? Invitation = null);

/// <summary>Where to go.</summary>
/// <param name="Address">The provider's page. It sends the browser back to a page of the staff app.</param>
public sealed record OpenIdStartView(string Address);

/// <summary>Whether an account is linked to one of the provider's.</summary>
/// <param name="Linked">True when one may sign in by it.</param>
public sealed record OpenIdLinkView(bool Linked);
