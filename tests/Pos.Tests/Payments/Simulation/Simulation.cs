using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Payments;
using Tourism.Pos.Payments.Cases;
using Tourism.Pos.Payments.Webhooks;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Payments.Failures;
using Tourism.Pos.Tests.Refunds;

namespace Tourism.Pos.Tests.Payments.Simulation;

/// <summary>
/// Parties come, pay, change their minds and want money back, while lines break, hosts die, news gets lost and clocks jump: all by one seed, one thing
/// after the other, so that a bad day can be lived again.
/// </summary>
internal sealed class Simulation
{
    private const int AtOnce = 6;
    private readonly CounterHost _counter;
    private readonly Random _random;
    private readonly Weather _weather;
    private readonly Visitors _visitors;
    private readonly Post _post;
    private readonly Dictionary<Guid, Party> _all = [];
    private readonly List<Party> _present = [];
    private bool _within;

    public Simulation(CounterHost counter, int seed)
    {
        (_counter, _random) = (counter, new Random(seed));
        _weather = new Weather(_random, MeanwhileAsync);
        _visitors = new Visitors(counter.Host, _random, _all);
        _post = new Post(counter.Host, _random);
        counter.Host.Network.Fault = _weather.PassAsync;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Hosts that died.</summary>
    public int Deaths { get; private set; }

    /// <summary>What differs in the end between provider, books and what really happened, one line each.</summary>
    public async Task<List<string>> RunAsync(int payments)
    {
        while (_all.Count < payments || _present.Count > 0)
        {
            if (_all.Count < payments && _present.Count < AtOnce)
                await ComeAsync();
            var party = _present[_random.Next(_present.Count)];
            await ActAsync(party);
            if (--party.StepsLeft <= 0)
                _present.Remove(party);
        }

        _weather.IsCalm = true;
        await _visitors.EndAsync();
        await _counter.LetTimePassAsync();
        await LookAgainAsync();
        return await Truth.CompareAsync(_counter, _all.Values);
    }

    /// <summary>A wallet that took more than a week made it a person's case, who has it judged once more.</summary>
    private async Task LookAgainAsync()
    {
        foreach (var doubtful in await _counter.ReadAsync(db => db.Set<Payment>().Where(row => row.Review == PaymentDoubt.NeverDecided).Select(row => row.Id).ToListAsync(Ct)))
            await _counter.Host.Get<LookAgain>().HandleAsync(doubtful, Ct);
    }

    private async Task ComeAsync()
    {
        var scene = await Scene.SetAsync(_counter, _random.Next(2) == 0 ? PaymentMethod.Page : PaymentMethod.Reader);
        var party = new Party(scene, _random.Next(2) == 0 ? Scene.Reader : Scene.OtherReader) { StepsLeft = _random.Next(2, 17) };
        _all.Add(scene.Payment, party);
        _present.Add(party);
        await LiveAsync(party.StartAsync);
    }

    private Task ActAsync(Party party) => _random.Next(100) switch
    {
        < 8 => LiveAsync(party.StartAsync),
        < 34 => _visitors.ActAsync(party),
        < 38 => LiveAsync(party.Scene.CancelAsync),
        < 46 when !party.Scene.IsPage => LiveAsync(() => party.Scene.PresentAsync(_random.Next(3) == 0 ? Scene.OtherReader : party.Reader)),
        < 58 => SweepAsync(),
        < 66 => LiveAsync(ProcessAsync),
        < 74 => _post.BringAsync(),
        < 80 => LiveAsync(() => _counter.SubmitAsync()),
        < 86 => GiveBackAsync(party),
        _ => PassTimeAsync(),
    };

    /// <summary>While a call is under way somebody else does something; while that is under way nobody does.</summary>
    private async Task MeanwhileAsync()
    {
        if (_within || _present.Count == 0)
            return;
        _within = true;
        try
        {
            await Life.ApartAsync(() => ActAsync(_present[_random.Next(_present.Count)]));
        }
        finally
        {
            _within = false;
        }
    }

    /// <summary>A host does something; now and then it dies over it, and a new one starts on the same database.</summary>
    private async Task<bool> LiveAsync(Func<Task> work)
    {
        if (!(await Life.RunAsync(() => _random.Next(250) == 0, work)).IsOver)
            return true;
        Deaths++;
        _counter.Host.Restart();
        return false;
    }

    /// <summary>As the sweep does, but one after the other, so that chance has an order.</summary>
    private async Task SweepAsync()
    {
        var now = _counter.Host.Clock.UtcMicros();
        var due = await _counter.ReadAsync(db => db.Set<Payment>().Where(row => row.NextTryAt <= now && row.LeasedUntil <= now).OrderBy(row => row.NextTryAt).Select(row => row.Id).Take(4).ToListAsync(Ct));
        foreach (var payment in due)
            await LiveAsync(() => _counter.Host.Get<AdvancePayment>().RunAsync(payment, hint: null, Ct));
    }

    private async Task ProcessAsync()
    {
        var process = _counter.Host.Get<ProcessStripeEvents>();
        foreach (var due in await process.DueAsync(Ct))
            await process.TakeAsync(due, Ct);
    }

    /// <summary>The till repeats the very same request until it is answered.</summary>
    private async Task GiveBackAsync(Party party)
    {
        var (id, request, answer) = (Guid.CreateVersion7(), _counter.Back(_random.Next(1, 3)), (Result<Written<RefundView>>?)null);
        while (!await LiveAsync(async () => answer = await _counter.SendAsync(party.Scene.Order.Sale, id, request)))
            answer = null;
        if (answer!.Value.Ok)
            party.Promised += request.Total.Amount;
    }

    private Task PassTimeAsync()
    {
        var clock = _counter.Host.Clock;
        clock.AdjustTime(clock.GetUtcNow() + _random.Next(100) switch
        {
            < 60 => TimeSpan.FromSeconds(_random.Next(1, 30)),
            < 84 => TimeSpan.FromSeconds(_random.Next(30, 200)),
            < 92 => -TimeSpan.FromSeconds(_random.Next(1, 300)),
            < 99 => TimeSpan.FromMinutes(_random.Next(4, 40)),
            _ => TimeSpan.FromHours(25),
        });
        return Task.CompletedTask;
    }
}
