using Tourism.Kernel;
using Xunit;

namespace Tourism.Points.Tests.Support;

/// <summary>A test with the module on an empty database: 3,000 points a year and programme in 2026 and 2027, none in 2028.</summary>
public abstract class PointsTest(Store store) : IAsyncLifetime
{
    protected const long Budget = 3_000;
    private CityFolder? _city;
    private PointsApp? _app;

    protected PointsApp App => _app ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        await store.CreateAsync();
        _city = CityFolder.WithBudget(Budget, 2026, 2027);
        _app = await PointsApp.OpenAsync(store, _city);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        await store.DisposeAsync();
        _city?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static PointAmount Points(long amount) => new(amount);
}
