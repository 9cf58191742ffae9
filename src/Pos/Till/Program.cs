using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Tourism.Pos.Till;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
await builder.Build().RunAsync();
