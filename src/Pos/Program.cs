using Tourism.Analytics;
using Tourism.Points;
using Tourism.Pos;
using Tourism.Pos.Http;

var builder = HostSetup.CreateBuilder(args);
builder.AddHost();
builder.Services.AddPos().AddPoints().AddAnalytics();

var app = builder.Build();
return await app.StartUpAsync(args, () =>
{
    app.UseHost();
    app.MapPos();
});
