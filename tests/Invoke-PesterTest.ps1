<#
.SYNOPSIS
    Runs the Pester tests on the built module and ends with a line of counts.
#>
[CmdletBinding()]
param([string[]] $Path = $PSScriptRoot)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.5 -MaximumVersion 5.99
$result = Invoke-Pester -Configuration @{
    Run    = @{ Path = $Path; PassThru = $true }
    Output = @{ Verbosity = 'Normal'; RenderMode = 'Plaintext' }
}
"Pester: $($result.PassedCount) passed, $($result.FailedCount) failed, $($result.SkippedCount + $result.NotRunCount) skipped"
# A file that fails to load counts no test; its failure must count.
exit [int]($result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount -gt 0)
