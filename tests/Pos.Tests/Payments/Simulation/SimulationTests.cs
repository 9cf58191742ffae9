using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Pos.Persistence;
using Tourism.Pos.Tests.Payments.Failures;
using Tourism.Pos.Tests.Refunds;

namespace Tourism.Pos.Tests.Payments.Simulation;

/// <summary><c>scripts/bench soak-payments</c> lives through many more by <c>TOURISM_SOAK_PAYMENTS</c>, from another <c>TOURISM_SOAK_SEED</c>.</summary>
public sealed class SimulationTests
{
    private const int PerHost = 1_000;

    [Fact]
    public async Task Payments_OnABadDay_AgreeWithWhatReallyHappened()
    {
        var (payments, seed, began) = (Setting("TOURISM_SOAK_PAYMENTS", PerHost), Setting("TOURISM_SOAK_SEED", 5), Stopwatch.StartNew());
        var (differences, deaths) = (new List<string>(), 0);
        for (var (done, round) = (0, 0); done < payments; round++)
        {
            // A new database now and then: neither memory nor time per payment grows.
            await using var counter = await CounterHost.StartAsync(Simulated);
            await FailureFixture.PlaceReadersAsync(counter);
            var simulation = new Simulation(counter, seed + round);
            differences.AddRange((await simulation.RunAsync(Math.Min(PerHost, payments - done))).Select(difference => $"seed {seed + round}: {difference}"));
            (done, deaths) = (done + PerHost, deaths + simulation.Deaths);
            await NoteAsync(string.Create(CultureInfo.InvariantCulture,
                $"payments={Math.Min(done, payments)} differences={differences.Count} deaths={deaths} per_s={Math.Min(done, payments) / began.Elapsed.TotalSeconds:0.0}"));
        }

        if (differences.Count > 0)
            Assert.Fail(string.Join('\n', differences.Take(20)));
        Assert.NotEqual(0, deaths);
    }

    /// <summary>Every restart has its own instances of all that takes money; only the provider, being another house, stays.</summary>
    private static void Simulated(IServiceCollection services)
    {
        InProcessServer.Use(services);
        Life.Watch(services);
        services.ConfigureDbContext<SqlitePosDbContext>(options => options.AddInterceptors(new Hasty()));
        foreach (var service in services.Where(IsOfAHost).ToList())
        {
            services.Remove(service);
            services.Add(new ServiceDescriptor(service.ServiceType, service.ImplementationType!, ServiceLifetime.Scoped));
        }
    }

    private static bool IsOfAHost(ServiceDescriptor service) => service is { IsKeyedService: false, Lifetime: ServiceLifetime.Singleton, ImplementationType: { IsGenericType: false, Namespace: { } space } }
        && (space.StartsWith("Tourism.Pos.Payments", StringComparison.Ordinal) || space.StartsWith("Tourism.Pos.Refunds", StringComparison.Ordinal))
        && service.ServiceType.Namespace?.StartsWith("Tourism.Pos", StringComparison.Ordinal) == true;

    private static async Task NoteAsync(string figures)
    {
        if (Environment.GetEnvironmentVariable("TOURISM_FIGURES") is { } file)
            await File.WriteAllTextAsync(file, figures);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    /// <summary>Deaths here are thrown: nothing needs to reach the disk.</summary>
    private sealed class Hasty : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=OFF";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
