using System.Text.Json.Serialization;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Ui.Joining;

/// <summary>What somebody is saying of a shop, as far as they have got. It is kept on the device, so that looking for the passbook loses nothing.</summary>
public sealed class ShopDraft
{
    private const int NumberDigits = 13;

    /// <summary>Name in Japanese.</summary>
    public string Name { get; set; } = "";

    /// <summary>It has a registration number; <c>null</c> until somebody has said so or not.</summary>
    public bool? Registered { get; set; }

    /// <summary>The number, with or without its T.</summary>
    public string RegistrationNumber { get; set; } = "";

    /// <summary>The number is a sole trader's: its check digit need not fit.</summary>
    public bool SoleTrader { get; set; }

    /// <summary>Tax class of what it mostly sells.</summary>
    public string? TaxClass { get; set; }

    /// <summary>How it gets its money.</summary>
    public PayoutDraft Payout { get; set; } = new();

    /// <summary>Reading of the name.</summary>
    public string Kana { get; set; } = "";

    /// <summary>Name in Latin letters; <c>null</c> for what the reading proposes.</summary>
    public string? English { get; set; }

    /// <summary>Telephone on receipts.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Address on invoices.</summary>
    public string Address { get; set; } = "";

    /// <summary>What the reading, or a name in kana, sounds like in Latin letters; empty when nobody can know.</summary>
    [JsonIgnore]
    public string Proposed => Kana.Trim().Length > 0 ? Romaji.Of(Kana) : Romaji.Reads(Name) ? Romaji.Of(Name) : "";

    /// <summary>As it is sent.</summary>
    public ShopAnswer Answer() => new(Name, Registered == true ? Number() : null, TaxClass ?? "", Payout.Request())
    {
        SoleTrader = SoleTrader,
        Names = Filled(English ?? Proposed) is { } english ? new OtherNames(english) : null,
        Phone = Filled(Phone),
        Address = Filled(Address),
    };

    private string Number()
    {
        var typed = RegistrationNumber.Trim();
        return typed.Length == NumberDigits && typed.All(char.IsDigit) ? "T" + typed : typed;
    }

    private static string? Filled(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>How a shop wants its money, as far as somebody has got.</summary>
public sealed class PayoutDraft
{
    /// <summary>By whom.</summary>
    public PayoutWay Way { get; set; }

    /// <summary>Bank.</summary>
    public string Bank { get; set; } = "";

    /// <summary>Branch.</summary>
    public string Branch { get; set; } = "";

    /// <summary>Kind of account.</summary>
    public BankAccountKind Kind { get; set; }

    /// <summary>Number of the account.</summary>
    public string Number { get; set; } = "";

    /// <summary>Holder in kana.</summary>
    public string Holder { get; set; } = "";

    /// <summary>The way of <paramref name="known"/>, with its account.</summary>
    public static PayoutDraft Of(PayoutView? known) => known is null ? new() : new()
    {
        Way = known.Way,
        Bank = known.Account?.Bank ?? "",
        Branch = known.Account?.Branch ?? "",
        Kind = known.Account?.Kind ?? BankAccountKind.Ordinary,
        Number = known.Account?.Number ?? "",
        Holder = known.Account?.Holder ?? "",
    };

    /// <summary>As it is sent.</summary>
    /// <param name="version">What it is based on.</param>
    public PayoutRequest Request(long? version = null) =>
        new(Way, Way == PayoutWay.City ? new BankAccount(Bank, Branch, Number, Holder, Kind) : null, version);
}
