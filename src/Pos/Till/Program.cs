using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Tourism.Pos.Till;
using Tourism.Pos.Ui;
using Tourism.Pos.Ui.Words;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.RootComponents.Add<HeadOutlet>("head::after");
builder.Services.AddStaffUi(new Uri(new Uri(builder.HostEnvironment.BaseAddress), "/")).AddTill();

var app = builder.Build();
await app.Services.GetRequiredService<Wording>().RestoreAsync();
await app.RunAsync();
