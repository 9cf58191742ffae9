using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Analytics.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "analytics_lake_load",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    DoneAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_analytics_lake_load", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "analytics_lake_part",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Dataset = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    BusinessDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Load = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Rows = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    RetiredBy = table.Column<long>(type: "bigint", nullable: true),
                    RetiredAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_analytics_lake_part", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "analytics_load_request",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    DoneAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_analytics_load_request", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "analytics_outbox",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Topic = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    LastError = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_analytics_outbox", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "analytics_sale_fact",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Load = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_analytics_sale_fact", x => x.Seq);
                });

            migrationBuilder.CreateIndex(
                name: "IX_analytics_lake_load_Id",
                table: "analytics_lake_load",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_analytics_lake_load_Number",
                table: "analytics_lake_load",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_analytics_lake_part_Dataset_BusinessDate_Load",
                table: "analytics_lake_part",
                columns: new[] { "Dataset", "BusinessDate", "Load" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_analytics_lake_part_Id",
                table: "analytics_lake_part",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_analytics_lake_part_RetiredAt",
                table: "analytics_lake_part",
                column: "RetiredAt");

            migrationBuilder.CreateIndex(
                name: "IX_analytics_load_request_DoneAt",
                table: "analytics_load_request",
                column: "DoneAt");

            migrationBuilder.CreateIndex(
                name: "IX_analytics_load_request_Id",
                table: "analytics_load_request",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_analytics_outbox_Id",
                table: "analytics_outbox",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_analytics_outbox_State_Key_Seq",
                table: "analytics_outbox",
                columns: new[] { "State", "Key", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_analytics_outbox_State_NextTryAt_Seq",
                table: "analytics_outbox",
                columns: new[] { "State", "NextTryAt", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_analytics_sale_fact_Id",
                table: "analytics_sale_fact",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_analytics_sale_fact_Load_Seq",
                table: "analytics_sale_fact",
                columns: new[] { "Load", "Seq" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "analytics_lake_load");

            migrationBuilder.DropTable(
                name: "analytics_lake_part");

            migrationBuilder.DropTable(
                name: "analytics_load_request");

            migrationBuilder.DropTable(
                name: "analytics_outbox");

            migrationBuilder.DropTable(
                name: "analytics_sale_fact");
        }
    }
}
