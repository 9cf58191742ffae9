using Tourism.Pos.Tests.Payments.Failures;

namespace Tourism.Pos.Tests.Payments.Simulation;

/// <summary>What the way to the provider does to each call.</summary>
/// <param name="random">Decides.</param>
/// <param name="meanwhile">Something else that happens while a call is under way.</param>
internal sealed class Weather(Random random, Func<Task> meanwhile)
{
    private static readonly (int, string, string)[] Words = [.. Faults.Answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer => answer.Value)];

    public bool IsCalm { get; set; }

    public async Task<HttpResponseMessage> PassAsync(HttpRequestMessage request, Func<Task<HttpResponseMessage>> pass)
    {
        var luck = IsCalm ? 50 : random.Next(100);
        if (luck < 4)
            await meanwhile();
        if (luck is >= 4 and < 7)
            throw new IOException("The request is lost.");
        if (luck is >= 7 and < 9 && random.Next(2) == 0)
            return Faults.Answer(Words[random.Next(Words.Length)]);
        var answer = await pass();
        if (luck >= 96)
            await meanwhile();
        return luck switch
        {
            >= 9 and < 12 => throw new IOException("The answer is lost."),
            >= 7 and < 9 => Faults.Answer(Words[random.Next(Words.Length)]),
            >= 12 and < 14 => await CutAsync(answer),
            _ => answer,
        };
    }

    private async Task<HttpResponseMessage> CutAsync(HttpResponseMessage answer)
    {
        var whole = await answer.Content.ReadAsByteArrayAsync();
        answer.Content = new ByteArrayContent(whole, 0, random.Next(whole.Length));
        return answer;
    }
}
