namespace Tourism.Points.Tests.Support;

/// <summary>One member's points as a child would keep them: every single point is a coin with its last day.</summary>
internal sealed class WalletModel(long budget, int[] years)
{
    private readonly Dictionary<(string, int), long> _left =
        new[] { CityFolder.Long, CityFolder.Short }.SelectMany(code => years.Select(year => (code, year))).ToDictionary(line => line, _ => budget);
    private readonly List<(int Hold, List<DateOnly> Coins, bool? Captured)> _holds = [];
    private readonly List<DateOnly> _coins = [];
    private DateOnly _today = new(2026, 11, 22);

    public long Available => _coins.Count(last => last >= _today);

    public long Held => _holds.Where(hold => hold.Captured is null).Sum(hold => hold.Coins.Count);

    private int Year => _today.Month < 4 ? _today.Year - 1 : _today.Year;

    public void Wait(int days) => _today = _today.AddDays(days);

    public bool Grant(string programme, int amount)
    {
        if (!_left.TryGetValue((programme, Year), out var left) || left < amount)
            return false;
        _left[(programme, Year)] = left - amount;
        var last = new DateOnly(programme == CityFolder.Short ? Year + 1 : Year + 2, 3, 31);
        _coins.AddRange(Enumerable.Repeat(last, amount));
        return true;
    }

    public bool Hold(int number, int amount)
    {
        if (Available < amount)
            return false;
        var taken = _coins.Where(last => last >= _today).Order().Take(amount).ToList();
        taken.ForEach(coin => _coins.Remove(coin));
        _holds.Add((number, taken, null));
        return true;
    }

    /// <summary>True when the hold has now ended this way, now or before.</summary>
    public bool End(int number, bool capture)
    {
        var (_, coins, captured) = _holds[number];
        if (captured is not null)
            return captured == capture;
        if (!capture)
            _coins.AddRange(coins);
        _holds[number] = (number, coins, capture);
        return true;
    }
}
