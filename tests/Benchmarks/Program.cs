using System.Globalization;
using Tourism.Benchmarks;
using Tourism.Pos.Shared.Wire;

// Usage: Tourism.Benchmarks sales|gate URL SECONDS CLIENTS…; one line "per_s p50_ms p99_ms" for each number of clients.
if (args is not [var what and ("sales" or "gate"), var url, var seconds, .. var clients])
{
    await Console.Error.WriteLineAsync("Usage: Tourism.Benchmarks sales|gate URL SECONDS CLIENTS…");
    return 1;
}

var staff = await Staff.SignInAsync(new Uri(url), "hanako");
Func<Call> next = what == "sales"
    ? (await Till.OpenAsync(staff, new LineRequest("adult", 2), new LineRequest("elementary", 1))).NextCall
    : (await Gate.OpenAsync(staff)).NextCall;
if (what == "gate")
    staff = await Staff.SignInAsync(new Uri(url), "ken");
foreach (var count in clients.Select(count => int.Parse(count, CultureInfo.InvariantCulture)))
    Console.WriteLine(await Load.RunAsync(staff, next, count, TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture))));
return 0;
