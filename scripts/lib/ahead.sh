# Compiles a published host beforehand. Sourced after common.sh.

# What a start and the first requests spend their time compiling.
ahead=(Tourism.Kernel Tourism.Kernel.Server Tourism.Pos Tourism.Pos.Shared Tourism.Points Tourism.Analytics Microsoft.EntityFrameworkCore
    Microsoft.EntityFrameworkCore.Relational Microsoft.EntityFrameworkCore.Sqlite Microsoft.Data.Sqlite Npgsql Npgsql.EntityFrameworkCore.PostgreSQL
    Microsoft.AspNetCore.Identity.EntityFrameworkCore Hangfire.Core Newtonsoft.Json)

# On Linux x64 only, where restore brings the compiler; elsewhere the program stays as it is and compiles itself while it starts.
compile_ahead() {
    local target=$1 version packages compiler
    version=$(dotnet msbuild "$root/src/Pos/Tourism.Pos.csproj" -nologo -getProperty:BundledNETCoreAppPackageVersion)
    packages=$(dotnet msbuild "$root/src/Pos/Tourism.Pos.csproj" -nologo -getProperty:NuGetPackageRoot)
    compiler=$packages/microsoft.netcore.app.crossgen2.linux-x64/$version/tools/crossgen2
    [ -x "$compiler" ] || return 0
    local shared references=()
    for shared in Microsoft.NETCore.App Microsoft.AspNetCore.App; do
        references+=(-r "$(dotnet --list-runtimes | sed -nE "s#^$shared (10\.[^ ]*) \[(.*)\]#\2/\1/*.dll#p" | tail -1)")
    done
    printf '%s\0' "${ahead[@]}" | quietly xargs -0 -P "$(nproc)" -I {} "$compiler" "$target/{}.dll" -o "$target/{}.ahead" -r "$target/*.dll" "${references[@]}" \
        --targetos linux --targetarch x64 -O || return 1
    local name
    for name in "${ahead[@]}"; do mv "$target/$name.ahead" "$target/$name.dll"; done
}
