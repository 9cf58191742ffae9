using PublicApiGenerator;

namespace Tourism.Architecture.Tests;

/// <summary>What other assemblies, tills in the field and other programs build on.</summary>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    [Theory]
    [InlineData("Tourism.Kernel")]
    [InlineData("Tourism.Kernel.Server")]
    [InlineData("Tourism.Pos.Shared")]
    [InlineData("Tourism.Points.Contracts")]
    [InlineData("Tourism.Analytics.Contracts")]
    public void PublicApi_OfASharedAssembly_IsApproved(string name) => Approved.Check(name, Product.Load(name).GeneratePublicApi(Options));
}
