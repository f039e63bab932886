# Viewer tokens, compared with openssl speed and with only the signing.
$file = New-IvsPlaybackKeyPair -Name bench -DestinationPath $folder
$channelArn = 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh'
$cores = [System.Environment]::ProcessorCount

function New-ViewerRow([int] $Count) { foreach ($i in 1..$Count) { [pscustomobject]@{ ViewerId = "viewer-$i" } } }

# Tokens per second in the pipeline.
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

# The column sign/s of openssl speed.
function Measure-OpenSslRate([int] $Degree) {
    $multi = if ($Degree -gt 1) { '-multi', $Degree } else { @() }
    $line = openssl speed -seconds 2 @multi ecdsap384 2>$null | Where-Object { $_ -match 'nistp384' } | Select-Object -Last 1
    [double]($line -split '\s+' | Where-Object { $_ -match '^[0-9.]+$' } | Select-Object -SkipLast 1 | Select-Object -Last 1)
}

foreach ($degree in 1, $cores | Select-Object -Unique) {
    $on = $degree -eq 1 ? 'one core' : "all $degree cores"
    $count = 3000 * $degree
    $null = Measure-TokenRate 500 $degree
    $null = Measure-LoopRate 500 $degree
    $rounds = foreach ($round in 1..3) {
        @{
            Ours = Measure-TokenRate $count $degree
            Loop = Measure-LoopRate $count $degree
            OpenSsl = (Get-Command openssl -CommandType Application -ErrorAction Ignore) ? (Measure-OpenSslRate $degree) : $null
        }
    }
    $ours, $loop, $openSsl = 'Ours', 'Loop', 'OpenSsl' |
        ForEach-Object { $key = $_; ($rounds | ForEach-Object { $_[$key] } | Sort-Object)[1] }
    Write-Ratio "CSV rows | New-IvsViewerToken, $on" $ours 'loop over ECDsa.SignData' $loop '/s'
    if ($openSsl) { Write-Ratio "CSV rows | New-IvsViewerToken, $on" $ours 'openssl speed ecdsap384' $openSsl '/s' '0.90' }
}

$peaks = foreach ($tokens in 1000, 100000) {
    [double](Invoke-Child "
        Import-Module '$manifest'
        & { foreach (`$i in 1..$tokens) { [pscustomobject]@{ ViewerId = `$i } } } |
            New-IvsViewerToken $channelArn '$($file.PrivateKeyPath)' | Out-Null
        [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB")
}
Write-Ratio 'peak memory of 100000 tokens' $peaks[1] 'of 1000 tokens' $peaks[0] MB 'flat'
