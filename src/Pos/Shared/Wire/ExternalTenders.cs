using System.Text.Json.Serialization;
using Tourism.Kernel;
using Tourism.Pos.Shared.Codes;

namespace Tourism.Pos.Shared.Wire;

/// <summary>A means of payment outside this system, as a till offers it: another acquirer's terminal, a transport card, a sticker, a voucher.</summary>
/// <param name="Code">Stable short name.</param>
/// <param name="Terms">What a receipt says of it.</param>
public sealed record ExternalTenderView(string Code, ExternalTerms Terms)
{
    /// <summary>Staff is asked for the number of the slip; leaving it out is always possible.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AsksSlip { get; init; }

    /// <summary>The shop's JPQR code is shown with the amount, and staff confirms what the acquirer's device says.</summary>
    public JpqrShop? Jpqr { get; init; }
}

/// <summary>What a sale keeps of an external tender: its receipts say the same for ever.</summary>
/// <param name="Name">For people and for the receipt.</param>
/// <param name="Duty">A paper receipt paid by it carries stamp duty like cash (Stamp Tax Act, table 1, no. 17-1).</param>
/// <param name="Note">Printed on the receipt; without duty there always is one, because only a receipt that says so is free of it.</param>
/// <param name="Over">What becomes of a voucher worth more than is to be paid.</param>
public sealed record ExternalTerms(LocalText Name, bool Duty, LocalText? Note = null, OverpaidRule Over = OverpaidRule.Exact);

/// <summary>What becomes of the part of an external tender that is above what is to be paid.</summary>
public enum OverpaidRule
{
    /// <summary>There is none: it takes exactly what is to be paid.</summary>
    Exact,

    /// <summary>It is given back in cash.</summary>
    Returned,

    /// <summary>It is not given back.</summary>
    Kept,
}

/// <summary>How money that came by an external tender goes back.</summary>
public enum ExternalRefund
{
    /// <summary>Staff undoes it where it was taken; here it is recorded.</summary>
    AtTerminal,

    /// <summary>In cash.</summary>
    InCash,

    /// <summary>Not at all.</summary>
    Never,
}

/// <summary>An external tender as the office keeps it.</summary>
/// <param name="Code">Stable short name; stays for good, because sales name it.</param>
/// <param name="Says">What can be changed; its version is that of the tender.</param>
public sealed record KeptExternalTenderView(string Code, ExternalTenderRequest Says);

/// <summary>Adds an external tender or changes it. Sales keep what it said when they were made.</summary>
/// <param name="Terms">What receipts say of it. Japanese is required, 1–200 characters a language.</param>
/// <param name="Brand">Whose mark customers know, up to 100 characters.</param>
/// <param name="Acquirer">Who pays the money out, up to 100 characters.</param>
/// <param name="FeeBasisPoints">What the acquirer keeps, in hundredths of a percent; 0–2,000.</param>
/// <param name="Refund">How it goes back.</param>
/// <param name="Sites">Sites that take it, each once; up to 500.</param>
public sealed record ExternalTenderRequest(
    ExternalTerms Terms, string Brand, string Acquirer, int FeeBasisPoints, ExternalRefund Refund, IReadOnlyList<ExternalTenderSite> Sites)
{
    /// <summary>Most of <see cref="FeeBasisPoints"/>.</summary>
    public const int MostFee = 2_000;

    /// <summary>Staff is asked for the number of the slip.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AsksSlip { get; init; }

    /// <summary>Place among the ways to pay, smallest first; 0–999.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Order { get; init; }

    /// <summary>Not offered any more. Refunds and receipts of what was paid by it go on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Retired { get; init; }

    /// <summary>The version this change is based on; <c>null</c> for a new tender.</summary>
    public long? Version { get; init; }
}

/// <summary>A site that takes an external tender.</summary>
/// <param name="Site">Site code.</param>
/// <param name="Jpqr">Its JPQR registration, where the tender is JPQR.</param>
public sealed record ExternalTenderSite(string Site, JpqrShop? Jpqr = null);

/// <summary>Which money is there with the tap.</summary>
public static class TenderKinds
{
    /// <summary>Taken at the counter before the sale is written: the sale has happened, whatever the network does. It goes back at a counter, too.</summary>
    /// <param name="kind">How it is paid.</param>
    public static bool AtCounter(this TenderKind kind) => kind is TenderKind.Cash or TenderKind.External;

    /// <summary>The provider collects it while the sale waits: nothing is certain until it says so.</summary>
    /// <param name="kind">How it is paid.</param>
    public static bool IsThroughProvider(this TenderKind kind) => kind is TenderKind.Qr or TenderKind.Card;

    /// <summary>Given back in cash when it was taken: change, and what a voucher was worth too much where its rule gives that back.</summary>
    /// <param name="tender">Of a sale.</param>
    public static Yen GivenBack(this TenderView tender) =>
        tender.Received is { } received && tender.External?.Over != OverpaidRule.Kept ? received - tender.Amount : Yen.Zero;
}
