using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pos_account",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    InvitationHash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    InvitedUntil = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    AcceptedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    DisabledAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    WaitUntil = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    SpentCodes = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SpentAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    UserName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_account", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "pos_account_token",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_account_token", x => new { x.UserId, x.LoginProvider, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "pos_account_post",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Roles = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Till = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Gate = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Account = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_account_post", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_account_post_pos_account_Account",
                        column: x => x.Account,
                        principalTable: "pos_account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pos_account_InvitationHash",
                table: "pos_account",
                column: "InvitationHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_account_NormalizedUserName",
                table: "pos_account",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_account_post_Account",
                table: "pos_account_post",
                column: "Account");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pos_account_post");

            migrationBuilder.DropTable(
                name: "pos_account_token");

            migrationBuilder.DropTable(
                name: "pos_account");
        }
    }
}
