using Microsoft.Extensions.Time.Testing;
using Tourism.Pos.Persistence;
using Tourism.Testing;

namespace Tourism.Pos.Tests.Persistence;

/// <summary>What is kept of the database's answers, and for how long.</summary>
public sealed class LatelyReadTests
{
    private readonly FakeTimeProvider _clock = TestClock.Morning();
    private int _reads;

    [Fact]
    public async Task Find_WhatThereIs_IsReadAgainAfterFiveSeconds()
    {
        var lately = new LatelyRead<string, string>(_clock);

        Assert.Equal("1", await lately.FindAsync("a", CountAsync));
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Equal("1", await lately.FindAsync("a", CountAsync));
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal("2", await lately.FindAsync("a", CountAsync));
    }

    [Fact]
    public async Task Find_WithATimeOfItsOwn_KeepsThatLong()
    {
        var lately = new LatelyRead<string, string>(_clock, TimeSpan.FromSeconds(10));
        await lately.FindAsync("a", CountAsync);
        _clock.Advance(TimeSpan.FromSeconds(9));

        Assert.Equal("1", await lately.FindAsync("a", CountAsync));
    }

    [Fact]
    public async Task Find_WhatThereIsNot_IsReadEachTimeAndTakesNoMemory()
    {
        var lately = new LatelyRead<int, string>(_clock);
        for (var stranger = 0; stranger < 100; stranger++)
        {
            Assert.Null(await lately.FindAsync(stranger, NothingAsync));
            Assert.Null(await lately.FindAsync(stranger, NothingAsync));
        }

        Assert.Equal((200, 0), (_reads, lately.Count));
    }

    [Fact]
    public async Task Find_WhatIsGone_IsForgotten()
    {
        var lately = new LatelyRead<string, string>(_clock);
        await lately.FindAsync("a", CountAsync);
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Null(await lately.FindAsync("a", NothingAsync));

        Assert.Equal(0, lately.Count);
    }

    [Fact]
    public async Task Find_MoreThanACityHas_StaysBounded()
    {
        var lately = new LatelyRead<int, string>(_clock);
        for (var key = 0; key < (2 * LatelyRead<int, string>.MostKept) + 5; key++)
            await lately.FindAsync(key, CountAsync);

        Assert.InRange(lately.Count, 1, LatelyRead<int, string>.MostKept);
    }

    [Fact]
    public async Task Forget_OneOfTwo_ReadsThatOneAnew()
    {
        var lately = new LatelyRead<string, string>(_clock);
        await lately.FindAsync("a", CountAsync);
        await lately.FindAsync("b", CountAsync);

        lately.Forget((_, value) => value == "1");

        Assert.Equal(("3", "2"), (await lately.FindAsync("a", CountAsync), await lately.FindAsync("b", CountAsync)));
    }

    [Fact]
    public async Task Forget_WhileItIsRead_KeepsNothingFromBefore()
    {
        var lately = new LatelyRead<string, string>(_clock);
        var database = new TaskCompletionSource<string?>();
        var asked = lately.FindAsync("a", () => database.Task);

        lately.Forget((_, _) => true);
        database.SetResult("before");

        Assert.Equal("before", await asked);
        Assert.Equal("1", await lately.FindAsync("a", CountAsync));
    }

    private Task<string?> CountAsync() => Task.FromResult<string?>($"{++_reads}");

    private Task<string?> NothingAsync()
    {
        _reads++;
        return Task.FromResult<string?>(null);
    }
}
