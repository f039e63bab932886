# Compares New-IvsViewerToken with code that only creates signatures, in .NET and in openssl.
$file = New-IvsPlaybackKeyPair -Name bench -DestinationPath $folder
$channelArn = 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh'
$cores = [System.Environment]::ProcessorCount

function New-ViewerRow([int] $Count) { foreach ($i in 1..$Count) { [pscustomobject]@{ ViewerId = "viewer-$i" } } }

# Measures the tokens per second in a pipeline.
function Measure-TokenRate([int] $Count, [int] $Degree) {
    $rows = New-ViewerRow $Count
    $time = Measure-Command { $rows | New-IvsViewerToken $channelArn $file.PrivateKeyPath -ThrottleLimit $Degree | Out-Null }
    $Count / $time.TotalSeconds
}

Add-Type -TypeDefinition @'
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
public static class SignLoop {
    // A text with the length of a token.
    private static readonly byte[] Data = Encoding.ASCII.GetBytes(new string('a', 230));
    public static void Run(string pem, int count, int degree) {
        Parallel.For(0, degree, lane => {
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            for (var i = 0; i < count / degree; i++) key.SignData(Data, HashAlgorithmName.SHA384);
        });
    }
}
'@
function Measure-LoopRate([int] $Count, [int] $Degree) {
    $pem = Get-Content $file.PrivateKeyPath -Raw
    $Count / (Measure-Command { [SignLoop]::Run($pem, $Count, $Degree) }).TotalSeconds
}

# Returns the value in the sign/s column of openssl speed.
function Measure-OpenSslRate([int] $Degree) {
    $multi = if ($Degree -gt 1) { '-multi', $Degree } else { @() }
    $line = openssl speed -elapsed -seconds 1 @multi ecdsap384 2>$null | Where-Object { $_ -match 'nistp384' } | Select-Object -Last 1
    [double]($line -split '\s+' | Where-Object { $_ -match '^[0-9.]+$' } | Select-Object -SkipLast 1 | Select-Object -Last 1)
}

$openssl = Find-Program openssl
# .NET recompiles the code of the pipeline while it runs, and completes the compilation only after several thousand tokens.
$null = Measure-TokenRate 5000 $cores
foreach ($degree in 1, $cores | Select-Object -Unique) {
    $what = "CSV rows | New-IvsViewerToken, $($degree -eq 1 ? 'one core' : "all $degree cores")"
    $count = 500 * $degree
    $pair = Measure-Pair -Rounds 7 { Measure-TokenRate $count $degree } { Measure-LoopRate $count $degree }
    Write-Ratio $what $pair 'loop of ECDsa.SignData' 'tokens/s' ($degree -eq 1 ? '' : '>= 0.97')
    if ($openssl) {
        $pair = Measure-Pair -Rounds 3 { Measure-TokenRate $count $degree } { Measure-OpenSslRate $degree }
        Write-Ratio $what $pair 'openssl speed ecdsap384' 'tokens/s'
    }
    else { Write-Missing $what 'openssl' }
}

function Measure-TokenMemory([int] $Count) {
    (Invoke-Engine "
        Import-Module '$manifest'
        & { foreach (`$i in 1..$Count) { [pscustomobject]@{ ViewerId = `$i } } } |
            New-IvsViewerToken $channelArn '$($file.PrivateKeyPath)' | Out-Null
        [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB").Output
}
$pair = Measure-Pair -Rounds 1 { Measure-TokenMemory 10000 } { Measure-TokenMemory 1000 }
Write-Ratio 'Peak memory of 10,000 tokens' $pair '1,000 tokens' MB '<= 1.2'
