# Tests Test-IvsPlayback with every rejection by the emulator, and with servers that are not Amazon IVS.
BeforeDiscovery {
    # The ID of each problem, and its cause: claims, a header, or a change of the signed token.
    $arnOfOther = 'arn:aws:ivs:us-west-2:123456789012:channel/other'
    $tokens = @(
        @{ Id = 'Expired'; Claims = @{ exp = 1700000000 } }
        @{ Id = 'NotYetValid'; Claims = @{ nbf = 4000000000 } }
        @{ Id = 'LivesTooLong'; Claims = @{ 'aws:viewer-id' = 'ann'; exp = 4000000000 } }
        @{ Id = 'MissingExpiry'; Claims = @{ exp = $null } }
        @{ Id = 'ExpiryInMilliseconds'; Claims = @{ exp = 1700000000000 } }
        @{ Id = 'MissingChannelArn'; Claims = @{ 'aws:channel-arn' = $null } }
        @{ Id = 'InvalidChannelArn'; Claims = @{ 'aws:channel-arn' = 'studio' } }
        @{ Id = 'OtherChannel'; Claims = @{ 'aws:channel-arn' = $arnOfOther } }
        @{ Id = 'StageToken'; Claims = @{ 'aws:channel-arn' = $null; topic = 'a'; resource = 'b' } }
        @{ Id = 'WrongClaimType'; Claims = @{ 'aws:viewer-id' = 7 } }
        @{ Id = 'InvalidViewerId'; Claims = @{ 'aws:viewer-id' = 'x' * 41 } }
        @{ Id = 'InvalidViewerSessionVersion'; Claims = @{ 'aws:viewer-id' = 'ann'; 'aws:viewer-session-version' = -1 } }
        @{ Id = 'InvalidSingleUseUuid'; Claims = @{ 'aws:single-use-uuid' = 'once' } }
        @{ Id = 'InvalidOrigin'; Claims = @{ 'aws:access-control-allow-origin' = 'no origin' } }
        @{ Id = 'StrictOriginWithoutOrigin'; Claims = @{ 'aws:strict-origin-enforcement' = $true } }
        @{
            Id = 'TooManyOrigins'
            Claims = @{ 'aws:strict-origin-enforcement' = $true; 'aws:access-control-allow-origin' = 'a.com,b.com,c.com,d.com,e.com,f.com' }
        }
        @{ Id = 'InvalidMaximumResolution'; Claims = @{ 'aws:maximum-resolution' = '8K' } }
        @{ Id = 'InvalidAdsPlayerParameters'; Claims = @{ 'aws:ads-player-params' = @{ a = 'x' * 1000 } } }
        @{ Id = 'InvalidAdsPlaybackConfigurationName'; Claims = @{ 'aws:ads-playback-config-name' = '' } }
        @{ Id = 'InvalidAdsReportingMode'; Claims = @{ 'aws:ads-reporting-mode' = 'BOTH' } }
        @{ Id = 'TokenTooLong'; Claims = @{ jti = 'x' * 2048 } }
        @{ Id = 'WrongAlgorithm'; Header = '{"alg":"ES256"}' }
        @{ Id = 'NotSigned'; Header = '{"alg":"none"}' }
        @{ Id = 'WrongType'; Header = '{"alg":"ES384","typ":"JWS"}' }
        @{ Id = 'CriticalHeader'; Header = '{"alg":"ES384","crit":["b64"]}' }
        @{ Id = 'DuplicateName'; Header = '{"alg":"ES384","alg":"ES384"}' }
        @{ Id = 'NotJson'; Header = 'text' }
        @{ Id = 'WrongSegmentCount'; Change = { "$_.more" } }
        @{ Id = 'NotBase64Url'; Change = { "$_=" } }
        @{ Id = 'WrongSignatureLength'; Change = { $_.Substring(0, $_.Length - 4) } }
        @{ Id = 'WrongSignature'; Change = { $_.Substring(0, $_.Length - 4) + 'AAAA' } }
        @{ Id = 'DerSignature'; IsDer = $true }
    )
    # With these changes, the service rejects the token, but the report about the token does not contain a problem.
    $unknown = @(
        @{ What = 'other text around the token'; Change = { "Bearer $_" } }
        @{ What = 'a space in the token'; Change = { $_.Insert(9, ' ') } }
    )

    $ok = "HTTP/1.1 200 OK`r`nConnection: close`r`n"
    $type = "Content-Type: application/vnd.apple.mpegurl`r`n"
    $multivariant = "#EXTM3U`n#EXT-X-STREAM-INF:BANDWIDTH=1000,RESOLUTION=640x360,CODECS=`"avc1,mp4a`"`nmedia.m3u8`n"
    $media = "#EXTM3U`n#EXT-X-TARGETDURATION:2`n#EXTINF:2,`n0.ts`n"
    $unusable = @(
        @{ What = 'an HTML page'; Text = "${ok}Content-Type: text/html`r`n`r`n<html></html>"; Id = 'UnexpectedResponse' }
        @{ What = 'an HTML page with the type of a playlist'; Text = "$ok$type`r`n<html></html>"; Id = 'UnexpectedResponse' }
        @{ What = 'a playlist with another type'; Text = "${ok}Content-Type: text/plain`r`n`r`n$multivariant"; Id = 'UnexpectedResponse' }
        @{ What = 'a playlist without a type'; Text = "$ok`r`n$multivariant"; Id = 'UnexpectedResponse' }
        @{ What = 'an empty body'; Text = "$ok$type`r`n"; Id = 'UnexpectedResponse' }
        @{ What = 'binary data'; Text = "$ok$type`r`n#EXTM3U`n$([char]0xff)$([char]0)$([char]0xfe)"; Id = 'UnexpectedResponse' }
        @{ What = 'a playlist without renditions'; Text = "$ok$type`r`n$media"; Id = 'UnexpectedResponse' }
        @{
            What = 'a rendition in a file'
            Text = "$ok$type`r`n$($multivariant.Replace('media.m3u8', 'file:///etc/passwd'))"
            Id = 'UnexpectedResponse'
        }
        @{ What = 'status 204'; Text = "HTTP/1.1 204 No`r`nConnection: close`r`n`r`n"; Id = 'UnexpectedResponse' }
        @{
            What = 'a 403 with HTML'
            Text = "HTTP/1.1 403 No`r`nConnection: close`r`nContent-Type: text/html`r`n`r`n<html></html>"
            Id = 'UnexpectedResponse'
        }
        @{
            What = 'a 404 with HTML'
            Text = "HTTP/1.1 404 No`r`nConnection: close`r`nContent-Type: text/html`r`n`r`n<html></html>"
            Id = 'UnexpectedResponse'
        }
        @{
            What = 'a 403 with unknown JSON'
            Text = "HTTP/1.1 403 No`r`nConnection: close`r`n`r`n{`"error`":`"no`"}"
            Id = 'UnexpectedResponse'
        }
        @{ What = 'a 403 with an empty array'; Text = "HTTP/1.1 403 No`r`nConnection: close`r`n`r`n[]"; Id = 'UnexpectedResponse' }
        @{
            What = 'a 403 with invalid Unicode'
            Text = "HTTP/1.1 403 No`r`nConnection: close`r`n`r`n[{`"error`":`"\ud800`"}]"
            Id = 'UnexpectedResponse'
        }
        @{ What = 'status 500'; Text = "HTTP/1.1 500 No`r`nConnection: close`r`n`r`n"; Id = 'ServerError' }
        @{ What = 'a 429 of JSON'; Text = "HTTP/1.1 429 No`r`nConnection: close`r`n`r`n[{`"error`":`"slow down`"}]"; Id = 'ServerError' }
        @{ What = 'status 429'; Text = "HTTP/1.1 429 No`r`nConnection: close`r`n`r`n"; Id = 'ServerError' }
        foreach ($status in 301, 302, 307, 308) {
            @{
                What = "redirect $status"
                Text = "HTTP/1.1 $status Moved`r`nConnection: close`r`nLocation: /media.m3u8`r`n`r`n"
                Id = 'Redirected'
            }
        }
    )
    $broken = @(
        @{ What = 'a body without an end'; Text = "$ok$type`r`n"; Filler = $true; Id = 'InvalidResponse' }
        @{ What = 'a body of 1 GB'; Text = "$ok${type}Content-Length: 1073741824`r`n`r`n#"; Id = 'InvalidResponse' }
        @{ What = 'a body that is cut off'; Text = "$ok${type}Content-Length: 100`r`n`r`n#"; Id = 'ConnectionFailed' }
        @{ What = 'a response that is not HTTP'; Text = "SSH-2.0-x`r`n"; Id = 'ConnectionFailed' }
        @{ What = 'a connection that closes'; Text = ''; Id = 'ConnectionFailed' }
        @{ What = 'no response'; Waits = $true; Id = 'OperationTimeout' }
        @{ What = 'a body that stalls'; Text = "$ok${type}Content-Length: 100`r`n`r`n#"; Waits = $true; Id = 'OperationTimeout' }
    )
    $plays = @{ Multivariant = "$ok$type`r`n$multivariant"; Media = "$ok$type`r`n$media" }
}

BeforeAll {
    . $PSScriptRoot/Setup.ps1
    Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
    $pair = New-IvsPlaybackKeyPair -Name prod
    $key = [System.Security.Cryptography.ECDsa]::Create()
    $key.ImportFromPem((Get-Content prod.private.pem -Raw))

    function ConvertTo-Bytes([string] $Text) { , [System.Text.Encoding]::UTF8.GetBytes($Text) }
    function ConvertTo-Base64Url([byte[]] $Bytes) { [convert]::ToBase64String($Bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_') }

    # Signs a token with the imported key. A claim whose value is $null is omitted.
    function New-Jwt([hashtable] $Claims = @{}, [string] $Header = '{"alg":"ES384","typ":"JWT"}', [bool] $IsDer) {
        $all = @{ 'aws:channel-arn' = $studio.Arn; exp = [DateTimeOffset]::UtcNow.AddMinutes(5).ToUnixTimeSeconds() }
        foreach ($name in $Claims.Keys) { $all[$name] = $Claims[$name] }
        foreach ($name in @($all.Keys)) { if ($null -eq $all[$name]) { $all.Remove($name) } }
        $payload = ConvertTo-Json $all -Compress
        $signed = "$(ConvertTo-Base64Url (ConvertTo-Bytes $Header)).$(ConvertTo-Base64Url (ConvertTo-Bytes $payload))"
        [System.Security.Cryptography.DSASignatureFormat]$format = $IsDer ? 'Rfc3279DerSequence' : 'IeeeP1363FixedFieldConcatenation'
        $signature = $key.SignData([byte[]](ConvertTo-Bytes $signed), 'SHA384', $format)
        "$signed.$(ConvertTo-Base64Url $signature)"
    }

    # Imports the key, and creates a private live channel and a public live channel.
    function Initialize-Channel {
        Reset-Emulator
        $emulator.ViewerCountry = [NullString]::Value
        $null = $pair | Import-IvsPlaybackKeyPair
        $script:studio = New-IvsChannel -Name studio -Authorized $true
        $script:lobby = New-IvsChannel -Name lobby
        $studio, $lobby | ForEach-Object { $emulator.Streams.Start($_.Arn) }
    }

    # This web server has a response for each path. The response '*' is for all other paths.
    $state = [hashtable]::Synchronized(@{})
    $received = [System.Collections.Concurrent.BlockingCollection[string]]::new()
    $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $server = [powershell]::Create().AddScript({
            param($Listener, $State, $Received)
            # When the listener is stopped, an exception ends the loop.
            $ErrorActionPreference = 'Stop'
            $open = [System.Collections.Generic.List[object]]::new()
            while ($true) {
                $client = $Listener.AcceptTcpClient()
                try {
                    $stream = $client.GetStream()
                    $bytes = [byte[]]::new(65536)
                    $head = [System.Text.Encoding]::Latin1.GetString($bytes, 0, $stream.Read($bytes, 0, $bytes.Length))
                    $response = $State[($head -split '[ ?]')[1]] ?? $State['*']
                    $stream.Write([System.Text.Encoding]::Latin1.GetBytes("$($response.Text)"))
                    $Received.Add($head)
                    while ($response.Filler) { $stream.Write([byte[]]::new(65536)) }
                }
                catch { $response = $null }
                if ($response.Waits) { $open.Add($client) } else { $client.Dispose() }
            }
        }).AddArgument($listener).AddArgument($state).AddArgument($received)
    $serving = $server.BeginInvoke()
    $site = "http://127.0.0.1:$($listener.LocalEndpoint.Port)"
    $path = '/api/video/v1/us-west-2.123456789012.channel.abcdABCDefgh.m3u8'
    $url = "$site$path"

    function Set-Response([hashtable] $Responses) {
        $state.Clear()
        foreach ($name in $Responses.Keys) {
            $state[$name] = $Responses[$name] -is [string] ? @{ Text = $Responses[$name] } : $Responses[$name]
        }
        while ($received.Count) { $null = $received.Take() }
    }
    function Set-Playlist([string] $Multivariant, [string] $Media) {
        Set-Response @{ $path = $Multivariant; '/api/video/v1/media.m3u8' = $Media }
    }
    # Makes the web server return a multivariant playlist that refers to a media playlist of the emulator.
    function Set-Rendition([string] $Uri) {
        $head = "HTTP/1.1 200 OK`r`nConnection: close`r`nContent-Type: application/vnd.apple.mpegurl`r`nAccess-Control-Allow-Origin: *"
        Set-Response @{ '*' = "$head`r`n`r`n#EXTM3U`n#EXT-X-STREAM-INF:BANDWIDTH=1`n$Uri`n" }
    }
    # Starts a session, and returns the URL of its media playlist.
    function Get-Rendition([string] $PlaybackUrl, [hashtable] $Headers = @{}) {
        $playlist = [System.Text.Encoding]::UTF8.GetString((Invoke-WebRequest $PlaybackUrl -Headers $Headers).Content)
        "$($emulator.Url)/api/video/v1/$(($playlist -split '\n' -notlike '#*')[0])"
    }
}
AfterAll {
    $listener.Stop()
    try { $null = $server.EndInvoke($serving) } catch { $null = $_ }
    $server.Dispose()
    $emulator | Stop-IvsEmulator
    Set-Location $PSScriptRoot
}

Describe 'Test-IvsPlayback for a channel that plays' {
    BeforeAll { Initialize-Channel }

    It 'gets both playlists for <What>' -ForEach @(
        @{ What = 'the URL of a public channel'; Test = { Test-IvsPlayback $lobby.PlaybackUrl } }
        @{ What = 'a public channel'; Test = { $lobby | Test-IvsPlayback } }
        @{ What = 'a public channel as an argument'; Test = { Test-IvsPlayback $lobby } }
        @{ What = 'a row of a CSV'; Test = { $lobby | Select-Object PlaybackUrl | ConvertTo-Csv | ConvertFrom-Csv | Test-IvsPlayback } }
        @{ What = 'a viewer token'; Test = { $studio | New-IvsViewerToken -PrivateKeyPath prod.private.pem | Test-IvsPlayback } }
        @{
            What = 'a private channel and -Token'
            Test = { $studio | Test-IvsPlayback -Token ($studio | New-IvsViewerToken -PrivateKeyPath prod.private.pem) }
        }
    ) {
        $emulator.ClearRequests()
        $report = & $Test
        $report | Should -BeOfType ([IvsTools.PlaybackReport])
        $report.CanPlay | Should -BeTrue
        $report.Problems | Should -BeNullOrEmpty
        $report.HttpStatus | Should -Be 200
        $report.Variants.Resolution | Should -Be '1280x720', '852x480'
        $report.Variants.Bandwidth | Should -Be 3000000, 1400000
        $report.AllowsOrigin | Should -BeNullOrEmpty
        $report.ClockSkew | Should -BeOfType ([timespan])
        $report.ChannelArn | Should -BeIn $studio.Arn, $lobby.Arn
        $emulator.Requests.Count | Should -Be 2
        $emulator.Requests | ForEach-Object { $_.Headers.ContainsKey('Origin') | Should -BeFalse }
    }

    It 'shows its lists as text in a CSV' {
        $row = "$($studio.PlaybackUrl)?token=a.b.c" | Test-IvsPlayback | ConvertTo-Csv | ConvertFrom-Csv
        $row.Problems, $row.RecommendedActions, $row.Token | Should -Match '[a-z]+ [a-z]+'
        $row.Variants | Should -BeNullOrEmpty
        ($lobby | Test-IvsPlayback | ConvertTo-Csv | ConvertFrom-Csv).Variants | Should -Match '^1280x720 at .+, 852x480 at '
    }

    It 'includes the report about the token' {
        $token = $studio | New-IvsViewerToken -PrivateKeyPath prod.private.pem -ViewerId ann
        $report = $token | Test-IvsPlayback -PublicKeyPath prod.public.pem -ChannelArn $studio.Arn
        $report.Token.Signature | Should -Be Verified
        $report.Token.ViewerId | Should -Be ann
        $report.Token.Problems | Should -BeNullOrEmpty
        ($lobby | Test-IvsPlayback).Token | Should -BeNullOrEmpty
    }

    It 'sends the origin, and reports whether web pages from the origin can play the channel' {
        $token = $studio | New-IvsViewerToken -PrivateKeyPath prod.private.pem -AllowedOrigin https://a.com
        $emulator.ClearRequests()
        $report = $token | Test-IvsPlayback -Origin https://A.com:443/watch
        $report.CanPlay, $report.AllowsOrigin | Should -Be $true, $true
        $emulator.Requests.Headers.Origin | Should -Be 'https://a.com', 'https://a.com'
        $report = $token | Test-IvsPlayback -Origin https://b.com
        $report.CanPlay, $report.AllowsOrigin | Should -Be $false, $false
        $report.Problems.Id | Should -Be 'OriginNotAllowed'
        $report.Notes | Should -BeNullOrEmpty
        $report.HttpStatus | Should -Be 200
    }

    It 'does not report problems of a token that the service accepts' {
        # The token is not required, so the service does not check it.
        $report = $lobby | Test-IvsPlayback -Token a.b.c
        $report.CanPlay | Should -BeTrue
        $report.Problems | Should -BeNullOrEmpty
        $report.Token.IsValid | Should -BeFalse
    }

    It 'reports a URL that does not belong to the channel in -ChannelArn' {
        $report = $lobby | Test-IvsPlayback -ChannelArn $studio.Arn
        $report.Problems.Id | Should -Be 'UrlOfOtherChannel'
        ($lobby | Test-IvsPlayback -ChannelArn $lobby.Arn).Problems | Should -BeNullOrEmpty
    }
}

Describe 'Test-IvsPlayback after a rejection by the service' {
    BeforeEach { Initialize-Channel }

    It 'explains that the channel does not exist: <What>' -ForEach @(
        @{ What = 'a wrong ID'; From = 'channel.'; To = 'channel.x' }
        @{ What = 'a wrong account'; From = '123456789012'; To = '999999999999' }
        @{ What = 'a wrong Region'; From = 'us-west-2.'; To = 'eu-west-1.' }
    ) {
        $report = Test-IvsPlayback $lobby.PlaybackUrl.Replace($From, $To)
        $report.CanPlay | Should -BeFalse
        $report.HttpStatus, $report.ErrorCode | Should -Be 404, 'not_found'
        $report.Problems.Id | Should -Be 'ChannelNotFound'
    }

    It 'explains that the channel is not live' {
        $token = $studio | New-IvsViewerToken -PrivateKeyPath prod.private.pem
        $studio, $lobby | ForEach-Object { $emulator.Streams.End($_.Arn) }
        $reports = @($token | Test-IvsPlayback) + @($lobby | Test-IvsPlayback)
        $reports.CanPlay | Should -Be $false, $false
        $reports.HttpStatus | Should -Be 404, 404
        $reports.Problems.Id | Should -Be 'NotLive', 'NotLive'
    }

    It 'explains that the token is missing' {
        $report = $studio | Test-IvsPlayback
        $report.CanPlay | Should -BeFalse
        $report.HttpStatus, $report.ErrorCode | Should -Be 403, 'invalid_playback_auth_token'
        $report.ErrorMessage | Should -Be 'token contains an invalid number of segments'
        $report.Problems.Id | Should -Be 'TokenRequired'
    }

    It 'explains the invalid URL that a widely copied sample creates' {
        $token = New-Jwt
        $report = Test-IvsPlayback "$($studio.PlaybackUrl)?token.m3u8?token=$token"
        $report.CanPlay | Should -BeFalse
        $report.Problems.Id | Should -Be 'TokenRequired', 'BrokenUrl'
    }

    It 'says that the account has no key pair' {
        Get-IvsPlaybackKeyPair | Remove-IvsPlaybackKeyPair -Force
        ($studio | Test-IvsPlayback -Token (New-Jwt)).Problems.Id | Should -Be 'NoPlaybackKeyPair'
    }

    It 'explains a problem of the token: <Id>' -ForEach $tokens {
        $token = New-Jwt -Claims ($Claims ?? @{}) -Header ($Header ?? '{"alg":"ES384","typ":"JWT"}') -IsDer ([bool]$IsDer)
        if ($Change) { $token = $token | ForEach-Object $Change }
        $report = $studio | Test-IvsPlayback -Token $token -PublicKeyPath prod.public.pem
        $report.CanPlay | Should -BeFalse
        $report.HttpStatus, $report.ErrorCode | Should -Be 403, 'invalid_playback_auth_token'
        $report.Problems.Id | Should -Contain $Id
        $report.Problems.Id | Should -Not -Contain 'Unknown'
        $report.Problems.RecommendedAction | Should -Not -BeNullOrEmpty
        $report.Token.Problems.Id | Should -Contain $Id
    }

    It 'uses the message of the service to explain a wrong signature if no public key is specified' {
        $report = $studio | Test-IvsPlayback -Token ((New-Jwt) -replace '.{4}$', 'AAAA')
        $report.Problems.Id | Should -Be 'WrongSignature'
        $report.Token.Signature | Should -Be NotChecked
    }

    It 'recommends a command that finds the imported key if the signature is wrong' {
        $report = $studio | Test-IvsPlayback -Token ((New-Jwt) -replace '.{4}$', 'AAAA')
        $command = [regex]::Match($report.RecommendedActions, 'Get-IvsPlaybackKeyFile .*-Online').Value
        (Invoke-Expression $command | Where-Object IsImported).Path | Should -Contain (Convert-Path prod.public.pem)
    }

    It 'explains that a token has expired according to the clock of the service' {
        $token = New-Jwt
        $emulator.AdvanceClock([timespan]'00:10:00')
        $report = $studio | Test-IvsPlayback -Token $token
        $report.Problems.Id | Should -Be 'Expired', 'ClockSkew'
        $report.ClockSkew.TotalMinutes | Should -BeGreaterOrEqual 10
    }

    It 'does not guess the reason if it is unknown: <What>' -ForEach $unknown {
        $token = New-Jwt
        if ($Change) { $token = $token | ForEach-Object $Change }
        $report = $studio | Test-IvsPlayback -Token $token -PublicKeyPath prod.public.pem
        $report.CanPlay | Should -BeFalse
        $report.Problems.Id | Should -Be 'Unknown'
        $report.Problems.Message | Should -BeLike '*the reason is unknown*'
        $report.ErrorMessage | Should -Not -BeNullOrEmpty
        $report.Notes.Message | Should -Be $report.Token.Notes.Message
    }

    It 'explains that the viewer was revoked' {
        $token = $studio | New-IvsViewerToken -PrivateKeyPath prod.private.pem -ViewerId ann
        $token | Start-IvsViewerSessionRevocation
        ($token | Test-IvsPlayback).Problems.Id | Should -Be 'ViewerRevoked'
    }

    It 'explains that the single-use token was already used' {
        $token = $studio | New-IvsViewerToken -PrivateKeyPath prod.private.pem -SingleUse
        ($token | Test-IvsPlayback).CanPlay | Should -BeTrue
        ($token | Test-IvsPlayback).Problems.Id | Should -Be 'TokenUsed'
    }

    It 'explains that the token does not allow the origin' {
        $token = $studio | New-IvsViewerToken -PrivateKeyPath prod.private.pem -AllowedOrigin https://a.com -StrictOrigin
        ($token | Test-IvsPlayback -Origin https://a.com).CanPlay | Should -BeTrue
        foreach ($with in @{}, @{ Origin = 'https://b.com' }) {
            $report = $token | Test-IvsPlayback @with
            $report.CanPlay, $report.HttpStatus | Should -Be $false, 403
            $report.Problems.Id | Should -Be 'OriginNotAllowed'
            $report.RecommendedActions | Should -Match ($with.Count ? '-AllowedOrigin' : '-Origin to')
            # No playlist was returned, so its CORS headers are unknown.
            $report.AllowsOrigin | Should -BeNullOrEmpty
        }
    }

    It 'explains that a playback restriction policy does not allow the country or the origin' {
        $policy = New-IvsPlaybackRestrictionPolicy -AllowedCountry DE -AllowedOrigin https://a.com -EnableStrictOriginEnforcement $true
        $lobby = New-IvsChannel -Name europe -PlaybackRestrictionPolicyArn $policy.Arn
        $emulator.Streams.Start($lobby.Arn)
        $emulator.ViewerCountry = 'US'
        $report = $lobby | Test-IvsPlayback -Origin https://a.com
        $report.CanPlay, $report.HttpStatus | Should -Be $false, 403
        $report.Problems.Id | Should -Be 'CountryNotAllowed'
        $emulator.ViewerCountry = 'DE'
        ($lobby | Test-IvsPlayback -Origin https://a.com).CanPlay | Should -BeTrue
        ($lobby | Test-IvsPlayback -Origin https://b.com).Problems.Id | Should -Be 'OriginNotAllowed'
    }

    It 'explains why a media playlist is rejected: <What>' -ForEach @(
        @{
            What = 'a session that is not known'
            Id = 'SessionNotFound'
            Change = { "$($emulator.Url)/api/video/v1/playlist/none/720p.m3u8" }
        }
        @{ What = 'a stream that has ended'; Id = 'NotLive'; Change = { $emulator.Streams.End($studio.Arn); $_ } }
        @{ What = 'a viewer who was revoked'; Id = 'ViewerRevoked'; Change = { $token | Start-IvsViewerSessionRevocation; $_ } }
        @{ What = 'another origin'; Id = 'OriginNotAllowed'; Change = { $_ } }
    ) {
        $token = $studio | New-IvsViewerToken -PrivateKeyPath prod.private.pem -ViewerId ann -AllowedOrigin https://a.com -StrictOrigin
        $rendition = Get-Rendition $token.PlaybackUrl @{ Origin = 'https://a.com' } | ForEach-Object $Change
        Set-Rendition $rendition
        $report = Test-IvsPlayback $url -Origin ($Id -eq 'OriginNotAllowed' ? 'https://b.com' : 'https://a.com')
        $report.CanPlay | Should -BeFalse
        $report.Problems.Id | Should -Be $Id
        $report.Variants.Count | Should -Be 1
    }
}

Describe 'A token that the service accepts' {
    It 'causes a note instead of a problem if the specified public key is wrong' {
        Initialize-Channel
        $other = New-IvsPlaybackKeyPair -Name other -Force
        $report = $studio | New-IvsViewerToken -PrivateKeyPath prod.private.pem | Test-IvsPlayback -PublicKey $other
        $report.CanPlay | Should -BeTrue
        $report.Problems | Should -BeNullOrEmpty
        $report.RecommendedActions | Should -BeNullOrEmpty
        $report.Notes.Id | Should -Be WrongSignature
    }
}

Describe 'Test-IvsPlayback for a server that is not Amazon IVS' -ForEach @{ Plays = $plays } {
    It 'does not report that a channel can play if its multivariant playlist is <What>' -ForEach $unusable {
        Set-Response @{ '*' = $Text }
        $report = Test-IvsPlayback $url -Origin https://a.com -ErrorVariable failed
        $failed | Should -BeNullOrEmpty
        $report.CanPlay | Should -Not -BeTrue
        $report.Problems.Id | Should -Contain $Id
        $report.ErrorCode | Should -BeNullOrEmpty
        # Redirects and other URLs were not followed.
        $received.Count | Should -Be 1
    }

    It 'does not report that a channel can play if its media playlist is <What>' -ForEach (
        $unusable | Where-Object What -NE 'a playlist without renditions'
    ) {
        Set-Playlist $plays.Multivariant $Text
        $report = Test-IvsPlayback $url
        $report.CanPlay | Should -BeNullOrEmpty
        $report.Problems.Id | Should -Be $Id
        $report.Variants.Count | Should -Be 1
        $received.Count | Should -Be 2
    }

    It 'returns an error, and continues with the next URL: <What>' -ForEach $broken {
        Set-Response @{ '*' = @{ Text = $Text; Filler = $Filler; Waits = $Waits } }
        Initialize-Channel
        $reports = "${url}?token=secret", $lobby.PlaybackUrl |
            Test-IvsPlayback -TimeoutSec 1 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Count | Should -Be 1
        Get-ErrorId $failed[0] | Should -Be $Id
        $failed[0].TargetObject | Should -Be $url
        $failed[0] | Format-List * -Force | Out-String | Should -Not -Match 'secret'
        $reports.CanPlay | Should -Be $true
    }

    It 'returns an error for a port on which no server listens' {
        { Test-IvsPlayback "http://127.0.0.1:$(Get-FreePort)$path" -ErrorAction Stop } | Should -Throw -ErrorId 'ConnectionFailed,*'
    }

    It 'ends when the pipeline is stopped while a server does not respond' {
        Set-Response @{ '*' = @{ Waits = $true } }
        $shell = [powershell]::Create().AddScript("Import-Module '$PSScriptRoot/../IvsTools.psd1'; Test-IvsPlayback $url -TimeoutSec 3600")
        $running = $shell.BeginInvoke()
        $head = ''
        $received.TryTake([ref] $head, 30000) | Should -BeTrue
        $shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
        $running.AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
        $shell.InvocationStateInfo.State | Should -Be Stopped
        $shell.Streams.Error.Count | Should -Be 0
        $shell.Dispose()
    }
}

Describe 'The headers of a response' -ForEach @{ Plays = $plays } {
    It 'determine whether a browser allows the origin: <What>' -ForEach @(
        @{ What = 'no header'; First = ''; Second = ''; Allows = $false; Id = 'CorsHeaderMissing' }
        @{ What = 'a header only in the multivariant playlist'; First = '*'; Second = ''; Allows = $false; Id = 'CorsHeaderMissing' }
        @{ What = 'a header only in the media playlist'; First = ''; Second = '*'; Allows = $false; Id = 'CorsHeaderMissing' }
        @{ What = 'another origin'; First = '*'; Second = 'https://b.com'; Allows = $false; Id = 'OriginNotAllowed' }
        @{ What = 'the origin with a trailing slash'; First = 'https://a.com/'; Second = '*'; Allows = $false; Id = 'OriginNotAllowed' }
        @{
            What = 'two values'
            First = '*'
            Second = "*`r`nAccess-Control-Allow-Origin: https://a.com"
            Allows = $false
            Id = 'OriginNotAllowed'
        }
        @{ What = 'the origin'; First = 'https://a.com'; Second = 'https://a.com'; Allows = $true; Id = $null }
        @{ What = 'every origin'; First = '*'; Second = '*'; Allows = $true; Id = $null }
    ) {
        $with = { param($Text, $Value) $Value ? $Text.Replace("`r`n`r`n", "`r`nAccess-Control-Allow-Origin: $Value`r`n`r`n") : $Text }
        Set-Playlist (& $with $plays.Multivariant $First) (& $with $plays.Media $Second)
        $report = Test-IvsPlayback $url -Origin https://a.com/watch
        $report.AllowsOrigin, $report.CanPlay | Should -Be $Allows, $Allows
        $report.Problems.Id | Should -Be $Id
        $received.ToArray() | Should -Match '(?m)^Origin: https://a\.com\r$'
        (Test-IvsPlayback $url).CanPlay | Should -BeTrue
    }

    It 'show the difference between the clocks' {
        $date = "Date: $([datetime]::UtcNow.AddHours(1).ToString('r'))`r`n"
        Set-Playlist $plays.Multivariant.Replace("`r`n`r`n", "`r`n$date`r`n") $plays.Media
        $report = Test-IvsPlayback $url
        $report.CanPlay | Should -BeTrue
        $report.Notes.Id | Should -Be 'ClockSkew'
        [math]::Round($report.ClockSkew.TotalHours, 1) | Should -Be 1
        # A cache sends the old date of the stored response and its age. The sum is the current time, so a clock difference is not reported.
        $date = "Date: $([datetime]::UtcNow.AddHours(-1).ToString('r'))`r`nAge: 3600`r`n"
        Set-Playlist $plays.Multivariant.Replace("`r`n`r`n", "`r`n$date`r`n") $plays.Media
        (Test-IvsPlayback $url).Notes | Should -BeNullOrEmpty
        Set-Playlist $plays.Multivariant $plays.Media
        (Test-IvsPlayback $url).ClockSkew | Should -BeNullOrEmpty
    }

    It 'explain why a service whose clock is one hour <Direction> rejects a valid token' -ForEach @(
        @{ Direction = 'fast'; Hours = 1; Id = 'Expired' }
        @{ Direction = 'slow'; Hours = -1; Id = 'LivesTooLong' }
    ) {
        $token = New-IvsViewerToken arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh prod.private.pem -ViewerId ann
        $head = "HTTP/1.1 403 No`r`nConnection: close`r`nDate: $([datetime]::UtcNow.AddHours($Hours).ToString('r'))"
        Set-Response @{ '*' = "$head`r`n`r`n[{`"error`":`"x`",`"error_code`":`"invalid_playback_auth_token`"}]" }
        $report = Test-IvsPlayback $url -Token $token
        $report.CanPlay | Should -BeFalse
        $report.Problems.Id | Should -Be $Id, 'ClockSkew'
    }
}

Describe 'The input of Test-IvsPlayback' -ForEach @{ Plays = $plays } {
    It 'is rejected before a request is sent: <Bad>' -ForEach @(
        @{ Bad = '' }, @{ Bad = $null }, @{ Bad = 'studio' }, @{ Bad = 'https://example.com/' }, @{ Bad = 'https://example.com/a.m3u8' }
        @{ Bad = 'ftp://x/api/video/v1/us-west-2.1.channel.a.m3u8' }, @{ Bad = 'file:///api/video/v1/us-west-2.1.channel.a.m3u8' }
        @{ Bad = 'https://user:hunter2@x/api/video/v1/us-west-2.1.channel.a.m3u8' }
        @{ Bad = "https://x/api/video/v1/us-west-2.1.channel.a.m3u8`nHost: y" }
        @{ Bad = 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh' }
    ) {
        , $Bad | Test-IvsPlayback -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        Get-ErrorId $failed[0] | Should -Be InvalidPlaybackUrl
        $failed[0].CategoryInfo.Category | Should -Be InvalidArgument
        "$failed $($failed | Format-List * -Force | Out-String)" | Should -Not -Match 'hunter2'
    }

    It 'is rejected with a recommended action if it does not contain a URL: <What>' -ForEach @(
        @{ What = 'a channel from a list'; Make = { Initialize-Channel; Get-IvsChannel -FilterByName lobby } }
        @{
            What = 'a token for a channel from a list'
            Make = { Initialize-Channel; Get-IvsChannel -FilterByName lobby | New-IvsViewerToken -PrivateKeyPath prod.private.pem }
        }
        @{ What = 'a token without a URL'; Make = { New-IvsViewerToken arn:aws:ivs:us-west-2:123456789012:channel/a prod.private.pem } }
    ) {
        $object = & $Make
        foreach ($test in { $object | Test-IvsPlayback -ErrorAction Stop }, { Test-IvsPlayback $object -ErrorAction Stop }) {
            $rejected = $test | Should -Throw -ErrorId 'InvalidPlaybackUrl,*' -PassThru
            "$rejected" | Should -BeLike 'The input does not contain a playback URL.*'
            $rejected.ErrorDetails.RecommendedAction |
                Should -BeLike 'A channel from a list*Get-IvsChannel [*]*-PlaybackUrl of New-IvsViewerToken*'
        }
    }

    It 'is rejected if it contains two tokens' {
        { Test-IvsPlayback "${url}?token=secret" -Token other -ErrorAction Stop } | Should -Throw -ErrorId 'TokenSpecifiedTwice,*'
    }

    It 'can be tested with a token from the second argument' {
        Initialize-Channel
        $token = $studio | New-IvsViewerToken -PrivateKeyPath prod.private.pem
        (Test-IvsPlayback $studio.PlaybackUrl $token.Token).CanPlay | Should -BeTrue
        (Test-IvsPlayback $studio.PlaybackUrl $token).CanPlay | Should -BeTrue
    }

    It 'is combined with the escaped value of -Token, so that the token cannot add a parameter or a header' {
        Set-Response @{ '*' = $plays.Media }
        $null = Test-IvsPlayback "${url}?a=b" -Token "x&y=z`r`nHost: q"
        $received.Take() | Should -BeLike "GET ${path}?a=b&token=x%26y%3Dz%0D%0AHost%3A%20q HTTP/1.1*"
    }
}

Describe 'The token of a URL' {
    It 'does not appear in output, errors or other streams: <What>' -ForEach @(
        @{ What = 'a JWT'; Token = { New-Jwt -Claims @{ 'aws:channel-arn' = 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh' } } }
        @{ What = 'other text'; Token = { 'Zm9vYmFyYmF6-secret' } }
    ) {
        $secret = & $Token
        # The token is in every part of the response that the module could show: the status line, the headers and the body.
        $ok = "HTTP/1.1 200 OK`r`nConnection: close`r`n"
        $rejection = @{ error = $secret; error_code = $secret; url = "/?token=$secret" } | ConvertTo-Json -Compress -AsArray
        $variant = "#EXT-X-STREAM-INF:RESOLUTION=$secret,CODECS=`"$secret`"`nmedia.m3u8?token=$secret`n"
        $responses = @(
            "HTTP/1.1 403 $secret`r`nConnection: close`r`n`r`n$rejection"
            "HTTP/1.1 200 OK`r`nConnection: close`r`nContent-Type: $secret/x`r`n`r`n$secret"
            "${ok}Access-Control-Allow-Origin: $secret`r`nContent-Type: audio/mpegurl`r`n`r`n#EXTM3U`n$variant"
            "HTTP/1.1 302 $secret`r`nConnection: close`r`nLocation: /?token=$secret`r`n`r`n"
            "HTTP/1.1 200 OK`r`n$secret`r`n`r`n"
            "$secret`r`n`r`n"
        )
        $Error.Clear()
        $shown = foreach ($response in $responses) {
            Set-Response @{ '*' = $response }
            $tests = { Test-IvsPlayback "${url}?token=$secret" -Origin https://a.com -Verbose -Debug },
                { Test-IvsPlayback $url -Token $secret -Verbose -Debug }
            foreach ($test in $tests) {
                & $test -ErrorVariable failed *>&1 | Tee-Object -Variable out | Out-String -Width 500
                $out | Format-List * -Force | Out-String -Width 500
                $out | Where-Object { $_ -is [IvsTools.PlaybackReport] } | ConvertTo-Json -Depth 4
                $out | ForEach-Object { "$_ $($_.Exception)" }
            }
        }
        $shown = "$shown $($Error | Format-List * -Force | Out-String -Width 500)"
        $shown.Contains('127.0.0.1') | Should -BeTrue
        $shown.Contains($secret) | Should -BeFalse
        $shown.Contains($secret.Substring($secret.Length - 12)) | Should -BeFalse
    }
}

Describe 'The view of a report' {
    It 'shows the result, the reason and the recommended action, and Unknown if a result is missing' {
        Initialize-Channel
        $shown = $studio | Test-IvsPlayback | Out-String -Width 300
        $shown | Should -Match 'CanPlay\s+: False'
        $shown | Should -BeLike '*The channel is private*New-IvsViewerToken*invalid number of segments*'
        ($studio | Test-IvsPlayback).RecommendedActions | Should -BeLike 'Create a token with New-IvsViewerToken*'
        $shown | Should -Match 'AllowsOrigin\s+: Unknown'
        Set-Response @{ '*' = "HTTP/1.1 500 No`r`nConnection: close`r`n`r`n" }
        Test-IvsPlayback $url | Out-String -Width 300 | Should -Match 'CanPlay\s+: Unknown'
        $shown = $lobby | Test-IvsPlayback | Out-String -Width 300
        $shown | Should -Match 'CanPlay\s+: True'
        $shown | Should -Not -Match 'RecommendedActions|Error'
    }

    It 'escapes control characters from a server' {
        $hostile = 'a\u001b[2J\u0007\u202eb'
        Set-Response @{ '*' = "HTTP/1.1 403 No`r`nConnection: close`r`n`r`n[{`"error`":`"$hostile`",`"error_code`":`"$hostile`"}]" }
        $report = Test-IvsPlayback $url
        $shown = ($report | Out-String -Width 300) + ($report | Format-List * | Out-String -Width 300) +
            ($report | Format-Table | Out-String) + ($report.Problems | Out-String)
        $shown.Contains('\u001B[2J') | Should -BeTrue
        $shown -replace '[\r\n]' -match '[\p{Cc}\p{Cf}]' | Should -BeFalse
    }
}
