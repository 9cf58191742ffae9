using System.Xml.Linq;
using Mono.Cecil;
using Tourism.Testing;

namespace Tourism.Architecture.Tests;

/// <summary>The list of banned members holds, whatever a project or a comment tells the compiler.</summary>
public sealed class BannedTests
{
    private static readonly HashSet<string> Banned =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow", "System.Guid::NewGuid", "System.Threading.Thread::Sleep",
    ];

    public static TheoryData<string> ProjectNames => Product.ProjectNames;

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void Assembly_OfTheProduct_CallsNothingBanned(string name)
    {
        using var module = Product.Read(name);
        var calls = module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions.Select(instruction => (method, called: instruction.Operand as MethodReference)));
        Assert.Empty(calls.Where(call => call.called is not null && Banned.Contains($"{call.called.DeclaringType.FullName}::{call.called.Name}"))
            .Select(call => $"{call.method.FullName} calls {call.called!.FullName}"));
    }

    [Fact]
    public void List_OfBannedSymbols_NamesTheClocksAndIsGivenToEveryProject()
    {
        var list = File.ReadAllText(Repository.Path("BannedSymbols.txt"));
        Assert.All(["P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTimeOffset.UtcNow", "M:System.Guid.NewGuid"],
            symbol => Assert.Contains(symbol, list, StringComparison.Ordinal));
        var props = XDocument.Load(Repository.Path("Directory.Build.props"));
        Assert.Contains(props.Descendants("AdditionalFiles"), file => file.Attribute("Include")!.Value.EndsWith("BannedSymbols.txt", StringComparison.Ordinal));
        Assert.Contains(props.Descendants("PackageReference"), package => package.Attribute("Include")!.Value == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
        Assert.Contains("dotnet_diagnostic.RS0030.severity = error", File.ReadAllText(Repository.Path(".editorconfig")), StringComparison.Ordinal);
    }

    [Fact]
    public void Projects_OfTheProduct_TakeNothingBackOfTheCommonRules() => Assert.All(Product.Projects.Values, file =>
    {
        var names = XDocument.Load(file).Descendants().Select(element => element.Name.LocalName).ToList();
        Assert.DoesNotContain("NoWarn", names);
        Assert.DoesNotContain("TreatWarningsAsErrors", names);
        Assert.DoesNotContain(XDocument.Load(file).Descendants("AdditionalFiles"), element => element.Attribute("Remove") is not null);
    });
}
