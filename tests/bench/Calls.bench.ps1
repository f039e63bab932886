# The calls after the first call of a process.
$channel = New-IvsChannel -Name calls -EndpointUrl $emulator.Url
$env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY = $emulator.AccessKeyId, $emulator.SecretAccessKey
$env:AWS_DEFAULT_REGION = $emulator.Region

# The module runs in its own process, like the peer, because the server runs in this process.
$warm = "
    Import-Module '$manifest'
    `$arns = @('$($channel.Arn)') * 300
    `$null = `$arns[0..99] | Get-IvsChannel -EndpointUrl $($emulator.Url)
    `$watch = [System.Diagnostics.Stopwatch]::StartNew()
    `$null = `$arns | Get-IvsChannel -EndpointUrl $($emulator.Url)
    300 / `$watch.Elapsed.TotalSeconds"
if ($boto) {
    $arguments = "$PSScriptRoot/boto_calls.py", $emulator.Url, $channel.Arn, 'warm'
    $pair = Measure-Pair { (Invoke-Engine $warm).Output } { (Invoke-Timed $python $arguments).Output }
    Write-Ratio 'Get-IvsChannel, one call after the other' $pair 'boto3' 'calls/s' '>= 1.5'
}
else { Write-Missing 'Get-IvsChannel, one call after the other' 'boto3' }

# 1,000 calls of 50 ms, with 20 calls at the same time: at most 400 calls per second.
$slow = Start-IvsEmulator -LatencyMilliseconds 50
try {
    $channel = New-IvsChannel -Name slow -EndpointUrl $slow.Url
    $overlapped = "
        Import-Module '$manifest'
        `$connection = @{
            EndpointUrl = '$($slow.Url)'; AccessKey = '$($slow.AccessKeyId)'; SecretKey = '$($slow.SecretAccessKey)'; ThrottleLimit = 20
        }
        `$arns = @('$($channel.Arn)') * 1000
        `$null = `$arns[0..199] | Update-IvsChannel -Name renamed @connection
        `$watch = [System.Diagnostics.Stopwatch]::StartNew()
        `$null = `$arns | Update-IvsChannel -Name renamed @connection
        1000 / `$watch.Elapsed.TotalSeconds"
    $pair = Measure-Pair -Rounds 5 { (Invoke-Engine $overlapped).Output } {
        [SixOperations]::MeasureLanes($slow.Url, $slow.AccessKeyId, $slow.SecretAccessKey, 'us-west-2', $channel.Arn, 20, 1000)
    }
    $what = 'Update-IvsChannel -ThrottleLimit 20, 1,000 calls of 50 ms'
    Write-Row $what $pair.Ours 'ideal' 400 'calls/s' ($pair.Values | ForEach-Object { $_ / 400 }) '>= 0.95'
    Write-Ratio $what $pair 'HttpClient, 20 threads' 'calls/s'
}
finally { $slow | Stop-IvsEmulator }
