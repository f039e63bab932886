# Measures the time for the import of the module, for the first call after the import, and from the start of a process to a stream key.
$empty = New-Item -ItemType Directory "$folder/Empty"
Set-Content "$empty/Empty.psm1" ''
$nothing = @{ FunctionsToExport = @(); CmdletsToExport = @(); AliasesToExport = @(); VariablesToExport = @() }
New-ModuleManifest "$empty/Empty.psd1" -RootModule Empty.psm1 @nothing

$pair = Measure-Pair { (Invoke-Engine "Import-Module '$manifest'").Milliseconds } {
    (Invoke-Engine "Import-Module '$empty/Empty.psd1'").Milliseconds
}
Write-Difference 'Process that imports the module' $pair 'Process that imports an empty module' ms '<= 50'

$channel = New-IvsChannel -Name bench -EndpointUrl $emulator.Url
$free = { Get-IvsStreamKey -ChannelArn $channel.Arn -EndpointUrl $emulator.Url | Remove-IvsStreamKey -EndpointUrl $emulator.Url -Force }
$call = "New-IvsStreamKey $($channel.Arn) -EndpointUrl $($emulator.Url)"
$env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY = $emulator.AccessKeyId, $emulator.SecretAccessKey
$env:AWS_DEFAULT_REGION = $emulator.Region

if ($aws = Find-Program aws) {
    $arguments = 'ivs', 'create-stream-key', '--channel-arn', $channel.Arn, '--endpoint-url', $emulator.Url,
        '--query', 'streamKey.value', '--output', 'text'
    $pair = Measure-Pair -Before $free { (Invoke-Engine "Import-Module '$manifest'; ($call).Value").Milliseconds } {
        (Invoke-Timed $aws $arguments).Milliseconds
    }
    Write-Ratio 'Process start to the printed stream key' $pair 'AWS CLI' ms '<= 0.85'
}
else { Write-Missing 'Process start to the printed stream key' 'AWS CLI' }

$first = {
    (Invoke-Engine "
        Import-Module '$manifest'
        `$watch = [System.Diagnostics.Stopwatch]::StartNew()
        # PowerShell takes longer for the first use of a property in a process.
        `$null = `$watch.Elapsed.TotalMilliseconds
        `$watch.Restart()
        `$null = $call
        `$watch.Elapsed.TotalMilliseconds").Output
}
if ($boto) {
    $arguments = "$PSScriptRoot/boto_calls.py", $emulator.Url, $channel.Arn, 'first'
    $pair = Measure-Pair -Before $free $first { (Invoke-Timed $python $arguments).Output }
    Write-Value 'First call after the import' $pair 'boto3: client and first call' ms '<= 90'
}
else { Write-Missing 'First call after the import' 'boto3' }
