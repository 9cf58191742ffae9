using System.Globalization;
using Tourism.Benchmarks;

// Usage: Tourism.Benchmarks sales URL CLIENTS SECONDS
if (args is not ["sales", var url, var clients, var seconds])
{
    await Console.Error.WriteLineAsync("Usage: Tourism.Benchmarks sales URL CLIENTS SECONDS");
    return 1;
}

var load = await SalesLoad.SignInAsync(new Uri(url));
var culture = CultureInfo.InvariantCulture;
await load.RunAsync(int.Parse(clients, culture), TimeSpan.FromSeconds(3));
Console.WriteLine((await load.RunAsync(int.Parse(clients, culture), TimeSpan.FromSeconds(int.Parse(seconds, culture)))).ToString("F1", culture));
return 0;
