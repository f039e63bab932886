<#
.SYNOPSIS
    Writes the names of the cmdlets and aliases in the built assembly into the manifest.
    With wildcards instead of names, PowerShell would load the module for every unknown command.
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$root = Convert-Path "$PSScriptRoot/../.."
$types = [System.Reflection.Assembly]::LoadFrom("$root/output/IvsTools/bin/IvsTools.dll").GetExportedTypes()
$exports = @{
    CmdletsToExport = $types.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false) |
        ForEach-Object { "$($_.VerbName)-$($_.NounName)" }
    AliasesToExport = $types.GetCustomAttributes([System.Management.Automation.AliasAttribute], $false).AliasNames
}
$manifest = Get-Content "$root/IvsTools.psd1" -Raw
foreach ($list in $exports.Keys) {
    $names = ($exports[$list] | Sort-Object -Culture '' | ForEach-Object { "        '$_'" }) -join "`n"
    $manifest = $manifest -replace "(?s)(?<=\n    $list +=) @\(.*?\n    \)", " @(`n$names`n    )"
}
[System.IO.File]::WriteAllText("$root/IvsTools.psd1", $manifest)
