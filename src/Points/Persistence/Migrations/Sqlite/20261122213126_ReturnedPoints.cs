using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Points.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReturnedPoints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Reverses",
                table: "points_lot_consumptions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Returned",
                table: "points_hold_lots",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddCheckConstraint(
                name: "CK_points_hold_lots_returned",
                table: "points_hold_lots",
                sql: "\"Returned\" >= 0 AND \"Returned\" <= \"Amount\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_points_hold_lots_returned",
                table: "points_hold_lots");

            migrationBuilder.DropColumn(
                name: "Reverses",
                table: "points_lot_consumptions");

            migrationBuilder.DropColumn(
                name: "Returned",
                table: "points_hold_lots");
        }
    }
}
