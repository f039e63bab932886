<#
.SYNOPSIS
    Writes what the built module has for each cmdlet and parameter of AWS.Tools.IVS, as markdown.
.EXAMPLE
    ./docs/comparison/New-Comparison.ps1 | Set-Content docs/aws-tools-comparison.md
    After a build, brings the comparison up to date.
.OUTPUTS
    The lines of docs/aws-tools-comparison.md.
#>
#Requires -Version 7.4
[CmdletBinding()]
param()

Import-Module "$PSScriptRoot/../../IvsTools.psd1"
# [ordered] is no data: the file is read as the script block that it is.
$awsTools = & ([scriptblock]::Create((Get-Content "$PSScriptRoot/aws-tools.psd1" -Raw)))

function Get-Counterpart($Cmdlet) {
    $command = Get-Command "IvsTools\$Cmdlet" -ErrorAction Ignore
    if ($command -is [System.Management.Automation.AliasInfo]) { $command.ResolvedCommand } else { $command }
}

function Get-ParameterCell($Command, [string] $Names) {
    $first, $others = $Names -split '/'
    $ours = $Command.Parameters.Values | Where-Object { $_.Name -eq $first -or $first -in $_.Aliases } | Select-Object -First 1
    $absent = $others | Where-Object { -not $ours -or ($_ -ne $ours.Name -and $_ -notin $ours.Aliases) }
    $code = '`-{0}`'
    if (-not $ours) { "$($code -f $first) **missing**" }
    elseif ($absent) { "$($code -f $first) without $($absent.ForEach({ $code -f $_ }) -join ', ') **missing**" }
    elseif ($ours.Name -ceq $first) { $code -f $first }
    else { "$($code -f $first) ($($code -f $ours.Name))" }
}

@'
# AWS.Tools.IVS and IvsTools

Written from the built module by `docs/comparison/New-Comparison.ps1`; a test fails when it is out of date.

PowerShell takes no notice of case, so every name below is a name of both modules.
A parameter in brackets is our own name for the one before it; both are taken.

## Cmdlets

| AWS.Tools.IVS | operation | IvsTools | parameters |
| --- | --- | --- | --- |
'@ -split "`r?`n"
foreach ($name in $awsTools.Cmdlets.Keys) {
    $operation, $null, $parameters = $awsTools.Cmdlets[$name]
    $command = Get-Counterpart $name
    $cells = if ($command) { $parameters | ForEach-Object { Get-ParameterCell $command $_ } }
    $ours = if ($command) { '`{0}`' -f $command.Name } else { '**missing**' }
    '| `{0}` | {1} | {2} | {3} |' -f $name, $operation, $ours, ($cells -join ', ')
}
@'

## Parameters that all have

| AWS.Tools.IVS | IvsTools |
| --- | --- |
'@ -split "`r?`n"
$any = Get-Counterpart 'Get-IVSChannel'
foreach ($names in $awsTools.Common) {
    '| {0} | {1} |' -f (($names -split '/').ForEach({ '`-{0}`' -f $_ }) -join ', '), (Get-ParameterCell $any $names)
}
@'

## What is different

- `New-IvsChannel` emits the channel, with the stream key in `StreamKey`. AWS.Tools emits the whole response: `-Select *` does so here too.
- `New-IvsChannel` and `New-IvsPlaybackRestrictionPolicy` take an object from the pipeline, to make another like it. Names come by property or script block: `'a', 'b' | New-IvsChannel -Name { $_ }`.
- By ARN, `Get-IvsChannel` and `Get-IvsStreamKey` emit resources, and an error for each ARN that was not found, by whatever name they are called. `-Select *` gives the response of the batch under the name that ends in `Batch`.
- `Start-IvsStartViewerSessionRevocation` makes an error of each session that was not revoked; AWS.Tools emits them as objects.
- Failures are errors of the input that they belong to, and `-ErrorAction` decides what follows; in AWS.Tools they end the pipeline.
- `-Credential` takes a `PSCredential` of access key and secret key; objects of `Get-AWSCredential` belong to AWS.Tools.
- `Update-IVSAdConfiguration` and the post-roll settings of `New-IVSAdConfiguration` are newer than the API data that this module is built on (2020-07-14).
- `-PassThru` went out of AWS.Tools in version 5: `-Select ^Arn` does the same in both.
'@ -split "`r?`n"
