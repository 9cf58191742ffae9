using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Tourism.Kernel.Server.Persistence;

/// <summary>How new rows of one table are written, with columns and conversions as the model says.</summary>
internal sealed class NewRows
{
    private static readonly ConcurrentDictionary<IEntityType, NewRows> Known = new();

    private NewRows(IEntityType type)
    {
        var store = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        Name = store.Name;
        Parts = [.. type.GetNavigations().Where(part => part.IsCollection)];
        var key = type.FindPrimaryKey()!.Properties[0];
        Key = Parts.Count > 0 ? key.GetColumnName(store) : null;
        Columns = [.. type.GetFlattenedProperties().Where(property => property != key || Key is not null || key.ValueGenerated == ValueGenerated.Never).Select(property => new Column(property))];
        Depth = Owners(type).Select(owner => Of(owner).Depth + 1).DefaultIfEmpty().Max();
        Into = $"INSERT INTO \"{Name}\" ({string.Join(", ", Columns.Select(column => $"\"{column.Property.GetColumnName(store)}\""))})";
    }

    public string Name { get; }

    /// <summary><c>INSERT INTO "table" ("column", …)</c>.</summary>
    public string Into { get; }

    /// <summary>In the order of <see cref="Into"/>.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Column of the generated key, when parts refer to it: then it is given out beforehand.</summary>
    public string? Key { get; }

    /// <summary>Rows of other tables that are written along.</summary>
    public IReadOnlyList<INavigation> Parts { get; }

    /// <summary>What others refer to comes first.</summary>
    public int Depth { get; }

    public static NewRows Of(IEntityType type) => Known.GetOrAdd(type, one => new NewRows(one));

    private static IEnumerable<IEntityType> Owners(IEntityType type) =>
        type.GetForeignKeys().Select(reference => reference.PrincipalEntityType).Where(owner => owner != type);

    /// <summary>A column and how its values reach the database.</summary>
    internal sealed class Column(IProperty property)
    {
        private readonly ValueConverter? _converter = property.GetTypeMapping().Converter;

        /// <summary>The complex value it belongs to: of one that is missing EF would still give the zeros.</summary>
        private readonly IComplexProperty? _part = (property.DeclaringType as IComplexType)?.ComplexProperty;
        private readonly bool _isKey = property.IsPrimaryKey() && property.ValueGenerated != ValueGenerated.Never;
        private readonly bool _isOwner = property.IsShadowProperty() && property.IsForeignKey();

        public IProperty Property => property;

        /// <summary>As the driver gets it.</summary>
        public Type Type { get; } = property.GetTypeMapping().Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

        /// <summary>What the database gets for one row; never <c>DBNull</c>.</summary>
        public object? Of(NewRow row)
        {
            if (_isKey || _isOwner)
                return _isKey ? row.Key : row.Owner!.Key;
            if (_part is not null && _part.GetGetter().GetClrValueUsingContainingEntity(row.Entity) is null)
                return null;
            var value = property.GetGetter().GetClrValueUsingContainingEntity(row.Entity);
            return _converter is null || value is null ? value : _converter.ConvertToProvider(value);
        }
    }
}
