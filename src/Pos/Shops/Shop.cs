using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

/// <summary>A shop that the city asked to join, and how it gets its money once it has. What it sells is kept with its site.</summary>
internal sealed class Shop : IVersioned
{
    private static readonly TimeSpan Repeats = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LinksByPin = TimeSpan.FromDays(1);

    public required Guid Id { get; init; }

    /// <summary>Japanese.</summary>
    public required string Name { get; set; }

    public string? Email { get; set; }

    public required DateTime InvitedAt { get; init; }

    public required string InvitedBy { get; init; }

    /// <summary>Whoever has the code with this SHA-256 may join as this shop, once.</summary>
    public string? CodeHash { get; private set; }

    public DateTime? CodeUntil { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Code of its site; <c>null</c> until it is set up.</summary>
    public string? Site { get; private set; }

    /// <summary>Tax class of what it mostly sells.</summary>
    public string? TaxClass { get; private set; }

    public string? SetUpBy { get; private set; }

    /// <summary>Hash of what it was set up with: the same again is a repeat.</summary>
    public string? AnswerHash { get; private set; }

    public DateTime? OpenedAt { get; private set; }

    /// <summary>Name the browser gave its joining: the same one again is a repeat, another one a replay.</summary>
    public Guid? Enrolment { get; private set; }

    /// <summary>Its till's first device.</summary>
    public Guid? Device { get; private set; }

    /// <summary>Its owner's account.</summary>
    public Guid? Owner { get; private set; }

    public PayoutWay? Way { get; private set; }

    /// <summary>JSON of <see cref="Shared.Wire.BankAccount"/>.</summary>
    public string? BankAccount { get; private set; }

    /// <summary>Its account at Stripe.</summary>
    public string? StripeAccount { get; private set; }

    /// <summary>As Stripe told it last.</summary>
    public StripeState? Stripe { get; private set; }

    /// <summary>Counts changes of how it gets its money, which one of two people must not overwrite unseen.</summary>
    public long PayoutRevision { get; private set; }

    public long Version { get; private set; }

    public ShopState State => OpenedAt is not null ? ShopState.Open : WithdrawnAt is not null ? ShopState.Withdrawn
        : Site is not null ? ShopState.SetUp : ShopState.Invited;

    /// <summary>Why its code is not good any more. The browser that joined by it may ask again for a while, because its answer may be lost.</summary>
    public Failure? Refuse(Guid? enrolment, DateTime now)
    {
        if (OpenedAt is { } at)
            return Enrolment == enrolment && now - at <= Repeats ? null : new SpentShopCode();
        return WithdrawnAt is null && CodeUntil >= now ? null : new ExpiredShopCode();
    }

    /// <summary>The owner goes on to Stripe's form right after joining. Later, four digits do not say where the money goes.</summary>
    public bool MayLinkByPin(Guid? device, DateTime now) =>
        Device == device && now - OpenedAt <= LinksByPin && (Stripe ?? StripeState.Unfinished) == StripeState.Unfinished;

    public void Offer(string codeHash, DateTime until) => (CodeHash, CodeUntil) = (codeHash, until);

    /// <summary>A code that is withdrawn with its shop is as good as spent.</summary>
    public void Withdraw(DateTime? at) => (WithdrawnAt, CodeUntil) = (at, null);

    public void SetUp(string site, ShopAnswer answer, string by)
    {
        (Site, Name, TaxClass, SetUpBy, AnswerHash) = (site, answer.Name, answer.TaxClass, by, RequestHash.Of(answer));
        PayOut(answer.Payout);
    }

    public void Open(Guid enrolment, Guid owner, Guid device, DateTime now) => (Enrolment, Owner, Device, OpenedAt) = (enrolment, owner, device, now);

    public void PayOut(PayoutRequest payout)
    {
        (Way, BankAccount) = (payout.Way, payout.Account is { } account ? JsonSerializer.Serialize(account, Json.Options) : null);
        PayoutRevision++;
    }

    /// <summary>The account that Stripe keeps for it. One that was opened stays: Stripe knows its owner.</summary>
    public void Connect(string account) => StripeAccount ??= account;

    public void Heard(StripeState state) => Stripe = state;

    public PayoutView? Payout => Way is { } way
        ? new PayoutView(way, PayoutRevision, Account, way == PayoutWay.Stripe ? Stripe ?? StripeState.Unfinished : null)
        : null;

    private BankAccount? Account => BankAccount is { } kept ? JsonSerializer.Deserialize<BankAccount>(kept, Json.Options) : null;

    /// <param name="whole">False hides the bank account but for its last digits.</param>
    public ShopView View(bool whole) => new(Id, Name, State, InvitedAt, InvitedBy)
    {
        Email = Email,
        CodeUntil = State is ShopState.Invited or ShopState.SetUp ? CodeUntil : null,
        SetUpBy = SetUpBy,
        OpenedAt = OpenedAt,
        Site = Site,
        TaxClass = TaxClass,
        Payout = whole ? Payout : Payout.Masked(),
    };

    internal sealed class Mapping : IEntityTypeConfiguration<Shop>
    {
        private const int LongestAccount = 1_200;

        public void Configure(EntityTypeBuilder<Shop> shop)
        {
            shop.ToTable("pos_shop");
            shop.HasKey(row => row.Id);
            shop.Property(row => row.Id).ValueGeneratedNever();
            shop.HasIndex(row => row.CodeHash).IsUnique();
            shop.HasIndex(row => row.Site).IsUnique();
            shop.Property(row => row.BankAccount).HasMaxLength(LongestAccount);
            shop.Ignore(row => row.State);
            shop.Ignore(row => row.Payout);
        }
    }
}

internal static class MaskedPayout
{
    private const int Shown = 3;

    /// <summary>For eyes, and the audit trail, that need to tell accounts apart and not to pay to them.</summary>
    public static PayoutView? Masked(this PayoutView? payout) =>
        payout is { Account: { } account } ? payout with { Account = account with { Number = Last(account.Number), Holder = "•••" } } : payout;

    private static string Last(string number) => number.Length <= Shown ? number : new string('•', number.Length - Shown) + number[^Shown..];
}
