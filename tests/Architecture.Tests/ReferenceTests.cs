using System.Xml.Linq;

namespace Tourism.Architecture.Tests;

/// <summary>Who may know whom (ADR 0001). An arrow that is not here does not exist.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Tourism.Kernel"] = [],
        ["Tourism.Kernel.Server"] = ["Tourism.Kernel"],
        ["Tourism.Points.Contracts"] = ["Tourism.Kernel"],
        ["Tourism.Analytics.Contracts"] = ["Tourism.Kernel"],
        ["Tourism.Points"] = ["Tourism.Kernel", "Tourism.Kernel.Server", "Tourism.Points.Contracts"],
        ["Tourism.Analytics"] = ["Tourism.Kernel", "Tourism.Kernel.Server", "Tourism.Analytics.Contracts"],
        ["Tourism.Pos.Shared"] = ["Tourism.Kernel"],
        ["Tourism.Pos.Ui"] = ["Tourism.Kernel", "Tourism.Pos.Shared"],
        ["Tourism.Pos.Office"] = ["Tourism.Kernel", "Tourism.Pos.Shared", "Tourism.Pos.Ui"],
        ["Tourism.Points.Office"] = ["Tourism.Kernel", "Tourism.Points.Contracts", "Tourism.Pos.Ui", "Tourism.Pos.Shared"],
        ["Tourism.Analytics.Office"] = ["Tourism.Kernel", "Tourism.Analytics.Contracts", "Tourism.Pos.Ui", "Tourism.Pos.Shared"],
        ["Tourism.Pos.Till"] =
        [
            "Tourism.Kernel", "Tourism.Pos.Shared", "Tourism.Pos.Ui", "Tourism.Pos.Office",
            "Tourism.Points.Contracts", "Tourism.Points.Office", "Tourism.Analytics.Contracts", "Tourism.Analytics.Office",
        ],
        ["Tourism.Pos"] =
        [
            "Tourism.Kernel", "Tourism.Kernel.Server", "Tourism.Pos.Shared", "Tourism.Pos.Till",
            "Tourism.Points.Contracts", "Tourism.Analytics.Contracts", "Tourism.Points", "Tourism.Analytics",
        ],
    };

    public static TheoryData<string> ProjectNames => Product.ProjectNames;

    public static TheoryData<string> ModuleNames => Product.ModuleNames;

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void Project_References_OnlyWhatTheDecisionAllows(string name) => Assert.All(References(name), reference => Assert.Contains(reference, Allowed[name]));

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void Assembly_Uses_OnlyWhatTheDecisionAllows(string name)
    {
        using var module = Product.Read(name);
        var used = module.AssemblyReferences.Select(reference => reference.Name).Where(one => one.StartsWith("Tourism.", StringComparison.Ordinal));
        Assert.All(used, reference => Assert.Contains(reference, Allowed[name]));
    }

    /// <summary>Of another module, the host knows how to add it, and only Program says so.</summary>
    [Fact]
    public void Host_OtherModules_AreNamedByProgramAlone()
    {
        using var host = Product.Read("Tourism.Pos");
        var users = host.GetTypes().Where(type => type.Methods.Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions).Any(instruction => instruction.Operand is Mono.Cecil.MemberReference member && IsOtherModule(member)));
        Assert.Equal(["Program"], users.Select(type => (type.DeclaringType ?? type).FullName).Distinct());
        Assert.All(host.GetTypeReferences().Where(IsOtherModule), type => Assert.EndsWith("Module", type.Name, StringComparison.Ordinal));
    }

    /// <summary>What one module opens to another would soon be used.</summary>
    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void Internals_OfAnyAssembly_AreOpenToTestsOnly(string name)
    {
        using var module = Product.Read(name);
        var friends = module.Assembly.CustomAttributes.Where(attribute => attribute.AttributeType.Name == "InternalsVisibleToAttribute")
            .Select(attribute => (string)attribute.ConstructorArguments[0].Value);
        Assert.All(friends, friend => Assert.EndsWith(".Tests", friend, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ModuleNames))]
    public void Decision_OfAModule_NamesNoOtherModule(string name) =>
        Assert.Empty(name == "Tourism.Pos" ? [] : Allowed[name].Where(one => Product.Modules.Contains(one)));

    private static IEnumerable<string> References(string name) => XDocument.Load(Product.Projects[name]).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static bool IsOtherModule(Mono.Cecil.MemberReference member) =>
        (member as Mono.Cecil.TypeReference ?? member.DeclaringType)?.Scope?.Name is "Tourism.Points" or "Tourism.Analytics";
}
