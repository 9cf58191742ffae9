using System.Globalization;
using System.Text;
using Tourism.Kernel;

namespace Tourism.Pos.Sales.ByPhone.Stickers;

/// <summary>A clock that shows the server's time and runs without script: whoever looks sees that the page is no picture.</summary>
internal static class LiveClock
{
    private const int Minute = 60, Hour = 3_600, HalfDay = 43_200;

    /// <param name="utc">The moment the page is made.</param>
    /// <returns>A drawing (SVG with SMIL animation) as the address of a picture.</returns>
    public static string Picture(DateTime utc) => "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(Svg(BusinessDate.Local(utc).TimeOfDay.TotalSeconds)));

    private static string Svg(double seconds) =>
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><circle cx='50' cy='50' r='47' fill='#fff' stroke='#0b5f6b' stroke-width='5'/>"
        + Hand(seconds, HalfDay, 27, 5, "#1f2a2e") + Hand(seconds, Hour, 14, 4, "#1f2a2e") + Hand(seconds, Minute, 10, 2, "#b3261e")
        + "<circle cx='50' cy='50' r='4' fill='#b3261e'/></svg>";

    /// <summary>A hand that goes round once in <paramref name="round"/> seconds, from where it stands now.</summary>
    private static string Hand(double seconds, int round, int top, int width, string colour)
    {
        var angle = seconds % round / round * 360;
        return string.Create(CultureInfo.InvariantCulture, $"<line x1='50' y1='50' x2='50' y2='{top}' stroke='{colour}' stroke-width='{width}' stroke-linecap='round'>")
            + string.Create(CultureInfo.InvariantCulture, $"<animateTransform attributeName='transform' type='rotate' from='{angle:F2} 50 50' to='{angle + 360:F2} 50 50' dur='{round}s' repeatCount='indefinite'/></line>");
    }
}
