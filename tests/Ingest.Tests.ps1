# A real encoder publishes to the local endpoint with the stream key of a channel.
BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $emulator | Stop-IvsEmulator
    $program = (Get-Command ffmpeg -CommandType Application -ErrorAction Ignore | Select-Object -First 1).Source

    # Starts FFmpeg with a test picture. StandardError contains the errors of FFmpeg.
    function Start-Encoder([string] $Url, [int] $Seconds = 120) {
        $arguments = @(
            '-hide_banner', '-loglevel', 'error', '-re'
            '-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25', '-f', 'lavfi', '-i', 'sine=sample_rate=48000'
            '-t', $Seconds, '-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-g', '50', '-c:a', 'aac'
            '-f', 'flv'
            if ($Url.StartsWith('rtmps:')) { '-tls_verify', '0' }
            $Url
        )
        $start = [System.Diagnostics.ProcessStartInfo]::new($program, [string[]]$arguments)
        $start.RedirectStandardInput = $start.RedirectStandardError = $true
        $encoder = [System.Diagnostics.Process]::Start($start)
        $encoders.Add($encoder)
        $encoder
    }

    function Wait-Encoder($Encoder) {
        $Encoder.StandardError.ReadToEnd()
        $Encoder.WaitForExit()
    }
}

Describe 'Start-IvsEmulator -Ingest' {
    BeforeEach {
        if (-not $program) { Set-ItResult -Skipped -Because 'ffmpeg is not on this machine'; return }
        $encoders = [System.Collections.Generic.List[System.Diagnostics.Process]]::new()
        $emulator = Start-IvsEmulator -Ingest
        $PSDefaultParameterValues = @{ '*-Ivs*:EndpointUrl' = $emulator.Url }
        $created = New-IvsChannel -Name studio -Authorized $true -Select *
        $channel, $key = $created.Channel, $created.StreamKey
    }
    AfterEach {
        Stop-IvsEmulator
        foreach ($encoder in $encoders) {
            if (-not $encoder.HasExited) { $encoder.Kill() }
            $encoder.Dispose()
        }
    }

    It 'accepts an encoder with a stream key, and rejects the key after it is reset' {
        $emulator.IngestUrl | Should -Be "rtmps://$($channel.IngestEndpoint)/app/"
        $encoder = Start-Encoder ($emulator.IngestUrl + $key.Value)
        Wait-Until { (Get-IvsStreamSession $channel.Arn -ErrorAction Ignore).IngestConfiguration.Audio }
        (Get-IvsStream $channel.Arn).State | Should -Be LIVE
        $session = Get-IvsStreamSession $channel.Arn
        $video, $audio = $session.IngestConfiguration.Video, $session.IngestConfiguration.Audio
        $video.VideoWidth, $video.VideoHeight, $video.TargetFramerate | Should -Be 320, 180, 25
        $video.Codec | Should -BeLike 'avc1.*'
        $audio.SampleRate, $audio.Channels, $audio.Codec | Should -Be 48000, 1, 'mp4a.40.2'

        $new = Reset-IvsStreamKey $channel.Arn -Force
        (Get-IvsStream $channel.Arn).State | Should -Be LIVE -Because 'a reset key does not end a stream'
        Stop-IvsStream $channel.Arn -Force
        Wait-Encoder $encoder | Should -BeLike '*The stream was stopped.*'
        $encoder.ExitCode | Should -Not -Be 0

        $again = Start-Encoder ($emulator.IngestUrl + $key.Value)
        Wait-Encoder $again | Should -BeLike '*No channel has the stream key*'
        $again.ExitCode | Should -Not -Be 0
        Get-IvsStream $channel.Arn -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId $failed[0] | Should -Be ChannelNotBroadcasting

        $renewed = Start-Encoder ($emulator.IngestUrl + $new.Value) -Seconds 1
        Wait-Encoder $renewed | Should -BeNullOrEmpty
        $renewed.ExitCode | Should -Be 0
        Wait-Until { $emulator.IngestRecords.Count -eq 5 }
        $emulator.IngestRecords.Action | Should -Be Started, Ended, Rejected, Started, Ended
        $emulator.IngestRecords.Reason | Should -Be $null, Stopped, UnknownStreamKey, $null, Disconnected
        $table = $emulator.IngestRecords | Out-String -Width 80
        $table | Should -Match '(?m)^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d Rejected UnknownStreamKey +127\.0\.0\.1:\d+\s*$'
        $table | Should -Match "Ended +Stopped +$($channel.Id) +127"
        $emulator | Out-String | Should -BeLike "*IngestUrl*: $($emulator.IngestUrl)*"
        $emulator.IngestRecords | ConvertTo-Json | Should -Not -BeLike "*$($key.Value)*"
    }

    It 'serves the stream and its metadata to a viewer with a token until the viewer session is revoked' {
        New-IvsPlaybackKeyPair -Name studio -DestinationPath $TestDrive | Import-IvsPlaybackKeyPair
        $token = New-IvsViewerToken $channel.Arn -PrivateKeyPath "$TestDrive/studio.private.pem" -ViewerId v1
        $null = Start-Encoder ($emulator.IngestUrl + $key.Value)
        Wait-Until { (Test-IvsPlayback $channel.PlaybackUrl -Token $token.Token).CanPlay }
        (Test-IvsPlayback $channel.PlaybackUrl -Token $token.Token).Variants | Out-String | Should -BeLike '*320x180*'
        (Test-IvsPlayback $channel.PlaybackUrl).HttpStatus | Should -Be 403

        $http = [System.Net.Http.HttpClient]::new()
        try {
            $folder = $channel.PlaybackUrl -replace '[^/]+$'
            $master = $http.GetStringAsync("$($channel.PlaybackUrl)?token=$($token.Token)").Result
            $rendition = $folder + ($master -split "`n" -match '\.m3u8$')
            Write-IvsMetadata $channel.Arn -Metadata '{"score": 1}'
            Wait-Until {
                $newest = ($http.GetStringAsync($rendition).Result -split "`n" -match '\.ts$')[-1]
                $bytes = $http.GetByteArrayAsync(($rendition -replace '[^/]+$', $newest)).Result
                [System.Text.Encoding]::Latin1.GetString($bytes).Contains('{"score": 1}')
            }
            Start-IvsViewerSessionRevocation $channel.Arn -ViewerId v1 -Force
            [int]$http.GetAsync($rendition).Result.StatusCode | Should -Be 403
            [int]$http.GetAsync(($rendition -replace '[^/]+$', '0.ts')).Result.StatusCode | Should -Be 403
        }
        finally { $http.Dispose() }
    }

    It 'requires RTMPS, except for a channel with InsecureIngest' {
        $encoder = Start-Encoder ($emulator.IngestUrl.Replace('rtmps', 'rtmp') + $key.Value)
        Wait-Encoder $encoder | Should -BeLike '*requires RTMPS*'
        $null = Update-IvsChannel $channel.Arn -InsecureIngest $true
        $encoder = Start-Encoder ($emulator.IngestUrl.Replace('rtmps', 'rtmp') + $key.Value) -Seconds 1
        Wait-Encoder $encoder | Should -BeNullOrEmpty
        $encoder.ExitCode | Should -Be 0
    }

    It 'disconnects the encoder when the endpoint is stopped' {
        $encoder = Start-Encoder ($emulator.IngestUrl + $key.Value)
        Wait-Until { $emulator.IngestRecords.Count }
        $emulator | Stop-IvsEmulator
        $null = Wait-Encoder $encoder
        $encoder.ExitCode | Should -Not -Be 0
    }
}

Describe 'The port for encoders' {
    AfterEach { Stop-IvsEmulator }

    It 'is closed by default' {
        $emulator = Start-IvsEmulator
        $emulator.IngestUrl | Should -BeNullOrEmpty
        $emulator.IngestRecords | Should -BeNullOrEmpty
        (New-IvsChannel -EndpointUrl $emulator.Url).IngestEndpoint | Should -BeLike '*.global-contribute.live-video.net'
    }

    It 'is set by -IngestPort, and a port in use causes an error' {
        $first = Start-IvsEmulator -Ingest
        $port = ([uri]$first.IngestUrl).Port
        Start-IvsEmulator -IngestPort $port -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ErrorId $failed[0] | Should -Be PortUnavailable
        $failed[0].TargetObject | Should -Be $port
        $first | Stop-IvsEmulator
        (Start-IvsEmulator -IngestPort $port).IngestUrl | Should -Be "rtmps://127.0.0.1:$port/app/"
    }
}
