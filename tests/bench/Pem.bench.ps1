# Assembling PEM blocks from lines.
function New-PemFile([int] $Blocks) {
    $key = [System.Security.Cryptography.ECDsa]::Create([System.Security.Cryptography.ECCurve+NamedCurves]::nistP384)
    $path = Join-Path $folder "$Blocks.pem"
    [System.IO.File]::WriteAllLines($path, [string[]](@($key.ExportSubjectPublicKeyInfoPem()) * $Blocks))
    $path
}

# The same key repeatedly: each block is assembled, decoded and checked, and only the first would be sent.
$pem = New-PemFile 10000
$connection = @{ EndpointUrl = $emulator.Url; ReuseExisting = $true; WarningAction = 'Ignore' }
$ours, $alone = Measure-SideBySide { Get-Content $pem | Import-IvsPlaybackKeyPair @connection | Out-Null } { Get-Content $pem | Out-Null }
Write-Ratio 'Get-Content | Import-IvsPlaybackKeyPair, 10,000 blocks' $ours 'Get-Content | Out-Null' $alone ms '1.30'

$ours, $alone = Measure-SideBySide { Import-IvsPlaybackKeyPair -Path $pem @connection | Out-Null } { Get-Content $pem | Out-Null }
Write-Ratio 'Import-IvsPlaybackKeyPair -Path, 10,000 blocks' $ours 'Get-Content | Out-Null' $alone ms

# Get-Content itself becomes slower. The additional time of the module must not grow.
$peak = '[System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB'
foreach ($blocks in 1000, 100000) {
    $pem = New-PemFile $blocks
    $alone = [double](Invoke-Child "Get-Content '$pem' | Out-Null; $peak")
    $ours = [double](Invoke-Child "
        Import-Module '$manifest'
        `$connection = @{
            EndpointUrl = '$($emulator.Url)'
            AccessKey = '$($emulator.AccessKeyId)'
            SecretKey = '$($emulator.SecretAccessKey)'
            Region = '$($emulator.Region)'
        }
        Get-Content '$pem' |
            Import-IvsPlaybackKeyPair @connection -ReuseExisting -WarningAction Ignore -ErrorAction Stop | Out-Null
        $peak")
    Write-Ratio "peak memory of an import of $blocks blocks" $ours 'Get-Content | Out-Null' $alone MB 'flat'
}
