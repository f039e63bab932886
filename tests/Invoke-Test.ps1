<#
.SYNOPSIS
    Runs every test, xunit's and Pester's, and ends with a line of their counts together.
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$results = Join-Path $root 'output/tests/results'
. $PSScriptRoot/Engine.ps1

Remove-Item $results -Recurse -Force -ErrorAction Ignore
Invoke-DotNet restore "$PSScriptRoot/TestTools" --packages "$root/output/packages" --verbosity quiet
Invoke-DotNet publish "$PSScriptRoot/OtherSdk" --configuration Release --output "$root/output/tests/OtherSdk" --nologo --verbosity quiet
Invoke-DotNet build "$root/IvsTools.slnx" --nologo --verbosity quiet

# The next suite must also run after a failure.
$suites = @(Get-ChildItem "$PSScriptRoot/*.Tests/*.csproj")
$counts = @(
    foreach ($suite in $suites) {
        & dotnet test --project $suite.FullName --no-build --results-directory $results --report-xunit-trx --report-xunit-trx-filename "$($suite.BaseName).trx" | Out-Host
        $counters = ([xml](Get-Content "$results/$($suite.BaseName).trx" -Raw)).TestRun.ResultSummary.Counters
        @{ Passed = [int]$counters.passed; Failed = [int]$counters.total - [int]$counters.passed - [int]$counters.notExecuted; Skipped = [int]$counters.notExecuted }
    }
    Invoke-PowerShell -File "$PSScriptRoot/Invoke-PesterTest.ps1" -ResultPath "$results/pester.json" | Where-Object { $_ -notlike 'What if: *' } | Out-Host
    Get-Content "$results/pester.json" -Raw | ConvertFrom-Json -AsHashtable
)
$passed, $failed, $skipped = foreach ($kind in 'Passed', 'Failed', 'Skipped') { ($counts | ForEach-Object { $_[$kind] } | Measure-Object -Sum).Sum }
"$passed passed, $failed failed, $skipped skipped"
exit [int]($failed -gt 0)
