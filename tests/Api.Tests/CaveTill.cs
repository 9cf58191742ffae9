using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Api.Tests;

/// <summary>A host with Hanako signed in and her till's series open, shared by the tests of a class.</summary>
public sealed class CaveTill : IAsyncLifetime
{
    private readonly SqliteFixture _database = new();
    private RunningHost? _host;

    internal Uri Url => _host!.Url;

    internal Staff Hanako { get; private set; } = null!;

    internal int Series { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _host = await RunningHost.StartAsync(_database);
        Hanako = await Staff.SignInAsync(Url, "hanako");
        Series = (await Hanako.PutAsync<EpochView>($"/api/v1/tills/akiyoshido-1/epochs/{Guid.CreateVersion7()}", new { })).Epoch;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        await _database.DisposeAsync();
    }
}
