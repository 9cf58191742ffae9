using Tourism.Kernel;

namespace Tourism.Points.Programmes;

/// <summary>The city's file <c>programmes.json</c>.</summary>
/// <param name="Illustrative">True when the rules are invented for showing the system and no city has decided them.</param>
/// <param name="Source">Where the rules and sums come from.</param>
/// <param name="Programmes">The programmes.</param>
internal sealed record ProgrammesFile(bool Illustrative, string Source, IReadOnlyList<ProgrammeData> Programmes);

/// <summary>One programme. Changed rules need a higher <paramref name="RuleVersion"/>.</summary>
internal sealed record ProgrammeData(
    string Code, int RuleVersion, LocalText Name, string Issuer, bool IsPaid, ExpiryRule Expiry, string Article, IReadOnlyList<BudgetData> Budgets);

/// <summary>What a budget line opens with. Later changes of it are decisions recorded in the system.</summary>
internal sealed record BudgetData(int FiscalYear, PointAmount Appropriation);
