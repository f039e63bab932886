# Calls a faulty server and a faulty proxy, and writes one JSON object for each case. The object contains the error of the call.
# If the property Waits of a case is true, the script also makes a second call and stops the pipeline during that call.
# The object then also contains the state of the stopped pipeline.
# The script runs in a separate process, because .NET reads the proxy settings once.
Get-ChildItem env:AWS_* | Remove-Item
$env:AWS_EC2_METADATA_DISABLED = 'true'
$env:AWS_MAX_ATTEMPTS = '1'
Import-Module "$PSScriptRoot/../IvsTools.psd1"

function ConvertTo-GzipText([byte[]] $Block, [int] $Count) {
    $packed = [System.IO.MemoryStream]::new()
    $gzip = [System.IO.Compression.GZipStream]::new($packed, [System.IO.Compression.CompressionLevel]::Fastest)
    1..$Count | ForEach-Object { $gzip.Write($Block) }
    $gzip.Dispose()
    [System.Text.Encoding]::Latin1.GetString($packed.ToArray())
}

$head = "HTTP/1.1 200 OK`r`nConnection: close`r`n"
$bomb = ConvertTo-GzipText ([byte[]]::new(1mb)) 64
# If Waits is true, a call does not end before it times out or is stopped. The server sends Filler again and again.
$cases = @(
    @{ Name = 'a proxy that does not respond'; IsProxy = $true; Waits = $true }
    @{ Name = 'a proxy with a silent tunnel'; IsProxy = $true; Waits = $true; Text = "HTTP/1.1 200 OK`r`n`r`n" }
    @{
        Name = 'a proxy that rejects the password'
        IsProxy = $true
        Text = "HTTP/1.1 407 No`r`nConnection: close`r`nProxy-Authenticate: Basic realm=`"x`"`r`nContent-Length: 0`r`n`r`n"
    }
    foreach ($status in 301, 302, 303, 307, 308) {
        @{
            Name = "redirect $status"
            Text = "HTTP/1.1 $status Moved`r`nConnection: close`r`nLocation: /ListChannels`r`nContent-Length: 0`r`n`r`n"
        }
    }
    @{ Name = 'no response'; Waits = $true }
    @{ Name = 'headers that stall'; Waits = $true; Text = $head }
    @{ Name = 'a body that stalls'; Waits = $true; Text = "${head}Content-Length: 100`r`n`r`n{" }
    @{ Name = 'a body of 1 GB'; Text = "${head}Content-Length: 1073741824`r`n`r`n{" }
    @{ Name = 'a body without an end'; Text = "$head`r`n"; Filler = [byte[]]::new(1mb) }
    @{ Name = 'a compression bomb'; Text = "${head}Content-Encoding: gzip`r`nContent-Length: $($bomb.Length)`r`n`r`n$bomb" }
)

# The current case. Connections stay open until the client closes them.
$state = [hashtable]::Synchronized(@{})
$requests = [System.Collections.Concurrent.BlockingCollection[string]]::new()
$listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
$listener.Start()
$server = [powershell]::Create().AddScript({
        param($Listener, $State, $Requests)
        $open = [System.Collections.Generic.List[object]]::new()
        while ($true) {
            $client = $Listener.AcceptTcpClient()
            $open.Add($client)
            try {
                $stream = $client.GetStream()
                $bytes = [byte[]]::new(65536)
                $length = $stream.Read($bytes, 0, $bytes.Length)
                $case = $State.Case
                $stream.Write([System.Text.Encoding]::Latin1.GetBytes("$($case.Text)"))
                $Requests.Add([System.Text.Encoding]::Latin1.GetString($bytes, 0, $length))
                while ($case.Filler) { $stream.Write($case.Filler) }
            }
            catch { $client.Dispose() }
        }
    }).AddArgument($listener).AddArgument($state).AddArgument($requests)
$null = $server.BeginInvoke()
$env:https_proxy = "http://user:hunter2@127.0.0.1:$($listener.LocalEndpoint.Port)"

$number = 0
foreach ($case in $cases) {
    $state.Case = $case
    # Each call uses a different Region and thus a different host, so that .NET opens a new connection to the proxy.
    $call = {
        $script:number++
        "Get-IvsChannel -AccessKey AKIA -SecretKey x -Region test-$number -Verbose" + (
            $case.IsProxy ? '' : " -EndpointUrl http://127.0.0.1:$($listener.LocalEndpoint.Port)"
        )
    }
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    # If the first connection of a pipeline fails, the error is terminating.
    $shown = try { Invoke-Expression "$(& $call) -TimeoutSec 1 -ErrorVariable failed -ErrorAction SilentlyContinue *>&1" } catch {
        $_
        $failed = @($_)
    }
    $result = [ordered]@{
        Name         = $case.Name
        ErrorId      = $failed[0].FullyQualifiedErrorId.Split(',')[0]
        Milliseconds = $clock.ElapsedMilliseconds
        Shown        = "$($shown | Out-String)$($failed[0] | Format-List * -Force | Out-String)$($failed[0].Exception)"
        Requests     = @(while ($requests.Count) { $requests.Take() })
    }
    if ($case.Waits) {
        $shell = [powershell]::Create().AddScript("Import-Module '$PSScriptRoot/../IvsTools.psd1'; $(& $call) -TimeoutSec 3600")
        $running = $shell.BeginInvoke()
        $sent = ''
        $result.IsReached = $requests.TryTake([ref] $sent, 30000)
        $clock.Restart()
        $stopping = $shell.BeginStop($null, $null)
        $result.IsStopped = $stopping.AsyncWaitHandle.WaitOne(30000) -and $running.AsyncWaitHandle.WaitOne(30000)
        $result.StopMilliseconds = $clock.ElapsedMilliseconds
        $result.State = "$($shell.InvocationStateInfo.State)"
    }
    $result | ConvertTo-Json -Compress
}
# The server thread still waits for a connection, so the process would not end by itself.
[Environment]::Exit(0)
