# Imports keys from lines and from files. A file contains the same key many times, so each block is assembled, decoded and checked,
# but only the first is sent.
function New-PemFile([int] $Blocks) {
    $key = [System.Security.Cryptography.ECDsa]::Create([System.Security.Cryptography.ECCurve+NamedCurves]::nistP384)
    $path = Join-Path $folder "$Blocks.pem"
    [System.IO.File]::WriteAllLines($path, [string[]](@($key.ExportSubjectPublicKeyInfoPem()) * $Blocks))
    $path
}

# This cmdlet has the parameter sets of Import-IvsPlaybackKeyPair and does nothing, so its time is the cost of binding each line.
Add-Type -TypeDefinition @'
using System.IO;
using System.Management.Automation;
[Cmdlet("Receive", "Line")]
public sealed class ReceiveLine : PSCmdlet {
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Material")]
    public string[] PublicKeyMaterial { get; set; }
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Path")]
    public string[] Path { get; set; }
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    public string[] LiteralPath { get; set; }
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "File")]
    public FileSystemInfo File { get; set; }
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "KeyFile")]
    public Stream KeyFile { get; set; }
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "KmsKeyId")]
    public string KmsKeyId { get; set; }
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "SsmParameter")]
    public string SsmParameter { get; set; }
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "SecretName")]
    public string SecretName { get; set; }
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Material")]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Path")]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    public string Name { get; set; }
    [Parameter(ValueFromPipelineByPropertyName = true)] public string[] Tag { get; set; }
}
'@ -PassThru | ForEach-Object { Import-Module $_.Assembly }

$pem = New-PemFile 10000
$connection = @{ EndpointUrl = $emulator.Url; ReuseExisting = $true; WarningAction = 'Ignore' }
$lines = { Measure-Milliseconds { Get-Content $pem | Import-IvsPlaybackKeyPair @connection | Out-Null } }
$path = { Measure-Milliseconds { Import-IvsPlaybackKeyPair -Path $pem @connection | Out-Null } }

$pair = Measure-Pair -Rounds 5 $lines { Measure-Milliseconds { Get-Content $pem | Receive-Line } }
Write-Ratio 'Get-Content | Import-IvsPlaybackKeyPair, 10,000 keys' $pair 'Get-Content | cmdlet that does nothing' ms
$pair = Measure-Pair -Rounds 5 $path $lines
Write-Ratio 'Import-IvsPlaybackKeyPair -Path, 10,000 keys' $pair 'Get-Content | Import-IvsPlaybackKeyPair' ms '<= 0.2'

function Measure-ImportMemory([int] $Blocks) {
    $pem = New-PemFile $Blocks
    (Invoke-Engine "
        Import-Module '$manifest'
        `$connection = @{
            EndpointUrl = '$($emulator.Url)'
            AccessKey = '$($emulator.AccessKeyId)'
            SecretKey = '$($emulator.SecretAccessKey)'
            Region = '$($emulator.Region)'
        }
        Get-Content '$pem' |
            Import-IvsPlaybackKeyPair @connection -ReuseExisting -WarningAction Ignore -ErrorAction Stop | Out-Null
        [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB").Output
}
$free = { Get-IvsPlaybackKeyPair -EndpointUrl $emulator.Url | Remove-IvsPlaybackKeyPair -EndpointUrl $emulator.Url -Force }
$pair = Measure-Pair -Rounds 1 -Before $free { Measure-ImportMemory 50000 } { Measure-ImportMemory 1000 }
Write-Ratio 'Peak memory of an import of 50,000 keys' $pair '1,000 keys' MB '<= 1.2'
