<#
.SYNOPSIS
    Restores the packages that the tests use: Pester, coverlet, and another version of the AWS SDK.
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
. $PSScriptRoot/../src/build/Programs.ps1
$output = Join-Path (Split-Path $PSScriptRoot) 'output'
Invoke-DotNet restore "$PSScriptRoot/TestTools" --packages "$output/packages" --verbosity quiet
Invoke-DotNet publish "$PSScriptRoot/OtherSdk" --configuration Release --output "$output/tests/OtherSdk" --nologo --verbosity quiet
