using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class SandboxMoney : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Group",
                table: "pos_sandbox_object",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Net",
                table: "pos_sandbox_object",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sort",
                table: "pos_sandbox_object",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_sandbox_object_Kind_ExpiresAt",
                table: "pos_sandbox_object",
                columns: new[] { "Kind", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_sandbox_object_Kind_Group",
                table: "pos_sandbox_object",
                columns: new[] { "Kind", "Group" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_pos_sandbox_object_Kind_ExpiresAt",
                table: "pos_sandbox_object");

            migrationBuilder.DropIndex(
                name: "IX_pos_sandbox_object_Kind_Group",
                table: "pos_sandbox_object");

            migrationBuilder.DropColumn(
                name: "Group",
                table: "pos_sandbox_object");

            migrationBuilder.DropColumn(
                name: "Net",
                table: "pos_sandbox_object");

            migrationBuilder.DropColumn(
                name: "Sort",
                table: "pos_sandbox_object");
        }
    }
}
