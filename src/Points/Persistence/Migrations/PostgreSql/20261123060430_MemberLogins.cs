using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Tourism.Points.Persistence.Migrations.PostgreSql
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
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Member = table.Column<Guid>(type: "uuid", nullable: false),
                    Deed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_points_member_login_events", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "points_member_logins",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Member = table.Column<Guid>(type: "uuid", nullable: false),
                    LinkedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false)
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
