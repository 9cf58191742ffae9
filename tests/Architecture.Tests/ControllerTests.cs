using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Analytics;
using Tourism.Points;
using Tourism.Pos;

namespace Tourism.Architecture.Tests;

/// <summary>A controller that MVC does not find answers with the app's fallback page and 200 (ADR 0004).</summary>
public sealed class ControllerTests
{
    [Fact]
    public void Controllers_OfAllModules_AreFoundByTheHost()
    {
        var services = new ServiceCollection();
        services.AddPos().AddPoints().AddAnalytics();
        var parts = services.Select(service => service.ImplementationInstance).OfType<ApplicationPartManager>().Single();
        var found = new ControllerFeature();
        parts.PopulateFeature(found);
        var written = Product.Modules.SelectMany(name => Product.Load(name).GetTypes()).Where(type => type.IsSubclassOf(typeof(ControllerBase)) && !type.IsAbstract);
        Assert.Equal(written.Select(type => type.FullName).Order(), found.Controllers.Select(type => type.FullName).Order());
    }
}
