using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class IndexSalesByEnd : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_pos_sale_Till_EndedAt",
                table: "pos_sale",
                columns: new[] { "Till", "EndedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_pos_sale_Till_EndedAt",
                table: "pos_sale");
        }
    }
}
