using System.Reflection;
using Mono.Cecil;
using Tourism.Testing;

namespace Tourism.Architecture.Tests;

/// <summary>The assemblies of the product, found by the projects in <c>src</c>, so that a new one cannot be forgotten.</summary>
internal static class Product
{
    /// <summary>Modules that run on the server, each with its one public entry.</summary>
    public static IReadOnlyList<string> Modules { get; } = ["Tourism.Pos", "Tourism.Points", "Tourism.Analytics"];

    /// <summary>Project files of <c>src</c> by assembly name.</summary>
    public static IReadOnlyDictionary<string, string> Projects { get; } = Directory
        .EnumerateFiles(Repository.Path("src"), "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file));

    public static TheoryData<string> ModuleNames { get; } = new(Modules);

    public static TheoryData<string> ProjectNames { get; } = new(Projects.Keys.Order());

    public static Assembly Load(string name) => Assembly.Load(new AssemblyName(name));

    /// <summary>The assembly as it stands in its file, with the bodies of its methods.</summary>
    public static ModuleDefinition Read(string name) => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
}
