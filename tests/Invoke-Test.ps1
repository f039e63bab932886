<#
.SYNOPSIS
    Runs all xunit and Pester tests, and prints their total counts on the last line.
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$results = Join-Path $root 'output/tests/results'
. $PSScriptRoot/../src/build/Programs.ps1

Remove-Item $results -Recurse -Force -ErrorAction Ignore
$null = New-Item -ItemType Directory $results
& $PSScriptRoot/Restore-TestTool.ps1
Invoke-DotNet build "$root/IvsTools.slnx" --configuration Release --nologo --verbosity quiet

# Many tests wait for other processes, so the cores would be idle without several runs at the same time.
$files = @(Get-ChildItem "$PSScriptRoot/*.Tests.ps1")
$parts = 2
$runs = @(
    foreach ($part in 1..$parts) {
        @{
            Name = "Pester $part of $parts"
            Result = "$results/pester$part.json"
            Files = @(for ($i = $part - 1; $i -lt $files.Count; $i += $parts) { $files[$i].FullName })
        }
    }
    foreach ($suite in Get-ChildItem "$PSScriptRoot/*.Tests/*.csproj") {
        @{ Name = $suite.BaseName; Result = "$results/$($suite.BaseName).trx"; Project = $suite.FullName }
    }
)
Write-Host 'Running the tests. The output of a run appears when the run has ended.'
$counts = Use-TemporaryFolder {
    $runs | ForEach-Object -ThrottleLimit $runs.Count -Parallel {
        . "$using:PSScriptRoot/../src/build/Programs.ps1"
        $run = $_
        $lines = if ($run.Project) {
            $report = '--results-directory', $using:results, '--report-xunit-trx', '--report-xunit-trx-filename', "$($run.Name).trx"
            & dotnet test --project $run.Project --configuration Release --no-build @report 2>&1
        }
        else {
            Invoke-PowerShell -File "$using:PSScriptRoot/Invoke-PesterTest.ps1" -Path ($run.Files -join ',') -ResultPath $run.Result 2>&1 |
                Where-Object { $_ -notlike 'What if: *' }
        }
        # Writes all lines of a run at once, so that the lines of two runs do not mix.
        Write-Host "== $($run.Name)`n$($lines -join "`n")"
        if (-not (Test-Path $run.Result)) {
            Write-Host "$($run.Name) ended without results."
            return @{ Passed = 0; Failed = 1; Skipped = 0 }
        }
        if ($run.Project) {
            $counters = ([xml](Get-Content $run.Result -Raw)).TestRun.ResultSummary.Counters
            @{
                Passed = [int]$counters.passed
                Failed = [int]$counters.total - [int]$counters.passed - [int]$counters.notExecuted
                Skipped = [int]$counters.notExecuted
            }
        }
        else {
            Get-Content $run.Result -Raw | ConvertFrom-Json -AsHashtable
        }
    }
    # Tests must delete their temporary files and folders, whose names start with ivstools.
    $script:left = @(Get-ChildItem ([System.IO.Path]::GetTempPath()) -Filter ivstools*)
}
$passed, $failed, $skipped = foreach ($kind in 'Passed', 'Failed', 'Skipped') {
    ($counts | ForEach-Object { $_[$kind] } | Measure-Object -Sum).Sum
}
$left | ForEach-Object { Write-Host "The tests did not delete this item from the temporary folder: $($_.Name)" }
$failed += $left.Count
# Every run must report how many tests passed, failed and were skipped. Otherwise, a lost run would not be noticed.
if (@($counts).Count -ne $runs.Count) { throw "Only $(@($counts).Count) of $($runs.Count) runs reported their results." }
"$passed passed, $failed failed, $skipped skipped"
exit [int]($failed -gt 0)
