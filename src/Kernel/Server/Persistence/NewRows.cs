using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Tourism.Kernel.Server.Persistence;

/// <summary>New rows of one table, with columns and conversions as the model says.</summary>
/// <param name="Into"><c>INSERT INTO "table" ("column", …)</c>.</param>
/// <param name="Columns">In the order of <paramref name="Into"/>.</param>
/// <param name="Entries">One for each row.</param>
/// <param name="Keys">Keys given out for tables that others refer to.</param>
internal sealed record NewRows(string Into, IReadOnlyList<NewRows.Column> Columns, IReadOnlyList<EntityEntry> Entries, NewKeys Keys)
{
    private static readonly ConcurrentDictionary<(IEntityType Type, bool Keyed), (string Into, IReadOnlyList<Column> Columns)> Known = new();

    public static NewRows Of(IEntityType type, IReadOnlyList<EntityEntry> entries, NewKeys keys)
    {
        var (into, columns) = Known.GetOrAdd((type, keys.Has(type)), Describe);
        return new NewRows(into, columns, entries, keys);
    }

    /// <summary>What the database gets for one column of one row; never <c>DBNull</c>.</summary>
    public object? Value(EntityEntry entry, Column column)
    {
        // Of a complex value that is missing EF would still give the zeros.
        if (column.Part?.GetGetter().GetClrValueUsingContainingEntity(entry.Entity) is null && column.Part is not null)
            return null;
        var value = entry.CurrentValues[column.Property];
        value = column.Principal is { } principal ? Keys.Real(principal, value) : value;
        return column.Converter is null || value is null ? value : column.Converter.ConvertToProvider(value);
    }

    private static (string, IReadOnlyList<Column>) Describe((IEntityType Type, bool Keyed) table)
    {
        var columns = table.Type.GetFlattenedProperties()
            .Where(property => table.Keyed || !property.IsPrimaryKey() || property.ValueGenerated == ValueGenerated.Never)
            .Select(property => new Column(property)).ToList();
        var store = StoreObjectIdentifier.Create(table.Type, StoreObjectType.Table)!.Value;
        return ($"INSERT INTO \"{store.Name}\" ({string.Join(", ", columns.Select(column => $"\"{column.Property.GetColumnName(store)}\""))})", columns);
    }

    /// <summary>A column and how its values reach the database.</summary>
    internal sealed record Column(IProperty Property)
    {
        public ValueConverter? Converter { get; } = Property.GetTypeMapping().Converter;

        /// <summary>The complex value it belongs to.</summary>
        public IComplexProperty? Part { get; } = (Property.DeclaringType as IComplexType)?.ComplexProperty;

        /// <summary>Whose key it holds; its own table's for a key.</summary>
        public IEntityType? Principal { get; } = Property.IsPrimaryKey()
            ? (IEntityType)Property.DeclaringType
            : Property.GetContainingForeignKeys().FirstOrDefault()?.PrincipalEntityType;

        /// <summary>As the driver gets it.</summary>
        public Type Type { get; } = Property.GetTypeMapping().Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(Property.ClrType) ?? Property.ClrType;
    }
}

/// <summary>Keys that the database gave out before the rows are written, for those that EF made up meanwhile.</summary>
internal sealed class NewKeys
{
    private readonly Dictionary<(IEntityType, object), object> _real = [];
    private readonly HashSet<IEntityType> _types = [];

    public bool Has(IEntityType type) => _types.Contains(type);

    public void Give(IEntityType type, IEnumerable<EntityEntry> entries, IEnumerable<long> keys)
    {
        var key = type.FindPrimaryKey()!.Properties[0];
        _types.Add(type);
        foreach (var (entry, real) in entries.Zip(keys))
            _real.Add((type, entry.CurrentValues[key]!), real);
    }

    public object? Real(IEntityType type, object? value) => value is null ? null : _real.GetValueOrDefault((type, value), value);
}
