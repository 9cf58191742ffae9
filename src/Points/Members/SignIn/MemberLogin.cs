using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Points.Ledger;
using Tourism.Points.Persistence;

namespace Tourism.Points.Members.SignIn;

/// <summary>Which account of the provider is which member's: one to one.</summary>
internal sealed class MemberLogin
{
    public const int KeyLength = 64;

    public long Seq { get; private set; }

    /// <summary>SHA-256 of issuer and subject; all that is kept, and gone with the connection.</summary>
    public string Key { get; private set; } = "";

    public Guid Member { get; private set; }

    public DateTime LinkedAt { get; private set; }

    public static MemberLogin Of(string key, Guid member, DateTime now) => new() { Key = key, Member = member, LinkedAt = now };

    private sealed class Mapping : IEntityTypeConfiguration<MemberLogin>
    {
        public void Configure(EntityTypeBuilder<MemberLogin> login)
        {
            login.ToTable(PointsDbContext.Prefix + "member_logins");
            login.HasKey(row => row.Seq);
            login.HasIndex(row => row.Key).IsUnique();
            login.HasIndex(row => row.Member).IsUnique();
            login.Property(row => row.Key).HasMaxLength(KeyLength);
            login.HasOne<Wallet>().WithMany().HasForeignKey(row => row.Member).HasPrincipalKey(wallet => wallet.Member);
        }
    }
}

internal enum MemberLoginDeed
{
    Linked,
    Unlinked,
}

/// <summary>When a member's card was connected with an account, and when that ended. Only appended to; it does not know the account.</summary>
internal sealed class MemberLoginEvent
{
    public long Seq { get; private set; }

    public Guid Member { get; private set; }

    public MemberLoginDeed Deed { get; private set; }

    /// <summary>Sign-in name of the office's person who did it; <c>null</c> for whoever was signed in as the member.</summary>
    public string? By { get; private set; }

    public DateTime At { get; private set; }

    public static MemberLoginEvent Of(Guid member, MemberLoginDeed deed, string? by, DateTime now) => new() { Member = member, Deed = deed, By = by, At = now };

    private sealed class Mapping : IEntityTypeConfiguration<MemberLoginEvent>
    {
        public void Configure(EntityTypeBuilder<MemberLoginEvent> told)
        {
            told.ToTable(PointsDbContext.Prefix + "member_login_events");
            told.HasKey(row => row.Seq);
            told.HasIndex(row => new { row.Member, row.Seq });
        }
    }
}
