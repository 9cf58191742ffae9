using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Tourism.Kernel;

namespace Tourism.Analytics.Lake;

/// <summary>The lake's folder: <c>{dataset}/{business date}/{load}-{sha256}.parquet</c>. A file is never changed once it has its name.</summary>
internal sealed class LakeFiles(LakeSettings settings)
{
    private const string Temporary = "tmp-";
    private const int RememberAtMost = 20_000;
    private readonly ConcurrentDictionary<string, (long Bytes, DateTime WrittenAt)> _whole = new();

    public string PathOf(LakePart part) => PathOf(part.Dataset, part.BusinessDate, part.Load, part.Hash);

    /// <summary>Where to write a part whose content, and so whose name, is not known yet: beside its place, so that a rename suffices.</summary>
    public string NewTemporary(string dataset, DateOnly date)
    {
        var folder = Folder(dataset, date);
        Directory.CreateDirectory(folder);
        DurableDirectory.Flush(Path.GetDirectoryName(folder)!);
        DurableDirectory.Flush(settings.Directory);
        return Path.Combine(folder, Temporary + Guid.CreateVersion7().ToString("N") + ".parquet");
    }

    /// <summary>Gives a finished file its name. The same file under the same name is fine: it is the same load done again.</summary>
    public WrittenPart Keep(string temporary, string dataset, DateOnly date, long load, long rows)
    {
        using (var file = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite))
            file.Flush(flushToDisk: true);
        var part = new WrittenPart(dataset, date, HashOf(temporary), rows, new FileInfo(temporary).Length);
        File.Move(temporary, PathOf(dataset, date, load, part.Hash), overwrite: true);
        DurableDirectory.Flush(Folder(dataset, date));
        return part;
    }

    /// <summary>What is wrong with a published part; <c>null</c> when it is whole. Parquet has no checksum of its own that would tell.</summary>
    public Failure? Check(LakePart part)
    {
        var file = new FileInfo(PathOf(part));
        if (!file.Exists)
            return new PartMissing(file.FullName);
        var seen = (file.Length, file.LastWriteTimeUtc);
        if (_whole.TryGetValue(file.FullName, out var known) && known == seen)
            return null;
        if (file.Length != part.Bytes || HashOf(file.FullName) != part.Hash)
            return new PartDamaged(file.FullName);
        if (_whole.Count >= RememberAtMost)
            _whole.Clear();
        _whole[file.FullName] = seen;
        return null;
    }

    /// <summary>Every file of loads up to <paramref name="load"/>, and those that never got a name. Foreign files are left out.</summary>
    public IEnumerable<FileInfo> UpTo(long load) => !Directory.Exists(settings.Directory) ? [] :
        new DirectoryInfo(settings.Directory).EnumerateFiles("*.parquet", SearchOption.AllDirectories).Where(file => LoadOf(file.Name) <= load);

    private static long? LoadOf(string name) =>
        name.StartsWith(Temporary, StringComparison.Ordinal) ? 0
        : long.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var load) ? load : null;

    private string PathOf(string dataset, DateOnly date, long load, string hash) =>
        Path.Combine(Folder(dataset, date), string.Create(CultureInfo.InvariantCulture, $"{load:D10}-{hash}.parquet"));

    private string Folder(string dataset, DateOnly date) =>
        Path.Combine(settings.Directory, dataset, BusinessDate.Text(date));

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}

/// <summary>The manifest names a file that is not there.</summary>
internal sealed record PartMissing(string Path) : Failure(
    "lake-part-missing", FailureKind.Unavailable,
    $"集計ファイル「{Path}」が見つかりません。誤った数字を出さないため集計を中止しました。バックアップからファイルを戻してください。",
    $"The lake file '{Path}' is missing. Nothing is reported rather than a wrong figure. Restore the file from the backup.");

/// <summary>A file's content is not what was published.</summary>
internal sealed record PartDamaged(string Path) : Failure(
    "lake-part-damaged", FailureKind.Unavailable,
    $"集計ファイル「{Path}」が壊れています。誤った数字を出さないため集計を中止しました。バックアップからファイルを戻してください。",
    $"The lake file '{Path}' is damaged. Nothing is reported rather than a wrong figure. Restore the file from the backup.");
