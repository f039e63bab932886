# Measures the requests per second of one core: the requests of one client divided by the processor time of the server.
# The elapsed time would also depend on the client and on other programs.
$servers = [System.Collections.Generic.List[System.Diagnostics.Process]]::new()

# Starts a server and waits for the line of its output that matches a pattern.
# With -Reads, the caller reads the rest of the output. Without -Reads, the rest is discarded.
function Start-Server([string] $Pattern, [string] $Program, [string[]] $Arguments, [switch] $Reads) {
    $start = [System.Diagnostics.ProcessStartInfo]::new($Program, $Arguments)
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $servers.Add($process)
    $streams = $process.StandardOutput, $process.StandardError
    # moto writes its URL to the standard error.
    $reader = $Pattern -match 'Running' ? $streams[1] : $streams[0]
    while ($null -ne ($line = $reader.ReadLine()) -and $line -notmatch $Pattern) { continue }
    if ($null -eq $line) { throw "$Program has ended: $($process.StandardError.ReadToEnd())" }
    $streams | Where-Object { -not $Reads -or $_ -ne $reader } |
        ForEach-Object { $null = $_.BaseStream.CopyToAsync([System.IO.Stream]::Null) }
    @{ Process = $process; Match = [regex]::Match($line, $Pattern) }
}

function Measure-RequestRate($Server, [string] $Url, [string] $AccessKey, [string] $SecretKey, [int] $Rounds) {
    $client = [SixOperations]::new($Url, $AccessKey, $SecretKey, 'us-west-2')
    try {
        $Server.Process.Refresh()
        $before = $Server.Process.TotalProcessorTime
        $client.Run($Rounds)
        $Server.Process.Refresh()
        6 * $Rounds / ($Server.Process.TotalProcessorTime - $before).TotalSeconds
    }
    finally { $client.Dispose() }
}

# Returns the memory that the server has allocated so far, in KB.
function Get-Allocation($Server) {
    $Server.Process.StandardInput.WriteLine()
    [double]$Server.Process.StandardOutput.ReadLine()
}

try {
    $tool = "$root/output/bench/ivs-emulator"
    $null = Invoke-DotNet publish "$root/src/IvsTools.Emulator.Tool" --configuration Release --output $tool --nologo --verbosity quiet
    $tool = Start-Server 'AWS_ENDPOINT_URL_IVS=(\S+)' dotnet "$tool/ivs-emulator.dll", '--port', '0', '--quiet'
    $toolUrl = $tool.Match.Groups[1].Value
    $command = "Import-Module '$manifest'; `$e = Start-IvsEmulator; " +
        """started `$(`$e.Url) `$(`$e.AccessKeyId) `$(`$e.SecretAccessKey)""; " +
        'while ($null -ne [Console]::In.ReadLine()) { [System.GC]::GetTotalAllocatedBytes($true) / 1KB }'
    $inside = Start-Server -Reads 'started (\S+) (\S+) (\S+)' $engine '-NoProfile', '-NonInteractive', '-Command', $command
    $url, $key, $secret = $inside.Match.Groups[1..3].Value

    # The results of these calls are discarded, because .NET compiles the code of the server during the first requests.
    $null = Measure-RequestRate $tool $toolUrl test test 700
    $null = Measure-RequestRate $inside $url $key $secret 700
    $allocated = foreach ($sample in 1..5) {
        $before = Get-Allocation $inside
        $null = Measure-RequestRate $inside $url $key $secret 200
        (Get-Allocation $inside) - $before
    }
    $perRequest = $allocated | ForEach-Object { $_ / 1200 }
    Write-Row 'Start-IvsEmulator, allocated memory per request' (Get-Quantile $perRequest 0.5) '' 0 KB $perRequest '' '0.0'

    if ($program = Find-Program moto_server) {
        $moto = Start-Server 'Running on (\S+)' $program '--port', '0'
        $motoUrl = $moto.Match.Groups[1].Value
        $peer = { Measure-RequestRate $moto $motoUrl test test 50 }
        $pair = Measure-Pair -Rounds 5 { Measure-RequestRate $tool $toolUrl test test 500 } $peer
        Write-Ratio 'ivs-emulator, six operations' $pair 'moto server' 'requests/s per core' '>= 10'
        $pair = Measure-Pair -Rounds 5 { Measure-RequestRate $inside $url $key $secret 500 } $peer
        Write-Ratio 'Start-IvsEmulator, six operations' $pair 'moto server' 'requests/s per core' '>= 10'
    }
    else { Write-Missing 'ivs-emulator, six operations' 'moto server' }
}
finally {
    foreach ($server in $servers) {
        if (-not $server.HasExited) { $server.Kill($true) }
        $server.Dispose()
    }
}
