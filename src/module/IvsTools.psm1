# In the package the assemblies lie beside this file; in a checkout, where the build puts them.
$bin = "$PSScriptRoot/bin", "$PSScriptRoot/../../output/IvsTools/bin" |
    Where-Object { Test-Path -LiteralPath "$_/IvsTools.dll" } |
    Select-Object -First 1
if (-not $bin) {
    throw 'IvsTools is not built yet: run ./build.ps1 in its folder, then import it again.'
}
$bin = Convert-Path -LiteralPath $bin

if (-not ('IvsTools.Loader.LoadContext' -as [type])) {
    $null = [System.Reflection.Assembly]::LoadFrom("$bin/IvsTools.Loader.dll")
}
# Those without cmdlets are imported for their types: [IvsTools.StreamKey] is found only in assemblies that were.
$commands = foreach ($name in 'IvsTools', 'IvsTools.Core', 'IvsTools.Emulator') {
    Import-Module -Assembly ([IvsTools.Loader.LoadContext]::Load($bin, $name)) -PassThru -Force
}

# A second import finds the assembly in PowerShell's cache, and its commands never reach this module; Export-ModuleMember
# does not see them either. PowerShell has no public way to add them: https://github.com/PowerShell/PowerShell/issues/20710
$hidden = [System.Reflection.BindingFlags]'Instance, NonPublic'
$addCmdlet = [psmoduleinfo].GetMethod('AddExportedCmdlet', $hidden)
$addAlias = [psmoduleinfo].GetMethod('AddExportedAlias', $hidden)
foreach ($cmdlet in $commands.ExportedCmdlets.Values) {
    $addCmdlet.Invoke($ExecutionContext.SessionState.Module, @(, $cmdlet))
}
foreach ($alias in $commands.ExportedAliases.Values) {
    $addAlias.Invoke($ExecutionContext.SessionState.Module, @(, $alias))
}

# PowerShell formats an object that follows one of another type by all its properties, secrets included, unless it has these.
@{
    'IvsTools.StreamKey'                 = 'Arn', 'ChannelArn', 'MaskedValue', 'Tags'
    'IvsTools.Srt'                       = 'Endpoint'
    'IvsTools.Channel'                   = 'Name', 'Arn', 'Type', 'LatencyMode', 'Authorized', 'IngestEndpoint', 'PlaybackUrl', 'Tags'
    'IvsTools.AdConfiguration'           = 'Name', 'Arn', 'MediaTailorPlaybackConfigurations', 'Tags'
    'IvsTools.LiveStream'                = 'ChannelArn', 'StreamId', 'Health', 'ViewerCount', 'StartTime'
    'IvsTools.PlaybackRestrictionPolicy' = 'Name', 'Arn', 'AllowedCountries', 'AllowedOrigins', 'EnableStrictOriginEnforcement', 'Tags'
    'IvsTools.RecordingConfiguration'    = 'Name', 'Arn', 'State', 'DestinationConfiguration', 'Tags'
    'IvsTools.StreamSession'             = 'StreamId', 'ChannelArn', 'StartTime', 'EndTime', 'HasErrorEvent'
    'IvsTools.PlaybackKeyPair'           = 'Name', 'Fingerprint', 'Arn', 'Tags'
    'IvsTools.Emulator.EmulatorServer'   = 'Url', 'Region', 'AccountId', 'AccessKeyId'
}.GetEnumerator() | ForEach-Object { Update-TypeData -TypeName $_.Key -DefaultDisplayPropertySet $_.Value -Force }
