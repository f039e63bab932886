# Tests ivs-emulator in the way users run it: installed from its package, called by other processes, and ended by a signal.
BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $emulator | Stop-IvsEmulator
    $PSDefaultParameterValues = @{}
    . $PSScriptRoot/EmulatorTool.ps1
    $program = Install-EmulatorTool $TestDrive

    function Start-Tool {
        $start = [System.Diagnostics.ProcessStartInfo]::new($program, [string[]]$args)
        $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        $start.WorkingDirectory = $TestDrive
        $process = [System.Diagnostics.Process]::Start($start)
        $lines = [System.Collections.Generic.List[string]]::new()
        # The first line contains the URL, and the next five lines are settings for a shell. If the program fails, it prints fewer lines.
        while ($lines.Count -lt 6 -and $null -ne ($line = $process.StandardOutput.ReadLine())) { $lines.Add($line) }
        $lines | Should -HaveCount 6 -Because "it must start: $($process.HasExited ? $process.StandardError.ReadToEnd() : '')"
        $settings = @{}
        $lines | Select-Object -Skip 1 | ForEach-Object { $name, $value = $_.Trim() -split '=', 2; $settings[$name] = $value }
        @{ Process = $process; Settings = $settings; Url = $settings.AWS_ENDPOINT_URL_IVS; First = $lines[0] }
    }

    # Ends the program, and returns the output that it wrote after its first lines.
    function Stop-Tool($Tool, [string] $Signal = 'TERM') {
        $out = $Tool.Process.StandardOutput.ReadToEndAsync()
        kill -s $Signal $Tool.Process.Id
        # A program that ignores the signal must not block the test run. For example, background jobs of a shell ignore SIGINT.
        if (-not $Tool.Process.WaitForExit(30000)) { $Tool.Process.Kill() }
        $Tool.Process.WaitForExit()
        @{
            ExitCode = $Tool.Process.ExitCode
            Lines = $out.Result -split "`n" | Where-Object { $_ }
            Error = $Tool.Process.StandardError.ReadToEnd()
        }
    }

    # Runs the program until it ends by itself, for example because of invalid arguments.
    function Invoke-Tool {
        $out = & $program @args 2>&1
        # Each line of standard error is an ErrorRecord. PowerShell 7.4 converts the ErrorRecord of an empty line to the name of a type, so
        # the function reads the line from the exception message.
        $text = { $_ -is [System.Management.Automation.ErrorRecord] ? $_.Exception.Message : $_ }
        @{
            ExitCode = $LASTEXITCODE
            Error = @($out | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object $text) -join "`n"
            Text = @($out | ForEach-Object $text) -join "`n"
        }
    }
}
AfterAll { Set-Location $PSScriptRoot; if ($tool -and -not $tool.Process.HasExited) { $tool.Process.Kill() } }

Describe 'The installed tool' -Skip:$IsWindows {
    AfterEach { if ($tool -and -not $tool.Process.HasExited) { $tool.Process.Kill() } }

    It 'has the version of the module' {
        & $program --version | Should -BeLike "$((Import-PowerShellDataFile "$PSScriptRoot/../IvsTools.psd1").ModuleVersion)*"
    }

    It 'serves a private channel from creation to removal, and ends on SIGTERM with exit code 0' {
        $tool = Start-Tool --port 0
        $connection = @{
            EndpointUrl = $tool.Url
            Region = $tool.Settings.AWS_REGION
            AccessKey = $tool.Settings.AWS_ACCESS_KEY_ID
            SecretKey = $tool.Settings.AWS_SECRET_ACCESS_KEY
        }
        Set-Location $TestDrive
        $pair = New-IvsPlaybackKeyPair -Name prod | Import-IvsPlaybackKeyPair @connection
        $channel = New-IvsChannel -Name studio -Authorized $true @connection
        $live = @{
            Uri = "$($tool.Url)/_emulator/channels/$([uri]::EscapeDataString($channel.Arn))/stream"
            Method = 'Post'
            ContentType = 'application/json'
        }
        $null = Invoke-RestMethod @live -Body '{"state": "LIVE"}'
        (Get-IvsStream -ChannelArn $channel.Arn @connection).State | Should -Be LIVE

        $token = $channel | New-IvsViewerToken -PrivateKeyPath prod.private.pem -ViewerId viewer-1
        $token.PlaybackUrl | Should -BeLike "$($tool.Url)/*"
        Invoke-RestMethod $token.PlaybackUrl | Should -BeLike '#EXTM3U*'
        (Invoke-WebRequest $channel.PlaybackUrl -SkipHttpErrorCheck).StatusCode | Should -Be 403
        $channel | Start-IvsViewerSessionRevocation -ViewerId viewer-1 @connection
        (Invoke-WebRequest $token.PlaybackUrl -SkipHttpErrorCheck).StatusCode | Should -Be 403

        $key = Reset-IvsStreamKey -ChannelArn $channel.Arn -Force @connection
        $key.Value | Should -Not -Be $channel.StreamKey.Value
        Stop-IvsStream -ChannelArn $channel.Arn -Force @connection
        Remove-IvsChannel -Arn $channel.Arn -Force @connection
        Remove-IvsPlaybackKeyPair -Arn $pair.Arn -Force @connection
        Get-IvsChannel @connection | Should -BeNullOrEmpty

        $ended = Stop-Tool $tool
        $ended.ExitCode | Should -Be 0
        $ended.Error | Should -BeNullOrEmpty
        # The log is readable, and contains no secrets or tokens.
        $ended.Lines | Where-Object { $_ -match '^\d\d:\d\d:\d\d\.\d{3} 200 CreateChannel [\d.]+ ms [0-9a-f-]{36}$' } | Should -HaveCount 1
        $ended.Lines | Where-Object { $_ -match ' 403 GET /api/video/v1/\S+\.m3u8 ' } | Should -HaveCount 2
        $ended.Lines[-1] | Should -Be 'Ended.'
        $all = $ended.Lines -join "`n"
        foreach ($secret in $token.Token, $key.Value, $channel.StreamKey.Value) { $all.Contains($secret) | Should -BeFalse }
    }

    It 'closes open connections when it ends, so their requests fail' {
        $tool = Start-Tool --port 0
        $null = Invoke-RestMethod "$($tool.Url)/_emulator/faults" -Method Post -ContentType application/json -Body '{"latencyMs": 600000}'
        $client = [System.Net.Http.HttpClient]::new()
        $call = $client.GetAsync("$($tool.Url)/api/video/v1/x.m3u8")
        # The emulator accepts connections in order, so it accepts the connection of $call before this request.
        $null = Invoke-RestMethod "$($tool.Url)/_emulator/health"
        (Stop-Tool $tool INT).ExitCode | Should -Be 0
        { $call.GetAwaiter().GetResult() } | Should -Throw
        $client.Dispose()
    }

    It 'keeps its state in a file, and returns the same IDs for the same seed' {
        $arns = foreach ($run in 1, 2) {
            $account = '--account', '111122223333', '--region', 'eu-west-1', '--access-key-id', 'me', '--secret-access-key', 'invented'
            $tool = Start-Tool --port 0 --seed 5 --state "$TestDrive/state.json" @account --quiet
            $tool.Settings.AWS_SECRET_ACCESS_KEY | Should -Be '(as specified)'
            $connection = @{ EndpointUrl = $tool.Url; Region = 'eu-west-1'; AccessKey = 'me'; SecretKey = 'invented' }
            (New-IvsChannel @connection).Arn
            (Get-IvsChannel @connection).Count | Should -Be $run
            $ended = Stop-Tool $tool
            $ended.ExitCode | Should -Be 0
            $ended.Lines | Should -Be 'Ended.'
        }
        $tool = Start-Tool --port 0 --seed 5 --account 111122223333 --region eu-west-1 --access-key-id me --secret-access-key invented
        $connection.EndpointUrl = $tool.Url
        (New-IvsChannel @connection).Arn | Should -Be $arns[0]
        $null = Stop-Tool $tool
        $arns | Should -BeLike 'arn:aws:ivs:eu-west-1:111122223333:channel/*'
    }

    It 'serves several accounts, and saves the resources of every account in response to POST /_emulator/state' {
        $accounts = '--additional-account', 'staging=210987654321', '--additional-account', 'other=111122223333'
        $tool = Start-Tool --port 0 @accounts --state "$TestDrive/accounts.json"
        $arns = foreach ($key in 'test', 'staging', 'other') {
            (New-IvsChannel -EndpointUrl $tool.Url -Region eu-west-1 -AccessKey $key -SecretKey test).Arn
        }
        ($arns -replace '/.*') |
            Should -Be ('123456789012', '210987654321', '111122223333' | ForEach-Object { "arn:aws:ivs:eu-west-1:${_}:channel" })
        $null = Invoke-RestMethod "$($tool.Url)/_emulator/state" -Method Post
        # The program is killed, so that only the POST request can have saved the state.
        $tool.Process.Kill()
        $tool.Process.WaitForExit()
        (Get-Content "$TestDrive/accounts.json" -Raw | ConvertFrom-Json).states.resources.channels.arn | Should -Be $arns
    }

    It 'serves HTTPS with its own certificate or with a specified certificate, and clients can trust both' {
        $tool = Start-Tool --port 0 --https --write-certificate "$TestDrive/self.pem"
        $tool.Url | Should -BeLike 'https://127.0.0.1:*'
        $key = [System.Security.Cryptography.ECDsa]::Create([System.Security.Cryptography.ECCurve+NamedCurves]::nistP256)
        $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=custom', $key, 'SHA256')
        $names = [System.Security.Cryptography.X509Certificates.SubjectAlternativeNameBuilder]::new()
        $names.AddDnsName('localhost')
        $request.CertificateExtensions.Add($names.Build())
        $certificate = $request.CreateSelfSigned([datetimeoffset]::UtcNow.AddDays(-1), [datetimeoffset]::UtcNow.AddDays(1))
        Set-Content "$TestDrive/custom.pem" $certificate.ExportCertificatePem()
        Set-Content "$TestDrive/custom.key.pem" $key.ExportPkcs8PrivateKeyPem()
        $other = Start-Tool --port 0 --https --certificate "$TestDrive/custom.pem" --certificate-key "$TestDrive/custom.key.pem"
        try {
            $cases = @(
                @{ Url = $tool.Url; Pem = 'self.pem' }
                @{ Url = $tool.Url.Replace('127.0.0.1', 'localhost'); Pem = 'self.pem' }
                @{ Url = $other.Url.Replace('127.0.0.1', 'localhost'); Pem = 'custom.pem' }
            )
            foreach ($case in $cases) {
                $handler = [System.Net.Http.SocketsHttpHandler]::new()
                $policy = [System.Security.Cryptography.X509Certificates.X509ChainPolicy]::new()
                $policy.TrustMode = 'CustomRootTrust'
                $policy.RevocationMode = 'NoCheck'
                $pem = Get-Content "$TestDrive/$($case.Pem)" -Raw
                $trusted = [System.Security.Cryptography.X509Certificates.X509Certificate2]::CreateFromPem($pem)
                $null = $policy.CustomTrustStore.Add($trusted)
                $handler.SslOptions.CertificateChainPolicy = $policy
                $client = [System.Net.Http.HttpClient]::new($handler)
                $client.GetStringAsync("$($case.Url)/_emulator/health").GetAwaiter().GetResult() | Should -Match '"ok"'
                $client.Dispose()
            }
            Get-Content "$TestDrive/self.pem" -Raw | Should -Not -Match PRIVATE
        }
        finally { (Stop-Tool $other).ExitCode | Should -Be 0 }
        (Stop-Tool $tool).ExitCode | Should -Be 0
    }

    It 'rejects an encoder with an unknown stream key, and does not log the key' {
        if (-not (Get-Command ffmpeg -CommandType Application -ErrorAction Ignore)) {
            Set-ItResult -Skipped -Because 'ffmpeg is not on this machine'
            return
        }
        $tool = Start-Tool --port 0 --ingest-port 0 --write-certificate "$TestDrive/ingest.pem"
        $ingest = $tool.Process.StandardOutput.ReadLine()
        $ingest | Should -Match '^  Encoders: rtmps://127\.0\.0\.1:\d+/app/<stream key>$'
        $url = $ingest -replace '^  Encoders: |<stream key>$'
        $picture = '-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25', '-t', '1', '-c:v', 'libx264', '-f', 'flv'
        # With -tls_verify 1, ffmpeg publishes only if it trusts the certificate.
        $errors = & ffmpeg -loglevel error @picture -tls_verify 1 -ca_file "$TestDrive/ingest.pem" "${url}sk_us-west-2_invented_key" 2>&1
        "$errors" | Should -BeLike '*No channel has the stream key*'
        $ended = Stop-Tool $tool
        $ended.ExitCode | Should -Be 0
        $ended.Lines | Where-Object { $_ -match '^\d\d:\d\d:\d\d\.\d{3} RTMPS Rejected 127\.0\.0\.1:\d+ UnknownStreamKey: ' } |
            Should -HaveCount 1
        "$($ended.Lines)" | Should -Not -BeLike '*invented_key*'
    }

    It 'accepts only its own host names' {
        $tool = Start-Tool --port 0 --host-name emulator
        $port = ([uri]$tool.Url).Port
        $names = 'localhost', '127.0.0.1', '[::1]', 'emulator', 'EMULATOR', 'rebound.example', 'localhost.rebound.example'
        $responses = foreach ($name in $names) {
            (Invoke-WebRequest "$($tool.Url)/_emulator/health" -Headers @{ Host = "${name}:$port" } -SkipHttpErrorCheck).StatusCode
        }
        $responses | Should -Be 200, 200, 200, 200, 200, 421, 421
        $null = Stop-Tool $tool
    }

    It 'listens on both addresses of localhost if the port is not 0' {
        $port = Get-FreePort
        $tool = Start-Tool --port $port
        $tool.Url | Should -Be "http://127.0.0.1:$port"
        $both = '127.0.0.1', 'localhost', '[::1]' | Where-Object { $_ -ne '[::1]' -or [System.Net.Sockets.Socket]::OSSupportsIPv6 }
        foreach ($name in $both) {
            (Invoke-WebRequest "http://${name}:$port/_emulator/health" -SkipHttpErrorCheck).StatusCode | Should -Be 200 -Because $name
        }
        (Invoke-Tool --port $port).Error | Should -BeLike "*$port*in use*"
        (Stop-Tool $tool).ExitCode | Should -Be 0
    }

    It 'keeps a connection open after a response without a body, but closes it for DropConnection and CutOffBody' {
        $tool = Start-Tool --port 0 --allowed-origin https://studio.example
        $client = [System.Net.Sockets.TcpClient]::new('127.0.0.1', ([uri]$tool.Url).Port)
        $stream = $client.GetStream()
        $stream.ReadTimeout = 30000
        $reader = [System.IO.StreamReader]::new($stream)
        $first = "OPTIONS /CreateChannel HTTP/1.1`r`nHost: localhost`r`n" +
            "Origin: https://studio.example`r`nAccess-Control-Request-Method: POST`r`n`r`n"
        $second = "GET /_emulator/health HTTP/1.1`r`nHost: localhost`r`nConnection: close`r`n`r`n"
        $responses = foreach ($request in $first, $second) {
            $stream.Write([System.Text.Encoding]::ASCII.GetBytes($request))
            $reader.ReadLine()
            if ($request -eq $first) { while ($reader.ReadLine()) { continue } }
        }
        $responses | Should -Be 'HTTP/1.1 204 No Content', 'HTTP/1.1 200 OK'
        $client.Dispose()

        $connection = @{ EndpointUrl = $tool.Url; Region = 'us-west-2'; AccessKey = 'test'; SecretKey = 'test'; ErrorAction = 'Stop' }
        $channel = New-IvsChannel @connection
        foreach ($kind in 'DropConnection', 'CutOffBody') {
            $null = Invoke-RestMethod "$($tool.Url)/_emulator/faults" -Method Post -ContentType application/json -Body (
                @{ operation = 'DeleteChannel'; break = $kind } | ConvertTo-Json
            )
            { Remove-IvsChannel -Arn $channel.Arn -Force @connection } | Should -Throw -ErrorId 'ConnectionFailed*'
            $channel = New-IvsChannel @connection
        }
        (Stop-Tool $tool).ExitCode | Should -Be 0
    }

    It 'rejects <Arguments> with one line on standard error and exit code 1' -ForEach @(
        @{ Arguments = '--port', '70000' }
        @{ Arguments = '--port', 'x' }
        @{ Arguments = '--port', '-1' }
        @{ Arguments = , '--port' }
        @{ Arguments = '--ingest-port', '70000' }
        @{ Arguments = '--ingest-port', '' }
        @{ Arguments = , '--ingest-port' }
        @{ Arguments = , '--account' }
        @{ Arguments = '--seed', 'x' }
        @{ Arguments = '--seed', '' }
        @{ Arguments = '--state', '' }
        @{ Arguments = '--bind', 'localhost' }
        @{ Arguments = '--port', '0', '--bind', '192.0.2.1' }
        @{ Arguments = '--host-name', '' }
        @{ Arguments = '--https', '--host-name', 'a..b' }
        @{ Arguments = '--host-name', 'emulator:4487' }
        @{ Arguments = '--secret-access-key', '' }
        @{ Arguments = '--session-token', '' }
        @{ Arguments = '--account', '12' }
        @{ Arguments = '--region', 'US' }
        @{ Arguments = '--access-key-id', 'a/b' }
        @{ Arguments = '--additional-account', 'staging' }
        @{ Arguments = '--additional-account', 'staging=12' }
        @{ Arguments = '--additional-account', 'a/b=210987654321' }
        @{ Arguments = '--additional-account', 'test=210987654321' }
        @{ Arguments = '--additional-account', 'a=210987654321', '--additional-account', 'a=111122223333' }
        @{ Arguments = '--allowed-origin', 'studio.example' }
        @{ Arguments = '--certificate', 'x.pem' }
        @{ Arguments = '--write-certificate', 'x.pem' }
        @{ Arguments = '--https', '--certificate', 'no-such-file.pem' }
        @{ Arguments = '--https', '--certificate-key', 'x.pem' }
        @{ Arguments = '--bogus' }
    ) {
        [string[]] $list = $Arguments
        $rejected = Invoke-Tool @list
        $rejected.ExitCode | Should -Be 1
        @($rejected.Error -split "`n" | Where-Object { $_.Trim() }) | Should -HaveCount 1
        $rejected.Text | Should -Not -Match '   at '
    }

    It 'reports why it cannot start: a port in use, an invalid state file, or a certificate without its key' {
        $tool = Start-Tool --port 0
        $taken = Invoke-Tool --port ([uri]$tool.Url).Port
        $taken.ExitCode, $taken.Error | Should -Be 1, $taken.Error
        $taken.Error | Should -Match '^ivs-emulator: .*address already in use'
        Set-Content "$TestDrive/damaged.json" '{'
        $damaged = Invoke-Tool --port 0 --state "$TestDrive/damaged.json"
        $damaged.ExitCode | Should -Be 1
        $damaged.Error | Should -Match '^ivs-emulator: .*damaged\.json.* not a state file'
        $rsa = [System.Security.Cryptography.RSA]::Create(2048)
        $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new(
            'CN=bare', $rsa, 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1
        )
        $bare = $request.CreateSelfSigned([datetimeoffset]::Now, [datetimeoffset]::Now.AddDays(1))
        Set-Content "$TestDrive/bare.pem" $bare.ExportCertificatePem()
        $bare = Invoke-Tool --port 0 --https --certificate "$TestDrive/bare.pem"
        $bare.ExitCode | Should -Be 1
        $bare.Error | Should -Match '^ivs-emulator: --certificate: .*bare\.pem'
        $null = Stop-Tool $tool
    }
}
