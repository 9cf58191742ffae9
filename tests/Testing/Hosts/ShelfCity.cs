using System.Text.Json.Nodes;

namespace Tourism.Testing.Hosts;

/// <summary>Mine City whose souvenir shop is another one than in the demo: other data files, the same code.</summary>
public static class ShelfCity
{
    private const string Goods = """
        [
          { "no": 3, "code": "cup", "kind": "goods", "taxClass": "standard", "name": { "ja": "萩焼の湯呑み", "en": "Hagi tea cup" }, "kana": "はぎやきのゆのみ", "prices": [{ "from": "2019-10-01", "yen": 1200 }] },
          { "no": 4, "code": "towel", "kind": "goods", "taxClass": "standard", "name": { "ja": "手ぬぐい", "en": "Tenugui towel" }, "kana": "てぬぐい", "prices": [{ "from": "2019-10-01", "yen": 800 }] },
          { "no": 5, "code": "magnet", "kind": "goods", "taxClass": "standard", "name": { "ja": "秋芳洞マグネット", "en": "Cave magnet" }, "kana": "あきよしどうまぐねっと", "prices": [{ "from": "2019-10-01", "yen": 500 }] },
          { "no": 6, "code": "tea", "kind": "weighed", "taxClass": "reduced", "name": { "ja": "お茶(量り売り)", "en": "Tea by weight" }, "kana": "おちゃ", "prices": [{ "from": "2019-10-01", "yen": 6000 }] }
        ]
        """;

    /// <summary>Starts with that city.</summary>
    public static HostSettings WithGoodsOnAShelf(this HostSettings settings) => settings.WithCity(city =>
    {
        var products = city["sites"]!.AsArray().Single(site => (string?)site!["code"] == "momiji")!["products"]!.AsArray();
        foreach (var product in JsonNode.Parse(Goods)!.AsArray())
            products.Add(product!.DeepClone());
    });

    /// <summary>Starts with Mine City whose souvenir shop is registered for invoices, so that its receipts say rates and tax.</summary>
    public static HostSettings WithARegisteredShop(this HostSettings settings) =>
        settings.WithCity(city => city["issuers"]!.AsArray().Single(issuer => (string?)issuer!["code"] == "momiji")!["registrationNumber"] = "T2700123456789");

    private static HostSettings WithCity(this HostSettings settings, Action<JsonNode> change)
    {
        var city = Path.Combine(settings.DataDirectory, "city");
        Directory.CreateDirectory(city);
        foreach (var file in Directory.EnumerateFiles(Repository.Path("src", "Pos", "Cities", "mine-city")))
            File.Copy(file, Path.Combine(city, Path.GetFileName(file)), overwrite: true);
        var catalogue = Path.Combine(city, "catalogue.json");
        var json = JsonNode.Parse(File.ReadAllText(catalogue))!;
        change(json);
        File.WriteAllText(catalogue, json.ToJsonString());
        return settings with { Environment = new Dictionary<string, string>(settings.Environment) { ["Tourism__CityDirectory"] = city } };
    }
}
