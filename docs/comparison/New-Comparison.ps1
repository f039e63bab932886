<#
.SYNOPSIS
    Compares the cmdlets and parameters of the built module with AWS.Tools.IVS, as markdown.
.EXAMPLE
    ./docs/comparison/New-Comparison.ps1 | Set-Content docs/aws-tools-comparison.md
    Updates the comparison after a build.
.OUTPUTS
    The lines of docs/aws-tools-comparison.md.
#>
#Requires -Version 7.4
[CmdletBinding()]
param()

Import-Module "$PSScriptRoot/../../IvsTools.psd1"
# Import-PowerShellDataFile does not support [ordered], so the file is run as a script block.
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

`docs/comparison/New-Comparison.ps1` generates this page from the built module. A test fails if the page is out of date.

PowerShell names are not case-sensitive, so every name below is valid in both modules.
A parameter in parentheses is the IvsTools name of the preceding parameter. Both names are accepted.

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

## Common parameters

| AWS.Tools.IVS | IvsTools |
| --- | --- |
'@ -split "`r?`n"
$any = Get-Counterpart 'Get-IVSChannel'
foreach ($names in $awsTools.Common) {
    '| {0} | {1} |' -f (($names -split '/').ForEach({ '`-{0}`' -f $_ }) -join ', '), (Get-ParameterCell $any $names)
}
@'

## Differences

- `New-IvsChannel` returns the channel, with the stream key in `StreamKey`. AWS.Tools returns the whole response. To get the same, use `-Select *`.
- `New-IvsChannel` and `New-IvsPlaybackRestrictionPolicy` accept an object from the pipeline as a template. Names are accepted by property name or from a script block: `'a', 'b' | New-IvsChannel -Name { $_ }`.
- `Get-IvsChannel` and `Get-IvsStreamKey` accept several ARNs and return resources, and an error for each ARN that was not found.
- `Get-IvsChannelBatch`, `Get-IvsStreamKeyBatch` and `Start-IvsStartViewerSessionRevocation` return the same objects as AWS.Tools. If `-Select` excludes the errors in the response, each of them is also an error in PowerShell.
- Each failed input causes one error, and `-ErrorAction` applies. In AWS.Tools, an error ends the pipeline.
- `-Credential` accepts a `PSCredential` with the access key ID and the secret access key. Objects from `Get-AWSCredential` are not supported.
- AWS.Tools removed `-PassThru` in version 5. `-Select ^Arn` returns the same in both modules.
'@ -split "`r?`n"
