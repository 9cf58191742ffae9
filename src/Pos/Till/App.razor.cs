using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.WebAssembly.Services;
using Microsoft.JSInterop;

namespace Tourism.Pos.Till;

/// <summary>The staff app. The office screens of the other modules come over the line when they are first opened.</summary>
public sealed partial class App
{
    private static readonly Dictionary<string, string[]> Parts = new()
    {
        ["points"] = ["Tourism.Points.Office.wasm"],
        ["audit"] = ["Tourism.Pos.Office.wasm"],
        ["clients"] = ["Tourism.Pos.Office.wasm"],
        ["closing"] = ["Tourism.Pos.Office.wasm"],
        ["changes"] = ["Tourism.Pos.Office.wasm"],
        ["imports"] = ["Tourism.Pos.Office.wasm"],
        ["merchants"] = ["Tourism.Pos.Office.wasm"],
        ["devices"] = ["Tourism.Pos.Office.wasm"],
        ["letters"] = ["Tourism.Pos.Office.wasm"],
        ["people"] = ["Tourism.Pos.Office.wasm"],
        ["products"] = ["Tourism.Pos.Office.wasm"],
        ["reviews"] = ["Tourism.Pos.Office.wasm"],
        ["shops"] = ["Tourism.Pos.Office.wasm"],
        ["stock"] = ["Tourism.Pos.Office.wasm"],
        ["sales"] = ["Tourism.Analytics.Contracts.wasm", "Tourism.Analytics.Office.wasm"],
    };

    private readonly List<Assembly> _loaded = [];
    private readonly HashSet<string> _opened = [];
    private bool _missing;

    [Inject]
    public LazyAssemblyLoader Loader { get; set; } = default!;

    private async Task LoadAsync(NavigationContext to)
    {
        _missing = false;
        var screen = to.Path.Trim('/').Split('/')[0];
        if (_opened.Contains(screen) || !Parts.TryGetValue(screen, out var files))
            return;
        try
        {
            _loaded.AddRange((await Loader.LoadAssembliesAsync(files)).Except(_loaded));
            _opened.Add(screen);
        }
        catch (Exception problem) when (problem is HttpRequestException or JSException)
        {
            _missing = true;
        }
    }
}
