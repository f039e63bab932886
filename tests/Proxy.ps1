# Calls Amazon IVS through faulty proxies. Also calls a server whose response does not end. Writes a JSON object for each call.
# The script runs in a separate process, because .NET reads the proxy settings once.
Get-ChildItem env:AWS_* | Remove-Item
$env:AWS_EC2_METADATA_DISABLED = 'true'
$env:AWS_MAX_ATTEMPTS = '1'
$listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
$listener.Start()
$env:https_proxy = "http://user:hunter2@$($listener.LocalEndpoint)"

# Makes a call through a proxy that responds to each connection with the text. The connections stay open.
function Invoke-Call([string] $Name, [string] $Text, [int] $Connections = 1, [string] $Arguments = '', [switch] $Stop) {
    # Each call uses a different Region and thus a different host, so that .NET opens a new connection to the proxy.
    $script:number++
    $shell = [powershell]::Create().AddScript("
        Import-Module '$PSScriptRoot/../IvsTools.psd1'
        Get-IvsChannel -AccessKey AKIA -SecretKey x -Region test-$number -Verbose $Arguments -TimeoutSec $($Stop ? 3600 : 1)")
    $running = $shell.BeginInvoke()
    $requests = foreach ($connection in 1..$Connections) {
        $accepting = $listener.AcceptTcpClientAsync()
        if (-not $accepting.Wait(30000)) { throw "No connection: $Name" }
        $stream = $accepting.Result.GetStream()
        $bytes = [byte[]]::new(65536)
        [System.Text.Encoding]::Latin1.GetString($bytes, 0, $stream.Read($bytes))
        $stream.Write([System.Text.Encoding]::Latin1.GetBytes($Text))
    }
    if ($Stop) { $null = $shell.BeginStop($null, $null) }
    $null = $running.AsyncWaitHandle.WaitOne(30000)
    $failure = $shell.Streams.Error[0]
    @{
        Name = $Name
        State = "$($shell.InvocationStateInfo.State)"
        ErrorId = "$($failure.FullyQualifiedErrorId)".Split(',')[0]
        Requests = @($requests)
        Shown = "$($shell.Streams.Verbose)$($failure | Format-List * -Force | Out-String)$($failure.Exception)"
    } | ConvertTo-Json -Compress
}

$open = "HTTP/1.1 200 OK`r`n`r`n"
foreach ($stop in $false, $true) {
    Invoke-Call 'a proxy that does not respond' '' -Stop:$stop
    Invoke-Call 'a proxy with a silent tunnel' $open -Stop:$stop
}
$rejection = "HTTP/1.1 407 No`r`nConnection: close`r`nProxy-Authenticate: Basic realm=`"x`"`r`nContent-Length: 0`r`n`r`n"
Invoke-Call 'a proxy that rejects the password' $rejection -Connections 2
$start = "HTTP/1.1 200 OK`r`nContent-Length: 100`r`n`r`n{"
Invoke-Call 'a response that stalls' $start -Arguments "-EndpointUrl http://$($listener.LocalEndpoint)" -Stop
