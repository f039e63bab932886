# Measures the number of calls per second after a number of warm-up calls.
$fast = New-IvsChannel -Name calls -EndpointUrl $emulator.Url
$env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY = $emulator.AccessKeyId, $emulator.SecretAccessKey
$env:AWS_DEFAULT_REGION = $emulator.Region

# The module and boto3 run in their own processes. The emulator runs in this process.
function Measure-CallRate([int] $Warm, [int] $Count) {
    (Invoke-Engine "
        Import-Module '$manifest'
        `$null = @('$($fast.Arn)') * $Warm | Get-IvsChannel -EndpointUrl $($emulator.Url)
        `$arns = @('$($fast.Arn)') * $Count
        `$watch = [System.Diagnostics.Stopwatch]::StartNew()
        `$null = `$arns | Get-IvsChannel -EndpointUrl $($emulator.Url)
        $Count / `$watch.Elapsed.TotalSeconds").Output
}

# After 100 calls, .NET is still recompiling the code on another thread. After 10,000 calls, the compilation is complete.
# Python does not compile code in this way, so boto3 needs only 100 calls.
foreach ($case in @{ Warm = 100; Count = 300 }, @{ Warm = 10000; Count = 1000; Aim = '>= 1.5' }) {
    $what = 'Get-IvsChannel, sequential calls after {0:#,0} warm-up calls' -f $case.Warm
    if ($boto) {
        $arguments = "$PSScriptRoot/boto_calls.py", $emulator.Url, $fast.Arn, 'warm'
        $pair = Measure-Pair -Rounds 7 { Measure-CallRate $case.Warm $case.Count } { (Invoke-Timed $python $arguments).Output }
        Write-Ratio $what $pair 'boto3' 'calls/s' $case.Aim
    }
    else { Write-Missing $what 'boto3' }
}

# 20 calls run at the same time, and each call takes 50 ms, so the maximum is 400 calls per second.
# Before the measurement, calls without a delay make .NET compile the code.
$slow = Start-IvsEmulator -LatencyMilliseconds 50
try {
    $channel = New-IvsChannel -Name slow -EndpointUrl $slow.Url
    $overlapped = "
        Import-Module '$manifest'
        `$null = @('$($fast.Arn)') * 10000 | Update-IvsChannel -Name renamed -ThrottleLimit 20 -EndpointUrl $($emulator.Url)
        `$connection = @{
            EndpointUrl = '$($slow.Url)'; AccessKey = '$($slow.AccessKeyId)'; SecretKey = '$($slow.SecretAccessKey)'; ThrottleLimit = 20
        }
        `$arns = @('$($channel.Arn)') * 1000
        `$null = `$arns[0..19] | Update-IvsChannel -Name renamed @connection
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
