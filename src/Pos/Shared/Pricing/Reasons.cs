using Tourism.Kernel;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>Why a line costs what it costs, in the words of the receipt.</summary>
internal static class Reasons
{
    private static readonly LocalText Free = new("免除", "free", "면제", "免費", "免费");
    private static readonly LocalText Half = new("半額", "half price", "반값", "半價", "半价");

    public static LocalText SchoolTrip { get; } = new("修学旅行の団体料金", "school trip, group price", "수학여행 단체 요금", "校外教學團體票價", "修学旅行团体票价");

    public static LocalText EatIn { get; } = new("店内飲食", "eaten here", "매장 식사", "內用", "堂食");

    public static LocalText Reduced(int percent) => percent switch
    {
        Reductions.Free => Free,
        50 => Half,
        _ => new($"{percent}%引き", $"{percent}% off", $"{percent}% 할인", $"減{percent}%", $"减{percent}%"),
    };
}
