<#
.SYNOPSIS
    Compares the cmdlets and parameters of the built module with AWS.Tools.IVS, as markdown.
.EXAMPLE
    ./docs/comparison/New-Comparison.ps1 | Set-Content docs/aws-tools-comparison.md
    Updates the page after a build.
.OUTPUTS
    The lines of docs/aws-tools-comparison.md.
#>
#Requires -Version 7.4
[CmdletBinding()]
param()

Import-Module "$PSScriptRoot/../../IvsTools.psd1"
# The file contains [ordered], which Import-PowerShellDataFile does not support.
$awsTools = & ([scriptblock]::Create((Get-Content "$PSScriptRoot/aws-tools.psd1" -Raw)))
# Many cmdlets share these parameters, so their differences are described once, below the table.
$general = @($awsTools.Common.ForEach({ ($_ -split '[/;]')[0] })) + 'Force', 'MaxResult', 'NextToken', 'NoAutoIteration'

function Get-Counterpart($Cmdlet) {
    $command = Get-Command "IvsTools\$Cmdlet" -ErrorAction Ignore
    if ($command -is [System.Management.Automation.AliasInfo]) { $command.ResolvedCommand } else { $command }
}

# Returns a pair: the parameter of AWS.Tools, and the parameter of IvsTools with the same name or alias.
function Get-Pair($Command, [string] $Line) {
    $names, $type, $rest = $Line -split '; '
    $first, $others = $names -split '/'
    $ours = $Command.Parameters.Values | Where-Object { $_.Name -eq $first -or $first -in $_.Aliases } | Select-Object -First 1
    [pscustomobject]@{
        First     = $first
        Type      = $type
        Mandatory = 'mandatory' -in $rest
        Position  = $rest -match '^position ' -replace '\D' | Select-Object -First 1
        Pipeline  = 'pipeline' -in $rest
        Ours      = $ours
        Binding   = @($ours.Attributes | Where-Object { $_ -is [Parameter] })
        Rejection = ($ours.Attributes | Where-Object { $_ -and $_.GetType().Name -eq 'UnsupportedAttribute' }).Replacement
        Absent    = $others | Where-Object { -not $ours -or ($_ -ne $ours.Name -and $_ -notin $ours.Aliases) }
    }
}

function Get-ParameterCell($Pair) {
    $code = '`-{0}`'
    if (-not $Pair.Ours) { "$($code -f $Pair.First) **missing**" }
    elseif ($Pair.Rejection) { "$($code -f $Pair.First) causes an error: $($Pair.Rejection)" }
    elseif ($Pair.Absent) { "$($code -f $Pair.First) without $($Pair.Absent.ForEach({ $code -f $_ }) -join ', ') **missing**" }
    elseif ($Pair.Ours.Name -ceq $Pair.First) { $code -f $Pair.First }
    else { "$($code -f $Pair.First) ($($code -f $Pair.Ours.Name))" }
}

# Tests whether a single unnamed argument binds to the parameter if the other mandatory parameters are named.
function Test-First($Command, $Pair) {
    foreach ($set in $Command.ParameterSets) {
        $own = $set.Parameters | Where-Object Name -EQ $Pair.Ours.Name
        $before = $set.Parameters |
            Where-Object { $_.Position -ge 0 -and $_.Position -lt $own.Position -and -not ($_.IsMandatory -and -not $Pair.Mandatory) }
        if ($own.Position -ge 0 -and -not $before) { return $true }
    }
    $false
}

# Returns the differences that affect a script for AWS.Tools.
function Get-Difference($Command, $AwsTools, $Pairs) {
    $impact = ($Command.ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)).ConfirmImpact
    if (-not $Command.Parameters.ContainsKey('WhatIf')) { $impact = 'None' }
    if ("$impact" -ne $AwsTools.Impact) { "confirmation $impact instead of $($AwsTools.Impact)" }
    foreach ($pair in $Pairs | Where-Object { $_.Ours -and $_.First -notin $general }) {
        $name = '`-{0}`' -f $pair.First
        if ($pair.Position -and -not (Test-First $Command $pair)) { "$name is not the first argument" }
        if ($pair.Pipeline -and $true -notin $pair.Binding.ValueFromPipeline) { "$name does not accept pipeline input by value" }
        if ($true -notin $pair.Binding.ValueFromPipelineByPropertyName) { "$name does not bind by property name" }
        if (-not $pair.Mandatory -and $false -notin $pair.Binding.Mandatory) { "$name is mandatory" }
        if ($pair.Type.EndsWith('[]') -and -not $pair.Ours.ParameterType.IsArray) { "$name accepts one value" }
    }
}

function Get-OutputCell($AwsTools, $Command) {
    $theirs = $AwsTools.Output ? "``$($AwsTools.Output)``" : 'none'
    $types = $Command.OutputType.Type | Where-Object { $_ -and $_ -ne [void] }
    $ours = ($types | ForEach-Object { $_ -eq [string] ? '`string`' : "``$($_.IsGenericType ? 'dictionary' : $_.Name)``" }) -join ', '
    "$theirs | $($ours ? $ours : 'none')"
}

@'
# AWS.Tools.IVS and IvsTools

`docs/comparison/New-Comparison.ps1` generates this page from the built module and a description of AWS.Tools.IVS 5. A test fails if the page is out of date.

Scripts can use all cmdlet names of AWS.Tools.IVS with IvsTools. If a cmdlet has a different name in IvsTools, its AWS.Tools name is an alias. PowerShell does not distinguish `IVS` from `Ivs`.
If a parameter has a different name in IvsTools, the table shows that name in parentheses, and IvsTools accepts both names.

## Cmdlets

| AWS.Tools.IVS | operation | IvsTools | parameters |
| --- | --- | --- | --- |
'@ -split "`r?`n"
$rows = foreach ($name in $awsTools.Cmdlets.Keys) {
    $described = $awsTools.Cmdlets[$name]
    $command = Get-Counterpart $name
    $pairs = if ($command) { $described.Parameters | ForEach-Object { Get-Pair $command $_ } }
    $ours = if ($command) { '`{0}`' -f $command.Name } else { '**missing**' }
    '| `{0}` | {1} | {2} | {3} |' -f $name, $described.Operation, $ours, (($pairs | ForEach-Object { Get-ParameterCell $_ }) -join ', ')
    if ($command) {
        [pscustomobject]@{
            Name = $name
            Output = Get-OutputCell $described $command
            Differences = @(Get-Difference $command $described $pairs)
        }
    }
}
$rows -match '^\| '
@'

## Common parameters

| AWS.Tools.IVS | IvsTools |
| --- | --- |
'@ -split "`r?`n"
$any = Get-Counterpart 'Get-IVSChannel'
foreach ($line in $awsTools.Common) {
    $names = ($line -split '; ')[0] -split '/'
    '| {0} | {1} |' -f ($names.ForEach({ '`-{0}`' -f $_ }) -join ', '), (Get-ParameterCell (Get-Pair $any $line))
}
@'

## Output and binding

The table lists differences in confirmation prompts, positional arguments, pipeline input and mandatory parameters. It also lists parameters that accept an array only in AWS.Tools.
If a parameter accepts more in IvsTools than in AWS.Tools, such as an array of ARNs, the table does not list this difference.

| AWS.Tools.IVS | output | output of IvsTools | differences |
| --- | --- | --- | --- |
'@ -split "`r?`n"
foreach ($row in $rows | Where-Object { $_ -isnot [string] }) {
    '| `{0}` | {1} | {2} |' -f $row.Name, $row.Output, ($row.Differences ? $row.Differences -join '; ' : 'none')
}
@'

## Differences

- In AWS.Tools, every parameter binds by property name. In IvsTools, the common parameters, the paging parameters and `-Force` do not, because a column in the input must not select the account or suppress a prompt. A column with the name of a connection parameter causes a warning.
- Object types are `IvsTools.*` instead of `Amazon.IVS.Model.*`, with the same property names. For a list, AWS.Tools returns objects of a summary type, such as `ChannelSummary`. IvsTools returns the same type as for a single resource, and properties that the summary does not contain are empty. A parameter for a structure accepts a hashtable.
- AWS.Tools returns the whole response of `New-IvsChannel`. IvsTools returns the channel, with the stream key in `StreamKey`. The channel has a hidden property `Channel`, so scripts that read `$response.Channel` still work. For the same output type as in AWS.Tools, use `-Select *`.
- `New-IvsChannel` and `New-IvsPlaybackRestrictionPolicy` also accept an object from the pipeline as a template.
- `Get-IvsChannel` and `Get-IvsStreamKey` accept several ARNs. They return the resources, and write an error for each ARN that was not found.
- `Get-IvsChannelBatch`, `Get-IvsStreamKeyBatch` and `Start-IvsStartViewerSessionRevocation` return the same objects as AWS.Tools. If `-Select` excludes the errors in the response, the cmdlet writes them as PowerShell errors.
- In AWS.Tools, an error ends the pipeline. In IvsTools, each failed input causes one error, and `-ErrorAction` applies.
- As in AWS.Tools, a cmdlet gets all pages of a list. With `-NoAutoIteration` or `-NextToken`, it gets only one page, even if the value of `-NextToken` is `$null`.
- `$null` for an optional parameter means that the parameter is omitted, as in AWS.Tools. For `-EndpointUrl`, `$null` is an error.
- Start and end times are local times, so `(Get-Date) - $stream.StartTime` is correct in every time zone.
- `-Credential` also accepts a `PSCredential` with the access key ID and the secret access key, but does not accept pipeline input.
- `Set-AWSCredential` and `Set-DefaultAWSRegion` apply to both modules.
- AWS.Tools removed `-PassThru` in version 5. `-Select ^Arn` returns the same output in both modules.
'@ -split "`r?`n"
