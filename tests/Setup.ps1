# Imports the built module, starts an emulator, and hides the AWS settings of this machine. Every test file dot-sources this file.
$ErrorActionPreference = 'Continue'
. $PSScriptRoot/../src/build/Programs.ps1
Import-Module "$PSScriptRoot/../IvsTools.psd1"
Get-ChildItem env:AWS_* | Remove-Item
$env:AWS_EC2_METADATA_DISABLED = 'true'
# Each call makes one attempt, so that one injected fault causes one error. The tests of IvsTools.Core cover retries.
$env:AWS_MAX_ATTEMPTS = '1'
$env:AWS_CONFIG_FILE = $env:AWS_SHARED_CREDENTIALS_FILE = Join-Path ([System.IO.Path]::GetTempPath()) 'ivstools-no-such-file'
$emulator = Start-IvsEmulator
$PSDefaultParameterValues = @{ '*-Ivs*:EndpointUrl' = $emulator.Url }

function Reset-Emulator {
    $null = Invoke-RestMethod "$($emulator.Url)/_emulator/reset" -Method Post
}

# Waits until another thread has met a condition. The test fails if the condition is not met within 30 seconds.
function Wait-Until([scriptblock] $Condition) {
    $limit = [System.Threading.CancellationTokenSource]::new(30000)
    while (-not (& $Condition)) {
        $limit.Token.ThrowIfCancellationRequested()
        $null = [System.Threading.Thread]::Yield()
    }
}

function Use-Culture([cultureinfo] $Culture, [scriptblock] $Test) {
    $before = [cultureinfo]::CurrentCulture
    [cultureinfo]::CurrentCulture = $Culture
    try { & $Test }
    finally { [cultureinfo]::CurrentCulture = $before }
}

# Returns the AWS settings in the environment variables.
function Get-AwsSetting {
    $settings = @{}
    Get-ChildItem env:AWS_* | ForEach-Object { $settings[$_.Name] = $_.Value }
    $settings
}

function Restore-AwsSetting([hashtable] $Settings) {
    Get-ChildItem env:AWS_* | Remove-Item
    foreach ($name in $Settings.Keys) { Set-Item "env:$name" $Settings[$name] }
}

# Returns a port on which no server listens.
function Get-FreePort {
    $listener = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
    $listener.Start()
    $listener.LocalEndpoint.Port
    $listener.Stop()
}

function Start-HttpListener {
    $listener = [System.Net.HttpListener]::new()
    $listener.Prefixes.Add("http://127.0.0.1:$(Get-FreePort)/")
    $listener.Start()
    $listener
}

# Starts a server that accepts one request and sends the specified response.
function Start-OneResponse([string] $Body, [string] $Status = '200 OK') {
    $listener = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
    $listener.Start()
    $shell = [powershell]::Create().AddScript({
            param($Listener, $Response)
            $client = $Listener.AcceptTcpClient()
            $client.ReceiveTimeout = 30000
            $stream = $client.GetStream()
            $buffer = [byte[]]::new(65536)
            $null = $stream.Read($buffer)
            $stream.Write([System.Text.Encoding]::UTF8.GetBytes($Response))
            # If the server closed the connection with unread data, the client could lose the response.
            $client.Client.Shutdown('Send')
            while ($stream.Read($buffer)) { }
            $client.Dispose()
        })
    $length = [System.Text.Encoding]::UTF8.GetByteCount($Body)
    $response = "HTTP/1.1 $Status`r`nConnection: close`r`nContent-Length: $length`r`n`r`n$Body"
    @{
        Url      = "http://$($listener.LocalEndpoint)"
        Listener = $listener
        Shell    = $shell
        Running  = $shell.AddArgument($listener).AddArgument($response).BeginInvoke()
    }
}

function Stop-OneResponse($Server) {
    $Server.Listener.Stop()
    # If the server has not received a request, it ends with an exception.
    try { $null = $Server.Shell.EndInvoke($Server.Running) } catch { Write-Debug "$_" }
    $Server.Shell.Dispose()
}

# Returns the requests of one operation, with the newest last.
function Get-Sent($Operation) {
    @($emulator.Requests | Where-Object Operation -EQ $Operation)
}

function New-PublicPem([string] $Curve = 'nistP384') {
    $key = [System.Security.Cryptography.ECDsa]::Create([System.Security.Cryptography.ECCurve]::CreateFromFriendlyName($Curve))
    $key.ExportSubjectPublicKeyInfoPem()
}

function New-PrivatePem {
    [System.Security.Cryptography.ECDsa]::Create([System.Security.Cryptography.ECCurve+NamedCurves]::nistP384).ExportPkcs8PrivateKeyPem()
}

# Returns the error ID without the class name that PowerShell appends.
function Get-ErrorId($ErrorRecord) {
    $ErrorRecord.FullyQualifiedErrorId.Split(',')[0]
}

# Creates a certificate for Protect-CmsMessage, with its private key, outside the certificate stores.
function New-RecipientCertificate([string] $Name = 'runbook') {
    $rsa = [System.Security.Cryptography.RSA]::Create(2048)
    $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new(
        "CN=$Name", $rsa, 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1
    )
    $usage = [System.Security.Cryptography.X509Certificates.X509KeyUsageFlags]'KeyEncipherment, DataEncipherment'
    $request.CertificateExtensions.Add([System.Security.Cryptography.X509Certificates.X509KeyUsageExtension]::new($usage, $false))
    $purposes = [System.Security.Cryptography.OidCollection]::new()
    $null = $purposes.Add('1.3.6.1.4.1.311.80.1')
    $request.CertificateExtensions.Add(
        [System.Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension]::new($purposes, $false)
    )
    $request.CreateSelfSigned([DateTimeOffset]::UtcNow.AddDays(-1), [DateTimeOffset]::UtcNow.AddDays(1))
}

function ConvertTo-Secret([string] $Text) {
    ConvertTo-SecureString $Text -AsPlainText -Force
}
