<#
.SYNOPSIS
    What the module costs, as ratios of things measured side by side in this one run.
.DESCRIPTION
    Medians, with the two sides of each ratio taking turns, so that a slow moment of the machine hits both.
.EXAMPLE
    ./Bench.ps1 -Name Tokens
    Runs only the measurements of Tokens.bench.ps1.
#>
[CmdletBinding()]
param([string[]] $Name = '*', [int] $Repeat = 9)

$ErrorActionPreference = 'Stop'
$manifest = Join-Path $PSScriptRoot '../../IvsTools.psd1'
Import-Module $manifest
. $PSScriptRoot/../Engine.ps1
. $PSScriptRoot/Measure.ps1
$folder = New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) "ivstools-bench-$([guid]::NewGuid())")
$emulator = Start-IvsEmulator
try {
    $rows = foreach ($bench in $Name | ForEach-Object { Get-Item "$PSScriptRoot/$_.bench.ps1" }) { . $bench.FullName }
    $rows | Format-Table -AutoSize | Out-String -Width 160
}
finally {
    Stop-IvsEmulator
    Remove-Item $folder -Recurse
}
