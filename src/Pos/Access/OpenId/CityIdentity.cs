using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel.Server.SignIn;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Access.OpenId;

/// <summary>Somebody as the provider knows them: by issuer and subject, never by a mail address.</summary>
/// <param name="Key">SHA-256 of both; all that is kept.</param>
/// <param name="Proven">The provider asked for a second factor, and its word counts here.</param>
internal sealed record CityIdentity(string Key, bool Proven)
{
    /// <summary>One provider for an installation, so its rows have one name.</summary>
    public const string Provider = "openid";

    public static CityIdentity Of(ClaimsPrincipal told, OpenIdOptions options) =>
        new(ProviderSignIn.KeyOf(told), options.TrustsSecondFactor && told.HasClaim("amr", "mfa"));

    /// <summary>The account that is linked to it.</summary>
    public async Task<Account?> FindAsync(PosDbContext db, CancellationToken ct)
    {
        var owner = db.Set<IdentityUserLogin<Guid>>().Where(row => row.LoginProvider == Provider && row.ProviderKey == Key).Select(row => row.UserId);
        return await db.Set<Account>().Include(row => row.Posts.OrderBy(post => post.Seq)).SingleOrDefaultAsync(row => owner.Contains(row.Id), ct);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
    {
        public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login)
        {
            login.ToTable("pos_account_login");
            login.HasKey(row => new { row.LoginProvider, row.ProviderKey });
            login.Property(row => row.LoginProvider).HasMaxLength(40);
            login.Property(row => row.ProviderKey).HasMaxLength(64);
            login.HasIndex(row => row.UserId).IsUnique();
            login.HasOne<Account>().WithMany().HasForeignKey(row => row.UserId).IsRequired();
        }
    }
}
