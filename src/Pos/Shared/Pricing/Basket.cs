using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shared.Pricing;

/// <summary>Checks the lines of a basket against the price list; fails with the first line that is wrong.</summary>
internal static class Basket
{
    public static Result<List<Item>> Read(PriceBook book, IReadOnlyList<LineRequest> lines)
    {
        if (lines.Count is 0 or > Calculator.MaxLines)
            return new WrongLineCount(lines.Count);
        var items = new List<Item>(lines.Count);
        var people = 0;
        for (var index = 0; index < lines.Count; index++)
        {
            var item = Read(book, lines[index], $"lines[{index}]");
            if (!item.Ok)
                return item.Failure;
            items.Add(item.Value);
            people += item.Value.IsAdmission ? item.Value.Line.Quantity : 0;
        }

        return people > Calculator.MaxQuantity ? new TooManyPeople(people) : items;
    }

    private static Result<Item> Read(PriceBook book, LineRequest? line, string at)
    {
        if (line?.Product is null || book.Offer(line.Product) is not { } offer)
            return new UnknownProduct(line?.Product, book.Site.Code, at + ".product");
        if (line.Quantity is < 1 or > Calculator.MaxQuantity)
            return new WrongQuantity(line.Quantity, at + ".quantity");
        if (WrongFor(offer.Product, line, at) is { } wrong)
            return wrong;
        if (line.Reduction is null)
            return new Item(offer, line, null);
        return Reductions.Find(book, offer.Product, line.Reduction, at + ".reduction").Map(reduction => new Item(offer, line, reduction));
    }

    private static Failure? WrongFor(ProductView product, LineRequest line, string at)
    {
        if (Weighed.Wrong(product, line, at) is { } weighing)
            return weighing;
        if (product.Kind == ProductKind.Amount)
            return line.Amount is { Amount: >= 1 and <= Calculator.MaxAmount } ? null : new WrongAmount(at + ".amount");
        if (line.Amount is not null)
            return new AmountNotWanted(product.Code, at + ".amount");
        return product.Price is null ? new NotOnSale(product.Code, at + ".product") : null;
    }
}
