using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Tenders;

/// <summary>The city's means of payment outside this system, at one moment.</summary>
internal sealed class ExternalTenders(IReadOnlyList<ExternalTender> tenders)
{
    public IReadOnlyList<ExternalTender> All { get; } = [.. tenders.OrderBy(tender => tender.Says().Order).ThenBy(tender => tender.Code, StringComparer.Ordinal)];

    public ExternalTender? Find(string? code) => All.FirstOrDefault(tender => tender.Code == code);

    /// <summary>How it goes back. Of one that nobody knows only the terminal that took it can say anything.</summary>
    public ExternalRefund RefundOf(string? code) => Find(code)?.Says().Refund ?? ExternalRefund.AtTerminal;

    /// <summary>What a site offers; <c>null</c> for none.</summary>
    public IReadOnlyList<ExternalTenderView>? OfferedAt(string site)
    {
        List<ExternalTenderView> offered = [.. All.Where(tender => tender.RetiredAt is null && tender.At(site) is not null).Select(tender => tender.ViewAt(tender.At(site)!))];
        return offered.Count > 0 ? offered : null;
    }
}
