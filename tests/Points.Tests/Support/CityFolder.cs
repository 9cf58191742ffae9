using System.Text.Json;
using Tourism.Kernel;
using Tourism.Points.Members;
using Tourism.Points.Programmes;

namespace Tourism.Points.Tests.Support;

/// <summary>A city's data files in a folder of their own.</summary>
public sealed class CityFolder : IDisposable
{
    /// <summary>Points until the end of the next fiscal year.</summary>
    public const string Long = "long";

    /// <summary>Points until the end of this fiscal year.</summary>
    public const string Short = "short";

    public string Path { get; } = Directory.CreateTempSubdirectory("points-city-").FullName;

    public static CityFolder WithBudget(long appropriation, params int[] years)
    {
        var city = new CityFolder();
        city.Write(Programme(Long, ExpiryRule.NextFiscalYearEnd, appropriation, years), Programme(Short, ExpiryRule.FiscalYearEnd, appropriation, years));
        return city;
    }

    internal static ProgrammeData Programme(string code, ExpiryRule expiry, long appropriation, params int[] years) => new(
        code, 1, new LocalText("試験 " + code, "Test " + code), "試験市", IsPaid: false, expiry, "試験要綱 第1条",
        [.. years.Select(year => new BudgetData(year, new PointAmount(appropriation)))]);

    internal void Write(params ProgrammeData[] programmes) => Write(SeedProgrammes.FileName, new ProgrammesFile(true, "test", programmes));

    internal void Write(params DemoMemberData[] members) => Write(SeedDemoMembers.FileName, new DemoMembersFile(true, "test", members));

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Write<T>(string name, T file) => File.WriteAllText(System.IO.Path.Combine(Path, name), JsonSerializer.Serialize(file, Json.Options));
}
