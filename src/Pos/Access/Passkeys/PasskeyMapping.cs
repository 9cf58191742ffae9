using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Pos.Access.Accounts;

namespace Tourism.Pos.Access.Passkeys;

/// <summary>Identity's own row of a passkey: its public key and counter, nothing that would let anybody in.</summary>
internal sealed class PasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    /// <summary>Bytes of a credential's id that an index of SQL Server can hold; real ones have 16 to 64.</summary>
    public const int LongestId = 900;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey)
    {
        passkey.ToTable("pos_account_passkey");
        passkey.HasKey(row => row.CredentialId);
        passkey.Property(row => row.CredentialId).HasMaxLength(LongestId);
        passkey.ComplexProperty(row => row.Data, data => data.ToJson());
        passkey.HasOne<Account>().WithMany().HasForeignKey(row => row.UserId).IsRequired();
    }
}
