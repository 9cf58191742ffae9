using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Pos.Catalogue.Keeping;

namespace Tourism.Pos.Catalogue.Imports;

/// <summary>What a row of a file does.</summary>
internal enum RowWork
{
    /// <summary>Says what is so already; such rows are counted and not kept.</summary>
    Nothing,
    Add,
    Change,

    /// <summary>Has a mistake.</summary>
    Wrong,
}

/// <summary>How far a row is.</summary>
internal enum RowState
{
    Waiting,
    Done,

    /// <summary>Left alone: something else had happened to the product.</summary>
    Kept,
    Undone,
}

/// <summary>A row of a file that changes something or has a mistake, with what was there before.</summary>
internal sealed class ImportRow
{
    private const int LongestSentence = 500;

    public long Seq { get; private set; }

    public required Guid Import { get; init; }

    /// <summary>As a spreadsheet counts it: the header is row 1.</summary>
    public required int No { get; init; }

    public string? Code { get; init; }

    public required RowWork Work { get; init; }

    public RowState State { get; set; }

    /// <summary>JSON of a <see cref="SheetProduct"/>; once carried out, with the day its price began.</summary>
    public string? Wanted { get; set; }

    /// <summary>JSON of what the product said when the row was looked at, with its version.</summary>
    public string? Before { get; set; }

    /// <summary>The product's version once the row was carried out: with another one, somebody was there later.</summary>
    public long? VersionAfter { get; set; }

    /// <summary>The row brought a price of its own.</summary>
    public bool PriceAdded { get; set; }

    public string? Field { get; set; }

    public string? Ja { get; set; }

    public string? En { get; set; }

    public void LeaveAlone(Failure why)
    {
        State = RowState.Kept;
        Tell(why);
    }

    /// <summary>The column stands beside it, so the sentence need not name the field.</summary>
    public void Tell(Failure why)
    {
        var (ja, en) = why is WrongProduct wrong ? (wrong.WhatJa + "。", char.ToUpperInvariant(wrong.WhatEn[0]) + wrong.WhatEn[1..] + ".") : (why.Ja, why.En);
        (Field, Ja, En) = (why.Field, Short(ja), Short(en));
    }

    /// <summary>A sentence that lists what may be chosen grows with the city.</summary>
    private static string Short(string sentence) => sentence.Length > LongestSentence ? sentence.Cut(LongestSentence - 1) + "…" : sentence;

    internal sealed class Mapping : IEntityTypeConfiguration<ImportRow>
    {
        public void Configure(EntityTypeBuilder<ImportRow> row)
        {
            row.ToTable("pos_import_row");
            row.HasKey(one => one.Seq);
            row.HasIndex(one => new { one.Import, one.No }).IsUnique();
            row.HasIndex(one => new { one.Import, one.State, one.No });
            row.Property(one => one.Wanted).HasMaxLength(-1);
            row.Property(one => one.Before).HasMaxLength(-1);
            row.Property(one => one.Ja).HasMaxLength(LongestSentence);
            row.Property(one => one.En).HasMaxLength(LongestSentence);
        }
    }
}
