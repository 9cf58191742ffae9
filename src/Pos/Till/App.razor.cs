using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.WebAssembly.Services;
using Microsoft.JSInterop;
using Tourism.Pos.Till.Home;

namespace Tourism.Pos.Till;

/// <summary>The staff app. The office screens of the other modules come over the line when they are first opened.</summary>
public sealed partial class App
{
    private readonly List<Assembly> _loaded = [];
    private readonly HashSet<string> _opened = [];
    private bool _missing;

    [Inject]
    public LazyAssemblyLoader Loader { get; set; } = default!;

    private async Task LoadAsync(NavigationContext to)
    {
        _missing = false;
        var screen = to.Path.Trim('/').Split('/')[0];
        if (_opened.Contains(screen) || Door.PartsOf(screen) is not { Count: > 0 } parts)
            return;
        try
        {
            _loaded.AddRange((await Loader.LoadAssembliesAsync(parts)).Except(_loaded));
            _opened.Add(screen);
        }
        catch (Exception problem) when (problem is HttpRequestException or JSException)
        {
            _missing = true;
        }
    }
}
