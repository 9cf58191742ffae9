using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Imports;

/// <summary>A file of products that somebody handed in. The server works through it, so a closed browser or a dead host loses nothing.</summary>
internal sealed class Import : IVersioned
{
    public required Guid Id { get; init; }

    public required string Site { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, which tells a repeat from another file under the same id.</summary>
    public required string Hash { get; init; }

    public required string By { get; init; }

    public required DateTime At { get; init; }

    public ImportState State { get; set; } = ImportState.Reading;

    /// <summary>Rows of the file that have been looked at, without the header: reading goes on after them.</summary>
    public int Rows { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Wrong { get; set; }

    public int Done { get; set; }

    public int Kept { get; set; }

    public string? BrokenJa { get; private set; }

    public string? BrokenEn { get; private set; }

    public long Version { get; private set; }

    /// <summary>As the audit trail names it.</summary>
    public string Subject => $"{Site}/{Id}";

    public void Break(ImportState state, Failure why) => (State, BrokenJa, BrokenEn) = (state, why.Ja, why.En);

    public ImportView View(IReadOnlyList<ImportProblemView> problems, bool japanese) => new(
        Id, Site, FileName, State, By, At, Rows, Added, Changed, Unchanged, Wrong, Done, Kept, problems, japanese ? BrokenJa : BrokenEn);

    internal sealed class Mapping : IEntityTypeConfiguration<Import>
    {
        public void Configure(EntityTypeBuilder<Import> import)
        {
            import.ToTable("pos_import");
            import.HasKey(row => row.Id);
            import.Property(row => row.Id).ValueGeneratedNever();
            import.HasIndex(row => new { row.Site, row.At });
            import.HasIndex(row => row.State);
            import.Ignore(row => row.Subject);
            import.Property(row => row.Hash).HasMaxLength(64);
            import.Property(row => row.BrokenJa).HasMaxLength(500);
            import.Property(row => row.BrokenEn).HasMaxLength(500);
        }
    }
}

/// <summary>The file of an import until every row of it has been looked at; then the rows say it all.</summary>
internal sealed class ImportFile
{
    public required Guid Id { get; init; }

    public required byte[] Content { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ImportFile>
    {
        public void Configure(EntityTypeBuilder<ImportFile> file)
        {
            file.ToTable("pos_import_file");
            file.HasKey(row => row.Id);
            file.Property(row => row.Id).ValueGeneratedNever();
        }
    }
}

internal static class ImportFiles
{
    /// <summary>The file goes as soon as nobody reads on: carrying out and taking back need the rows only.</summary>
    public static Task DropFileAsync(this PosDbContext db, Guid import, CancellationToken ct) =>
        db.Set<ImportFile>().Where(row => row.Id == import).ExecuteDeleteAsync(ct);

    /// <summary>Files that earlier versions left behind with imports that were given up or failed.</summary>
    public static Task DropLeftFilesAsync(this PosDbContext db, CancellationToken ct) => db.Set<ImportFile>()
        .Where(file => !db.Set<Import>().Any(row => row.Id == file.Id && row.State == ImportState.Reading)).ExecuteDeleteAsync(ct);
}
