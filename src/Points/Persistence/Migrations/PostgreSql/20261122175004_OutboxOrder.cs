using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Points.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class OutboxOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_points_outbox_State_NextTryAt",
                table: "points_outbox",
                columns: new[] { "State", "NextTryAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_points_outbox_State_NextTryAt",
                table: "points_outbox");
        }
    }
}
