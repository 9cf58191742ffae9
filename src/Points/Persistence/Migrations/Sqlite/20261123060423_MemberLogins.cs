using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Points.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MemberLogins : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "points_member_login_events",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    Deed = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_points_member_login_events", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "points_member_logins",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    LinkedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_points_member_logins", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_points_member_logins_points_wallets_Member",
                        column: x => x.Member,
                        principalTable: "points_wallets",
                        principalColumn: "Member",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_points_member_login_events_Member_Seq",
                table: "points_member_login_events",
                columns: new[] { "Member", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_points_member_logins_Key",
                table: "points_member_logins",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_points_member_logins_Member",
                table: "points_member_logins",
                column: "Member",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "points_member_login_events");

            migrationBuilder.DropTable(
                name: "points_member_logins");
        }
    }
}
