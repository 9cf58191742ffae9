using System.Text.RegularExpressions;
using Tourism.Testing;

namespace Tourism.Architecture.Tests;

/// <summary>Rules for files as files.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 300;
    private static readonly string[] Code = [".cs", ".razor", ".cshtml", ".css", ".js", ".mjs"];
    private static readonly string[] Text = [.. Code, ".md", ".json", ".props", ".targets", ".csproj", ".txt", ".sh", ".html", ".sln", ""];

    [Fact]
    public void Files_OfTheProduct_AreShort()
    {
        var files = Files("src").Where(file => Code.Contains(Path.GetExtension(file)) && !file.Contains("/Migrations/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => File.ReadLines(Repository.Path(file)).Count() > MostLines);
    }

    /// <summary>A path of one machine works on no other and tells where the author lives.</summary>
    [Fact]
    public void Files_OfTheRepository_NameNoPathOfAMachine()
    {
        var named = Files("").Where(file => Text.Contains(Path.GetExtension(file)))
            .SelectMany(file => File.ReadLines(Repository.Path(file)).Index().Where(line => MachinePath().IsMatch(line.Item)).Select(line => $"{file}:{line.Index + 1} {line.Item.Trim()}"));
        Assert.Empty(named);
    }

    /// <summary>Files as Git sees them would need Git: what is built or downloaded is left out by name instead.</summary>
    private static IEnumerable<string> Files(string folder) => Walk(Repository.Path(folder)).Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
        .Where(one => !Built.Contains(Path.GetFileName(one)) && !one.EndsWith("wwwroot/lib", StringComparison.Ordinal)).SelectMany(Walk));

    private static readonly HashSet<string> Built = ["artifacts", "bin", "obj", "node_modules", ".git", ".vs", ".idea", "data"];

    [GeneratedRegex(@"(?<![\w.~$}])/(home|Users|root|work|mnt|media)/\w|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();
}
