using System.Reflection;
using Microsoft.AspNetCore.Components;
using Tourism.Kernel;
using Tourism.Pos.Till;
using Tourism.Pos.Till.Home;
using Tourism.Pos.Ui.Layout;

namespace Tourism.Ui.Tests;

/// <summary>The list of screens against the screens there are.</summary>
public sealed class DoorTests
{
    private static readonly Assembly[] Offices =
        [typeof(Pos.Office.Stock.StockPage).Assembly, typeof(Points.Office.PointsPage).Assembly, typeof(Analytics.Office.SalesPage).Assembly];

    [Fact]
    public void Parts_OfEveryOfficeScreen_HoldThatScreen()
    {
        foreach (var office in Offices)
        {
            var screens = ScreensOf(office);
            Assert.NotEmpty(screens);
            Assert.All(screens, screen => Assert.Contains(office.GetName().Name + ".wasm", Door.PartsOf(screen)));
        }
    }

    [Fact]
    public void Parts_OfWhatTheAppHas_AreNone()
    {
        Assert.Empty(Door.PartsOf("till"));
        Assert.Empty(Door.PartsOf("nowhere"));
        Assert.Empty(Door.PartsOf(""));
    }

    [Fact]
    public void Title_OfEveryScreen_IsThere()
    {
        var titles = Texts.Load(typeof(Shell).Assembly, "shell").KeysIn(Language.Ja);
        var screens = Offices.Append(typeof(App).Assembly).SelectMany(ScreensOf).Where(screen => screen is not ("" or "not-found")).ToList();

        Assert.Contains("till", screens);
        Assert.All(screens, screen => Assert.Contains($"title-{screen}", titles));
    }

    private static List<string> ScreensOf(Assembly part) =>
        [.. part.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template.Split('/')[1])];
}
