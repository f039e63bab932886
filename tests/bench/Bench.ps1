<#
.SYNOPSIS
    Compares the performance of the module with other programs. For each row, the module and the other program run alternately.
.DESCRIPTION
    Values are medians. Each pair of measurements gives a ratio or a difference. The result is the median of these ratios or differences,
    and the spread is their interquartile range.
    The load of the machine changes the values more than the results, so compare only results, and only with their spread.
    The row of a program that is not on this machine shows that it is missing.
.EXAMPLE
    ./Bench.ps1 -Name Tokens
    Runs only the measurements of Tokens.bench.ps1.
#>
[CmdletBinding()]
param([string[]] $Name = '*', [int] $Repeat = 15)

$ErrorActionPreference = 'Stop'
$root = Convert-Path "$PSScriptRoot/../.."
# The bench uses the package, because a checkout is not precompiled.
$manifest = "$root/output/package/IvsTools/IvsTools.psd1"
if (-not (Test-Path $manifest)) { throw 'Run ./build.ps1 -Task Package first.' }
. $root/src/build/Programs.ps1
. $PSScriptRoot/Measure.ps1
$engine = & "$PSScriptRoot/Get-Engine.ps1"
if ((Split-Path $engine) -ne $PSHOME) {
    # Some measurements run in the process of this script, so the script starts itself again in the precompiled PowerShell.
    & $engine -NoProfile -NonInteractive -Command "& '$PSCommandPath' -Name $($Name -join ',') -Repeat $Repeat"
    if ($LASTEXITCODE) { throw 'The measurements failed.' }
    return
}
Import-Module $manifest
Add-Type -Path $PSScriptRoot/SixOperations.cs
$python = Find-Program python3
$boto = $python ? (& $python -c 'import boto3; print(boto3.__version__)' 2>$null) : $null
# An earlier run that was interrupted can leave files.
$folder = "$root/output/bench/files"
Remove-Item $folder -Recurse -ErrorAction Ignore
$null = New-Item -ItemType Directory $folder
$emulator = Start-IvsEmulator
try {
    $rows = foreach ($bench in $Name | ForEach-Object { Get-Item "$PSScriptRoot/$_.bench.ps1" }) { . $bench.FullName }
}
finally {
    Stop-IvsEmulator
    Remove-Item $folder -Recurse
}
$rows | Format-Table -AutoSize | Out-String -Width 220

# Writes the table that docs/performance.md contains.
$columns = 'Measured', 'Value', 'Peer', 'PeerValue', 'Result', 'Spread', 'Aim', 'Met'
$lines = "| $($columns -join ' | ') |", "|$('---|' * $columns.Count)"
$lines += foreach ($row in $rows) { "| $(($columns | ForEach-Object { $row.$_ -replace '\|', '\|' }) -join ' | ') |" }
Set-Content "$root/output/bench/performance.md" $lines
