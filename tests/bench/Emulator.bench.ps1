# Requests per second of one core: the requests of one client, divided by the processor time of the server.
# Unlike the elapsed time, it does not depend on the client or on other programs of the machine.
Add-Type -Path $PSScriptRoot/SixOperations.cs
$servers = [System.Collections.Generic.List[System.Diagnostics.Process]]::new()

# Starts a server and returns its line that matches a pattern. The rest of its output is discarded.
function Start-Server([string] $Pattern, [string] $Program, [string[]] $Arguments) {
    $start = [System.Diagnostics.ProcessStartInfo]::new($Program, $Arguments)
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $servers.Add($process)
    $streams = $process.StandardOutput, $process.StandardError
    # moto writes its URL to the standard error.
    $reader = $Pattern -match 'Running' ? $streams[1] : $streams[0]
    while ($null -ne ($line = $reader.ReadLine()) -and $line -notmatch $Pattern) { continue }
    if ($null -eq $line) { throw "$Program has ended: $($process.StandardError.ReadToEnd())" }
    $streams | ForEach-Object { $null = $_.BaseStream.CopyToAsync([System.IO.Stream]::Null) }
    @{ Process = $process; Match = [regex]::Match($line, $Pattern) }
}

function Measure-RequestRate(
    [System.Diagnostics.Process] $Process, [string] $Url, [string] $AccessKey, [string] $SecretKey, [int] $Rounds
) {
    $client = [SixOperations]::new($Url, $AccessKey, $SecretKey, 'us-west-2')
    $client.Run(2 * $Rounds)
    $rates = foreach ($sample in 1..5) {
        $Process.Refresh()
        $before = $Process.TotalProcessorTime
        $client.Run($Rounds)
        $Process.Refresh()
        6 * $Rounds / ($Process.TotalProcessorTime - $before).TotalSeconds
    }
    $client.Dispose()
    ($rates | Sort-Object)[2]
}

try {
    if (Get-Command moto_server -CommandType Application -ErrorAction Ignore) {
        $project = "$PSScriptRoot/../../src/IvsTools.Emulator.Tool"
        $null = Invoke-DotNet publish $project --configuration Release --output "$folder/tool" --nologo --verbosity quiet
        $tool = Start-Server 'AWS_ENDPOINT_URL_IVS=(\S+)' dotnet "$folder/tool/ivs-emulator.dll", '--port', '0', '--quiet'
        $command = "Import-Module '$manifest'; `$e = Start-IvsEmulator; " +
            """started `$(`$e.Url) `$(`$e.AccessKeyId) `$(`$e.SecretAccessKey)""; [void][Console]::In.ReadLine()"
        $program, $arguments = Get-EngineCommand
        $inside = Start-Server 'started (\S+) (\S+) (\S+)' $program ($arguments + '-Command', $command)
        $moto = Start-Server 'Running on (\S+)' moto_server '--port', '0'

        $url, $key, $secret = $inside.Match.Groups[1..3].Value
        $insideRate = Measure-RequestRate $inside.Process $url $key $secret 700
        $toolRate = Measure-RequestRate $tool.Process $tool.Match.Groups[1].Value test test 700
        $motoRate = Measure-RequestRate $moto.Process $moto.Match.Groups[1].Value test test 70
        Write-Ratio 'ivs-emulator, six operations' $toolRate 'moto server' $motoRate 'requests/s of a core' '10.00'
        Write-Ratio 'Start-IvsEmulator, six operations' $insideRate 'moto server' $motoRate 'requests/s of a core' '10.00'
    }
    else { Write-Warning 'moto_server is not on this machine: nothing to compare the emulator with.' }
}
finally {
    foreach ($server in $servers) {
        if (-not $server.HasExited) { $server.Kill($true) }
        $server.Dispose()
    }
}
