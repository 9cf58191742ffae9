using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Accounts;

/// <summary>Somebody who signs in by name. The name is what facts say who did them, so it never changes.</summary>
internal sealed class Account : IdentityUser<Guid>, IVersioned
{
    private const int MostSpent = 20;
    private static readonly TimeSpan CodeLives = TimeSpan.FromMinutes(5);

    public required string DisplayName { get; set; }

    public required DateTime CreatedAt { get; init; }

    public List<Post> Posts { get; init; } = [];

    /// <summary>Whoever has the link whose token has this SHA-256 may choose the password.</summary>
    public string? InvitationHash { get; private set; }

    public DateTime? InvitedUntil { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    public DateTime? DisabledAt { get; private set; }

    public DateTime? WaitUntil { get; private set; }

    /// <summary>The beginnings of the hashes of codes that were used lately, with spaces between.</summary>
    public string? SpentCodes { get; private set; }

    public DateTime? SpentAt { get; private set; }

    /// <summary>How many passkeys there are: one is a second factor, wherever one is needed.</summary>
    public int Passkeys { get; private set; }

    /// <summary>Counts changes by administrators, which one of them must not overwrite unseen.</summary>
    public long Revision { get; private set; }

    public long Version { get; private set; }

    /// <summary>Offices see personal data and money of all: a password alone does not open them.</summary>
    public bool NeedsSecondFactor => Posts.Exists(post => post.InOffice);

    public bool HasSecondFactor => TwoFactorEnabled || Passkeys > 0;

    /// <summary>Nothing opens before it is set up.</summary>
    public bool OwesSecondFactor => NeedsSecondFactor && !HasSecondFactor;

    /// <summary>A password alone does not let this person in.</summary>
    public bool GuardsPassword => TwoFactorEnabled || (NeedsSecondFactor && HasSecondFactor);

    public bool MayEnter => DisabledAt is null && AcceptedAt is not null;

    public bool IsAdministrator => Posts.Exists(post => post.View().Roles.Contains(Roles.Administrator));

    public void Disable(DateTime? at) => DisabledAt = at;

    /// <summary>The last link has been taken up.</summary>
    public bool IsUsed => InvitationHash is not null && InvitedUntil is null;

    public void CountPasskeys(int count) => Passkeys = count;

    public void Revise() => Revision++;

    /// <summary>Opens a till or a gate on an enrolled device; <c>null</c> for no PIN.</summary>
    public string? PinHash { get; private set; }

    /// <summary>Counts PINs, so that devices drop what they keep of an earlier one.</summary>
    public int PinVersion { get; private set; }

    public void KeepPin(string? hash) => (PinHash, PinVersion) = (hash, PinVersion + 1);

    /// <summary>Whoever knew the password may have set the PIN, too.</summary>
    public void Invite(string hash, DateTime until)
    {
        (InvitationHash, InvitedUntil, AcceptedAt) = (hash, until, null);
        KeepPin(null);
    }

    /// <summary>Posts at a till or a gate that a PIN opens there: none that is also an office.</summary>
    public IReadOnlyList<PostView> PostsAt(string? till, string? gate) =>
        [.. Posts.Where(post => !post.InOffice && ((till is not null && post.Till == till) || (gate is not null && post.Gate == gate))).Select(post => post.View())];

    public void Accept(DateTime now)
    {
        (AcceptedAt, InvitedUntil) = (now, null);
        Forgive();
    }

    public bool Waits(DateTime now) => WaitUntil > now;

    /// <summary>Counts a wrong password or code; after five nobody gets in for a while.</summary>
    public void Miss(DateTime now) => (AccessFailedCount, WaitUntil) = WrongTries.Miss(AccessFailedCount, WaitUntil, now);

    public void Forgive() => (AccessFailedCount, WaitUntil) = (0, null);

    /// <summary>False for a code that has been used in the last minutes: whoever looked over a shoulder gets nothing.</summary>
    public bool Spend(string code, DateTime now)
    {
        var (spent, mark) = (now - SpentAt < CodeLives ? SpentCodes!.Split(' ') : [], Invitation.HashOf(code)[..8]);
        if (spent.Contains(mark))
            return false;
        (SpentCodes, SpentAt) = (string.Join(' ', spent.TakeLast(MostSpent).Append(mark)), now);
        return true;
    }

    /// <summary>True when a request would change nothing: it came before.</summary>
    public bool Says(AccountRequest request) => (UserName, DisplayName) == (request.Name, request.DisplayName.Trim())
        && (request.Email is null || request.Email == (Email ?? ""))
        && Posts.Select(post => post.Text).SequenceEqual(request.Posts.Select(post => Post.Of(post).Text));

    public AccountView View() => new(
        Id, UserName!, DisplayName, [.. Posts.Select(post => post.View())], State, HasSecondFactor, Revision, State == AccountState.Invited ? InvitedUntil : null)
    {
        Email = Email,
    };

    /// <summary>For the audit trail, which nothing is ever taken out of.</summary>
    public AccountView ViewWithoutAddress() => View() with { Email = null };

    /// <summary>Where links may be sent; empty forgets it, <c>null</c> leaves it.</summary>
    public void WriteTo(string? email) => Email = email is null ? Email : email.Length == 0 ? null : email;

    private AccountState State => DisabledAt is not null ? AccountState.Disabled
        : AcceptedAt is not null ? AccountState.Active
        : InvitationHash is not null ? AccountState.Invited : AccountState.New;

    internal sealed class Mapping : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<IdentityUserToken<Guid>>
    {
        public void Configure(EntityTypeBuilder<Account> account)
        {
            account.ToTable("pos_account");
            account.HasKey(row => row.Id);
            account.Property(row => row.Id).ValueGeneratedNever();
            account.HasIndex(row => row.NormalizedUserName).IsUnique();
            account.HasIndex(row => row.InvitationHash).IsUnique();
            account.HasMany(row => row.Posts).WithOne().HasForeignKey("Account").IsRequired();
            account.Ignore(row => row.PhoneNumber).Ignore(row => row.PhoneNumberConfirmed);
            // Identity's own waiting goes by a clock that no test can set.
            account.Ignore(row => row.LockoutEnd).Ignore(row => row.LockoutEnabled);
            account.Ignore(row => row.NeedsSecondFactor).Ignore(row => row.HasSecondFactor).Ignore(row => row.OwesSecondFactor);
            account.Ignore(row => row.GuardsPassword).Ignore(row => row.MayEnter).Ignore(row => row.IsUsed).Ignore(row => row.IsAdministrator);
        }

        public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token)
        {
            token.ToTable("pos_account_token");
            token.HasKey(row => new { row.UserId, row.LoginProvider, row.Name });
        }
    }
}
