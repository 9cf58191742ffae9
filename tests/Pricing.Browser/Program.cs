using Tourism.Pos.Tests.Pricing;

// The page that runs this reads the line.
Console.WriteLine(FixedBaskets.Hash());
