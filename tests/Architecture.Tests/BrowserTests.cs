using System.Xml.Linq;
using Tourism.Testing;
using Tourism.Testing.Hosts;

namespace Tourism.Architecture.Tests;

/// <summary>Everything the staff app references is downloaded by every till.</summary>
public sealed class BrowserTests
{
    [Fact]
    public void Assemblies_ThatReachTheBrowser_AreApproved()
    {
        var folder = Path.Combine(Path.GetDirectoryName(HostProcess.Dll) ?? "", "wwwroot", "app", "_framework");
        Needs.Demand(Directory.Exists(folder) ? null : "No published host: run scripts/test, which publishes one.");
        var names = Directory.EnumerateFiles(folder, "*.wasm").Select(file => Path.GetFileNameWithoutExtension(file));
        // The parts of .NET itself differ from one SDK to the next.
        Approved.Check("browser-assemblies", string.Join('\n', names.Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Projects_ThatTheStaffAppBuildsOn_ReferenceNoServerPackage()
    {
        foreach (var project in Reachable("Tourism.Pos.Till"))
        {
            var document = XDocument.Load(Product.Projects[project]);
            Assert.DoesNotContain(document.Descendants("FrameworkReference"), _ => true);
            var packages = document.Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value);
            // A till without network draws its own codes.
            Assert.All(packages, package => Assert.True(package.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal) || package == "QRCoder", package));
            Assert.NotEqual("Tourism.Kernel.Server", project);
        }
    }

    private static HashSet<string> Reachable(string project)
    {
        var found = new HashSet<string>();
        var open = new Queue<string>([project]);
        while (open.TryDequeue(out var next))
        {
            if (!found.Add(next))
                continue;
            foreach (var reference in XDocument.Load(Product.Projects[next]).Descendants("ProjectReference"))
                open.Enqueue(Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        }

        return found;
    }
}
