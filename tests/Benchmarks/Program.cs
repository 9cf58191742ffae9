using System.Globalization;
using Tourism.Benchmarks;
using Tourism.Pos.Shared.Wire;

// Usage: Tourism.Benchmarks sales|gate|payments|sandbox|webhooks URL SECONDS CLIENTS…; one line "per_s p50_ms p99_ms" for each number of clients.
// The provider's key, or the secret of its webhooks, is read from TOURISM_BENCH_SECRET.
if (args is not [var what and ("sales" or "gate" or "payments" or "sandbox" or "webhooks"), var url, var seconds, .. var clients])
{
    await Console.Error.WriteLineAsync("Usage: Tourism.Benchmarks sales|gate|payments|sandbox|webhooks URL SECONDS CLIENTS…");
    return 1;
}

var (host, secret) = (new Uri(url), Environment.GetEnvironmentVariable("TOURISM_BENCH_SECRET") ?? "");
(Func<Connection> open, Func<Connection, Task> act) = what switch
{
    "gate" => await GateAsync(),
    "sandbox" => (() => new Connection(host, $"Authorization: Bearer {secret}"), new Provider().SellAsync),
    "webhooks" => (() => new Connection(host, "Accept: */*"), new Webhooks(secret).TellAsync),
    _ => await TillAsync(),
};
foreach (var count in clients.Select(count => int.Parse(count, CultureInfo.InvariantCulture)))
    Console.WriteLine(await Load.RunAsync(open, act, count, TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture))));
return 0;

async Task<(Func<Connection>, Func<Connection, Task>)> TillAsync()
{
    var staff = await Staff.SignInAsync(host, "hanako");
    var till = await Till.OpenAsync(staff, new LineRequest("adult", 2), new LineRequest("elementary", 1));
    return (staff.Open, what == "sales" ? line => line.ExpectAsync(till.NextCall(), 201) : new Payments(till).PayAsync);
}

async Task<(Func<Connection>, Func<Connection, Task>)> GateAsync()
{
    var gate = await Gate.OpenAsync(await Staff.SignInAsync(host, "hanako"));
    return ((await Staff.SignInAsync(host, "ken")).Open, line => line.ExpectAsync(gate.NextCall(), 201));
}
