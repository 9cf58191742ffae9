using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Persistence;

namespace Tourism.Points.Programmes;

/// <summary>What a programme may give in one fiscal year. Never more is issued than appropriated.</summary>
internal sealed class BudgetLine : IVersioned
{
    public long Seq { get; private set; }

    public string Programme { get; private set; } = "";

    public int FiscalYear { get; private set; }

    public PointAmount Appropriation { get; private set; }

    public PointAmount Issued { get; private set; }

    public long Version { get; private set; }

    public static BudgetLine Of(string programme, BudgetData data) =>
        new() { Programme = programme, FiscalYear = data.FiscalYear, Appropriation = data.Appropriation };

    private sealed class Mapping : IEntityTypeConfiguration<BudgetLine>
    {
        public void Configure(EntityTypeBuilder<BudgetLine> line)
        {
            line.ToTable(PointsDbContext.Prefix + "budget_lines", table => table.HasCheckConstraint(
                "CK_points_budget_lines_bounds", "\"Issued\" >= 0 AND \"Issued\" <= \"Appropriation\""));
            line.HasKey(row => row.Seq);
            line.HasAlternateKey(row => new { row.Programme, row.FiscalYear });
            line.Property(row => row.Programme).HasMaxLength(Programmes.Programme.MaxCode);
        }
    }
}
