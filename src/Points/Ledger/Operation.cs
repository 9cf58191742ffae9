using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Points.Persistence;

namespace Tourism.Points.Ledger;

internal enum OperationKind
{
    Grant,
    Hold,
    Capture,
    Release,
    Return,
}

/// <summary>What a client calls a write, and what tells its repetition from another write.</summary>
internal sealed record OperationName(Guid Id, OperationKind Kind, string RequestHash);

/// <summary>One named change of the books. A refusal is kept as well: otherwise a retry could turn a no into a yes.</summary>
internal sealed class Operation
{
    public long Seq { get; private set; }

    public Guid Id { get; private set; }

    public OperationKind Kind { get; private set; }

    public string RequestHash { get; private set; } = "";

    public DateTime RecordedAt { get; private set; }

    /// <summary>The rule of the business that said no; <c>null</c> when the operation was carried out.</summary>
    public Failure? Refusal { get; private set; }

    public static Operation Of(OperationName name, DateTime now, Failure? refusal = null) =>
        new() { Id = name.Id, Kind = name.Kind, RequestHash = name.RequestHash, RecordedAt = now, Refusal = refusal };

    public bool Is(OperationName name) => Kind == name.Kind && RequestHash == name.RequestHash;

    private sealed class Mapping : IEntityTypeConfiguration<Operation>
    {
        public void Configure(EntityTypeBuilder<Operation> operation)
        {
            operation.ToTable(PointsDbContext.Prefix + "operations");
            operation.HasKey(row => row.Seq);
            operation.HasIndex(row => row.Id).IsUnique();
            operation.Property(row => row.RequestHash).HasMaxLength(64);
            operation.Property(row => row.Refusal).HasMaxLength(-1).HasConversion(
                refusal => JsonSerializer.Serialize(refusal, Json.Options),
                text => JsonSerializer.Deserialize<Failure>(text, Json.Options)!);
        }
    }
}
