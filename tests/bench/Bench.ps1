<#
.SYNOPSIS
    What the module costs, as ratios of things measured side by side in this one run.
.DESCRIPTION
    Medians, with the two sides of each ratio taking turns, so that a slow moment of the machine hits both.
#>
[CmdletBinding()]
param([int] $Repeat = 9)

$ErrorActionPreference = 'Stop'
$manifest = Join-Path $PSScriptRoot '../../IvsTools.psd1'
Import-Module $manifest
$pwsh = (Get-Process -Id $PID).Path
$folder = New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) "ivstools-bench-$([guid]::NewGuid())")

# Milliseconds of both, taking turns; the first round of each warms caches and does not count.
function Measure-SideBySide([scriptblock] $Ours, [scriptblock] $Other, [scriptblock] $Before = {}) {
    $times = @(@(), @())
    foreach ($round in 0..$Repeat) {
        foreach ($side in 0, 1) {
            & $Before
            $elapsed = (Measure-Command { if ($side) { & $Other } else { & $Ours } }).TotalMilliseconds
            if ($round) { $times[$side] += $elapsed }
        }
    }
    foreach ($side in $times) { ($side | Sort-Object)[[int][math]::Floor($side.Count / 2)] }
}

function Write-Ratio([string] $What, [double] $Ours, [string] $Than, [double] $Other, [string] $Unit, [string] $Aim) {
    [pscustomobject]@{
        Measured = $What; Value = "$([math]::Round($Ours)) $Unit"; NextTo = $Than; Other = "$([math]::Round($Other)) $Unit"
        Ratio = ($Ours / $Other).ToString('0.00', [cultureinfo]::InvariantCulture); Aim = $Aim
    }
}

function Invoke-Child([string] $Command) {
    & $pwsh -NoProfile -NonInteractive -Command $Command
    if ($LASTEXITCODE -ne 0) { throw "A child failed: $Command" }
}

function New-PemFile([int] $Blocks) {
    $key = [System.Security.Cryptography.ECDsa]::Create([System.Security.Cryptography.ECCurve+NamedCurves]::nistP384)
    $path = Join-Path $folder "$Blocks.pem"
    [System.IO.File]::WriteAllLines($path, [string[]](@($key.ExportSubjectPublicKeyInfoPem()) * $Blocks))
    $path
}

$emulator = Start-IvsEmulator
try {
    & {
        $ours, $bare = Measure-SideBySide { Invoke-Child "Import-Module '$manifest'" } { Invoke-Child 'exit' }
        Write-Ratio 'pwsh that imports the module' $ours 'bare pwsh' $bare ms

        if (Get-Command aws -CommandType Application -ErrorAction Ignore) {
            $channel = New-IvsChannel -Name bench -EndpointUrl $emulator.Url
            $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY, $env:AWS_DEFAULT_REGION = $emulator.AccessKeyId, $emulator.SecretAccessKey, $emulator.Region
            $ours, $cli = Measure-SideBySide -Before { Get-IvsStreamKey -ChannelArn $channel.Arn -EndpointUrl $emulator.Url | Remove-IvsStreamKey -EndpointUrl $emulator.Url -Force } {
                Invoke-Child "Import-Module '$manifest'; (New-IvsStreamKey $($channel.Arn) -EndpointUrl $($emulator.Url)).Value"
            } {
                aws ivs create-stream-key --channel-arn $channel.Arn --endpoint-url $emulator.Url --query streamKey.value --output text
                if ($LASTEXITCODE -ne 0) { throw 'The AWS CLI failed.' }
            }
            Write-Ratio 'process start to the printed stream key' $ours 'AWS CLI, same call' $cli ms '0.70'
        }
        else { Write-Warning 'The AWS CLI is not on this machine: nothing to compare the first stream key with.' }

        # One key over and over: each block is assembled, decoded and checked, and only the first would be sent.
        $pem = New-PemFile 10000
        $connection = @{ EndpointUrl = $emulator.Url; ReuseExisting = $true; WarningAction = 'Ignore' }
        $ours, $alone = Measure-SideBySide { Get-Content $pem | Import-IvsPlaybackKeyPair @connection | Out-Null } { Get-Content $pem | Out-Null }
        Write-Ratio 'Get-Content | Import-IvsPlaybackKeyPair, 10,000 blocks' $ours 'Get-Content | Out-Null' $alone ms '1.30'

        $ours, $alone = Measure-SideBySide { Import-IvsPlaybackKeyPair -Path $pem @connection | Out-Null } { Get-Content $pem | Out-Null }
        Write-Ratio 'Import-IvsPlaybackKeyPair -Path, 10,000 blocks' $ours 'Get-Content | Out-Null' $alone ms

        # Get-Content itself takes more as it runs on; what matters is that the share on top of it does not grow.
        $peak = '[System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB'
        foreach ($blocks in 1000, 100000) {
            $pem = New-PemFile $blocks
            $alone = [double](Invoke-Child "Get-Content '$pem' | Out-Null; $peak")
            $ours = [double](Invoke-Child "
                Import-Module '$manifest'
                Get-Content '$pem' | Import-IvsPlaybackKeyPair -EndpointUrl $($emulator.Url) -AccessKey $($emulator.AccessKeyId) -SecretKey $($emulator.SecretAccessKey) -Region $($emulator.Region) -ReuseExisting -WarningAction Ignore -ErrorAction Stop | Out-Null
                $peak")
            Write-Ratio "peak memory of an import of $blocks blocks" $ours 'Get-Content | Out-Null' $alone MB 'flat'
        }
    } | Format-Table -AutoSize | Out-String -Width 160
}
finally {
    Stop-IvsEmulator
    Remove-Item $folder -Recurse
}
