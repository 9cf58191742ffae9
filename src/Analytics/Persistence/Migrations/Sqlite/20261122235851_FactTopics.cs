using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Analytics.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FactTopics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Topic",
                table: "analytics_sale_fact",
                type: "TEXT",
                maxLength: 60,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Topic",
                table: "analytics_sale_fact");
        }
    }
}
