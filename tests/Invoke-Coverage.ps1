<#
.SYNOPSIS
    Prints the line and branch coverage of each assembly, for the xunit and Pester tests together.
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$results = Join-Path $root 'output/tests/coverage'
. $PSScriptRoot/../src/build/Programs.ps1

Remove-Item $results -Recurse -Force -ErrorAction Ignore
& $PSScriptRoot/Restore-TestTool.ps1
foreach ($suite in Get-ChildItem "$PSScriptRoot/*.Tests/*.csproj") {
    $folder = "$results/$($suite.BaseName)"
    Invoke-DotNet test --project $suite.FullName --results-directory $folder --coverlet --coverlet-output-format cobertura
}
# The tests of the package are excluded, because they build the module again.
$files = (Get-ChildItem "$PSScriptRoot/*.Tests.ps1" -Exclude Package.Tests.ps1).FullName -join ','
$pester = "$(Get-EngineCommand) -Command `"& '$PSScriptRoot/Invoke-PesterTest.ps1' -Path $files`""
$module = "$root/output/IvsTools/bin/IvsTools.dll"
Invoke-DotNet msbuild "$PSScriptRoot/TestTools" -nologo '-verbosity:minimal' '-target:Cover' "-p:TargetPath=$module" `
    '-p:Include=[IvsTools*]*' '-p:IncludeTestAssembly=true' '-p:ExcludeAssembliesWithoutSources=None' `
    "-p:CoverletOutput=$results/Pester/" '-p:CoverletOutputFormat=cobertura' "-p:PesterCommand=$([uri]::EscapeDataString($pester))"

$options = "-reports:$results/*/*.xml", "-targetdir:$results", '-reporttypes:JsonSummary', '-filefilters:-*.g.cs', '-verbosity:Off'
Invoke-DotNet tool exec --yes dotnet-reportgenerator-globaltool -- @options
(Get-Content "$results/Summary.json" -Raw | ConvertFrom-Json).coverage.assemblies |
    Select-Object @{ n = 'Assembly'; e = 'name' }, @{ n = 'Lines'; e = { "$($_.coverage) %" } },
        @{ n = 'Branches'; e = { "$($_.branchcoverage) %" } } |
        Format-Table
