namespace Tourism.Pos.Shared.Wire;

/// <summary>
/// How far a ticket is used at one site: the same sums on the server and at a gate that is alone. Nobody knows who of a party goes in or out, only
/// how many: whoever went out the same day comes in again before anybody enters for the first time.
/// </summary>
/// <param name="Admitted">People who have entered, on any day; who comes in again is counted once.</param>
/// <param name="Day">Business date that the other two are for: the last one with a use.</param>
/// <param name="Inside">People inside, of those who entered on that day.</param>
/// <param name="Out">People who went out on that day and may come in again on it.</param>
public sealed record SiteUseView(int Admitted, DateOnly Day, int Inside, int Out)
{
    /// <summary>Of a ticket that nobody has used.</summary>
    public static SiteUseView None { get; } = new(0, DateOnly.MinValue, 0, 0);

    /// <summary>The same as seen on <paramref name="day"/>: what was inside or out on another day is neither.</summary>
    public SiteUseView On(DateOnly day) => Day == day ? this : new SiteUseView(Admitted, day, 0, 0);

    /// <summary>People go in or out on <paramref name="day"/>.</summary>
    /// <param name="people">How many.</param>
    /// <param name="direction">In or out.</param>
    /// <param name="day">Business date; when the ticket was used on a later one, only the sum of those who entered changes.</param>
    /// <returns>The new sums, and of these people how many come in again, or may do so from now on.</returns>
    public (SiteUseView After, int Again) Move(int people, ScanDirection direction, DateOnly day)
    {
        var (now, over) = (On(day), Day > day);
        if (direction == ScanDirection.Out)
        {
            var left = over ? 0 : Math.Min(people, now.Inside);
            return over ? (this, 0) : (now with { Inside = now.Inside - left, Out = now.Out + left }, left);
        }

        var back = Math.Min(people, now.Out);
        return over
            ? (this with { Admitted = checked(Admitted + people) }, 0)
            : (now with { Admitted = checked(Admitted + people - back), Inside = now.Inside + people, Out = now.Out - back }, back);
    }

    /// <summary>A move of <paramref name="day"/> never was; <c>null</c> when its people have gone on meanwhile.</summary>
    /// <param name="people">How many moved.</param>
    /// <param name="again">What <see cref="Move"/> said of them.</param>
    /// <param name="direction">In or out.</param>
    /// <param name="day">Business date of the move.</param>
    public SiteUseView? Without(int people, int again, ScanDirection direction, DateOnly day)
    {
        var today = Day == day;
        if (direction == ScanDirection.Out)
            return !today ? this : Out < again ? null : this with { Inside = Inside + again, Out = Out - again };
        if (today && Out > 0 && Inside < people)
            return null;
        var rest = this with { Admitted = Admitted - people + again };
        return today ? rest with { Inside = Math.Max(0, Inside - people), Out = Out + again } : rest;
    }

    /// <summary>As far as <paramref name="people"/> can hold: a smaller party's ticket takes the place of this one.</summary>
    public SiteUseView AtMost(int people)
    {
        var (admitted, inside) = (Math.Min(Admitted, people), Math.Min(Inside, people));
        return new SiteUseView(admitted, Day, inside, Math.Min(Out, admitted - inside));
    }
}

/// <summary>Which way people go.</summary>
public enum ScanDirection
{
    /// <summary>They come in.</summary>
    In,

    /// <summary>They go out, and may come in again on the same business date where their ticket allows it.</summary>
    Out,
}
