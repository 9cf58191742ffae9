using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Tourism.Kernel;

namespace Tourism.Pos.Sales.ByPhone.Ahead;

/// <summary>The form of a visitor, as it is shown and as it comes back.</summary>
/// <param name="Id">Made by the server; names sale and payment, so that the form buys once.</param>
/// <param name="Typed">What stands in the fields, by category.</param>
/// <param name="Day">Business date that the visitor was shown; <c>null</c> when the form does not say.</param>
public sealed record AheadForm(Guid Id, IReadOnlyDictionary<string, string> Typed, DateOnly? Day)
{
    /// <summary>Name of the field with the id.</summary>
    public const string IdField = "form";

    /// <summary>Name of the field with the total that the visitor has seen.</summary>
    public const string TotalField = "total";

    /// <summary>Name of the field with the day of the ticket.</summary>
    public const string DayField = "day";

    /// <summary>Name of the button that leads back to the numbers.</summary>
    public const string ChangeField = "change";

    /// <summary>Nobody types more digits; what is longer is shown again cut.</summary>
    private const int LongestText = 20;

    /// <summary>What the visitor was shown and agrees to; <c>null</c> before that.</summary>
    public Yen? Total { get; private init; }

    /// <summary>The visitor wants to go back to the numbers.</summary>
    public bool Changes { get; private init; }

    /// <summary>False when the form brought no id of ours.</summary>
    public bool HasId { get; private init; }

    /// <summary>Name of the field with how many of a category there are.</summary>
    public static string FieldOf(string category) => "people-" + category;

    /// <summary>One to begin with: empty, or with the numbers of the address.</summary>
    public static AheadForm New(IQueryCollection asked, AheadOffer offer, TimeProvider clock) => new(NewId(clock), Read(field => asked[field], offer), offer.Day);

    /// <summary>Where a new one with the same numbers is, for readers of another language.</summary>
    public string AddressAt(AheadOffer offer) =>
        QueryHelpers.AddQueryString(offer.Address, Typed.Where(one => one.Value.Length > 0).ToDictionary(one => FieldOf(one.Key), one => (string?)one.Value));

    /// <summary>The same under another id, for another purchase.</summary>
    public AheadForm Again(TimeProvider clock) => this with { Id = NewId(clock) };

    /// <summary>Reads what was sent; what the offer does not have is left out.</summary>
    public static AheadForm Read(IFormCollection sent, AheadOffer offer, TimeProvider clock)
    {
        var known = Guid.TryParseExact(sent[IdField], "D", out var id) && id.Version == 7;
        var day = DateOnly.TryParseExact(sent[DayField], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var shown) ? shown : (DateOnly?)null;
        return new AheadForm(known ? id : NewId(clock), Read(field => sent[field], offer), day)
        {
            HasId = known,
            Changes = sent.ContainsKey(ChangeField),
            Total = long.TryParse(sent[TotalField], NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? new Yen(total) : null,
        };
    }

    private static Dictionary<string, string> Read(Func<string, StringValues> sent, AheadOffer offer) =>
        offer.Categories.ToDictionary(category => category.Code, category => sent(FieldOf(category.Code)).ToString().Cut(LongestText));

    private static Guid NewId(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());
}
