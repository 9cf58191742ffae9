using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using MiniExcelLibs;
using Tourism.Kernel;
using Tourism.Kernel.Server.Sheets;

namespace Tourism.Pos.Catalogue.Imports;

/// <summary>A CSV or XLSX file, read row by row: a long file takes no more memory than a short one.</summary>
internal sealed class SheetFile
{
    private const int MaxCell = 2_000;
    private const int MostCells = 100;
    private const int MostRead = 100_000;
    private const int MaxRecord = 40_000;
    private const long MaxUnpacked = 200L << 20;
    private readonly Func<IEnumerable<IReadOnlyList<string>>> _rows;
    private readonly int[] _places;

    private SheetFile(Func<IEnumerable<IReadOnlyList<string>>> rows, int[] places) => (_rows, _places) = (rows, places);

    /// <summary>Looks what kind of file it is, by its content, and reads its header.</summary>
    public static Result<SheetFile> Open(byte[] content)
    {
        var rows = Rows(content);
        if (!rows.Ok)
            return rows.Failure;
        try
        {
            return SheetColumns.Read(Whole(rows.Value()).FirstOrDefault() ?? []).Map(places => new SheetFile(() => Whole(rows.Value()), places));
        }
        catch (BrokenSheetException)
        {
            return new UnreadableFile();
        }
    }

    /// <summary>Both readers throw many kinds of things at a file that is not what it claims to be; here they become one.</summary>
    private static IEnumerable<IReadOnlyList<string>> Whole(IEnumerable<IReadOnlyList<string>> rows)
    {
        using var reader = rows.GetEnumerator();
        while (Next(reader))
            yield return reader.Current;
    }

    private static bool Next(IEnumerator<IReadOnlyList<string>> reader)
    {
        try
        {
            return reader.MoveNext();
        }
        catch (Exception error)
        {
            throw new BrokenSheetException(error);
        }
    }

    /// <summary>Rows after the header with their numbers as a spreadsheet counts them; cells in the order of <see cref="SheetColumns.All"/>. Empty rows are left out.</summary>
    public IEnumerable<(int No, string[] Cells)> Products() => _rows().Index().Skip(1)
        .Select(row => (row.Index + 1, Cells: Array.ConvertAll(_places, place => place >= 0 && place < row.Item.Count ? CsvText.Unguard(row.Item[place].Trim()) : "")))
        .Where(row => row.Cells.Any(cell => cell.Length > 0));

    private static Result<Func<IEnumerable<IReadOnlyList<string>>>> Rows(byte[] content)
    {
        if (content.AsSpan().StartsWith("PK"u8))
            return IsTooLarge(content) ? new UnreadableFile() : (Func<IEnumerable<IReadOnlyList<string>>>)(() => Xlsx(content));
        // D0 CF 11 E0: what Excel wrote until 2003.
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return new OldExcelFile();
        // Control characters stand in pictures and programs, not in lists.
        return CsvEncoding.Read(content) is { } text && text.AsSpan().IndexOfAnyInRange('\u0001', '\u0008') < 0
            ? (Func<IEnumerable<IReadOnlyList<string>>>)(() => Csv(text))
            : new UnreadableFile();
    }

    private static IEnumerable<IReadOnlyList<string>> Csv(string text)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false, Separator = ',', SkipEmptyLines = false, DetectSeparatorHint = false, IncludeValuesInExceptions = false, MaxRecordSize = MaxRecord,
            MalformedData = CsvMalformedDataHandling.Throw, FieldCountMismatch = CsvFieldCountHandling.Allow,
        });
        while (reader.Read())
            yield return reader.Current.ToArray();
    }

    private static IEnumerable<IReadOnlyList<string>> Xlsx(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        var read = 0;
        foreach (IDictionary<string, object?> row in stream.Query(excelType: ExcelType.XLSX))
        {
            // A file of a few bytes can claim any number of rows and columns.
            if (++read > MostRead || row.Count > MostCells)
                throw new InvalidDataException("The sheet is too large.");
            yield return [.. row.Values.Select(Text)];
        }
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime day => BusinessDate.Text(DateOnly.FromDateTime(day)),
        string text when text.Length > MaxCell => throw new InvalidDataException("A cell is too long."),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    /// <summary>A few packed megabytes may unpack into as much as a disk holds.</summary>
    private static bool IsTooLarge(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false));
            return zip.Entries.Sum(entry => entry.Length) > MaxUnpacked;
        }
        catch (Exception error) when (error is InvalidDataException or OverflowException)
        {
            return true;
        }
    }
}

/// <summary>The file breaks off or is no such file.</summary>
internal sealed class BrokenSheetException(Exception cause) : Exception("The file cannot be read to its end.", cause);
