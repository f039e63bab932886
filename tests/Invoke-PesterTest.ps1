<#
.SYNOPSIS
    Runs the Pester tests on the built module and writes their counts to a file.
#>
[CmdletBinding()]
param(
    # The test files. On a command line, use one string with commas between the paths.
    [string[]] $Path = $PSScriptRoot,
    [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
$versions = [xml](Get-Content "$PSScriptRoot/../Directory.Packages.props" -Raw)
$pester = $versions.SelectSingleNode("//PackageVersion[@Include='Pester']").Version
Import-Module "$PSScriptRoot/../output/packages/pester/$pester/tools/Pester.psd1"
if (-not (Get-Module PSScriptAnalyzer -ListAvailable)) { Write-Host 'PSScriptAnalyzer is not installed: its rules were not checked.' }

$result = Invoke-Pester -Configuration @{
    Run    = @{ Path = $Path -split ','; PassThru = $true }
    Output = @{ Verbosity = 'Normal'; RenderMode = 'Plaintext' }
}
# A block or file that fails to load has no tests, but must fail the run.
$failed = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
if ($ResultPath) {
    @{ Passed = $result.PassedCount; Failed = $failed; Skipped = $result.SkippedCount + $result.NotRunCount } | ConvertTo-Json |
        Set-Content $ResultPath
}
exit [int]($failed -gt 0)
