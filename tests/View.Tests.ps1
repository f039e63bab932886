BeforeAll {
    . $PSScriptRoot/Setup.ps1
    # Clear the screen, set the title, reverse the direction, NUL, and a one-byte CSI.
    $hostile = "a`e[2J`e]0;x`a$([char]0x202e)b`0$([char]0x9b)c"
    $inert = 'a\u001B[2J\u001B]0;x\u0007\u202Eb\u0000\u009Bc'
    # An unsigned token, whose contents are also shown.
    function ConvertTo-Jwt($Claims) {
        $part = { [convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $args[0] -Compress))).TrimEnd('=').Replace('+', '-').Replace('/', '_') }
        "$(& $part @{ alg = $hostile; typ = $hostile }).$(& $part $Claims).AAAA"
    }
    $objects = @{
        PlaybackKeyFile     = [IvsTools.PlaybackKeyFile]::new('a', "/tmp/$hostile.private.pem", "/tmp/$hostile.public.pem", '00')
        PlaybackKeyFileInfo = [IvsTools.PlaybackKeyFileInfo]::new("/tmp/$hostile", 'Private', $hostile, 'ECDSA', 'P-384', '00', 'None', $hostile, $hostile)
        ViewerToken         = [IvsTools.ViewerToken]::new('t', 'arn', $hostile, $null, $null, [string[]]@(), $false, $null, [DateTimeOffset]::UtcNow, '00', "https://example.com/$hostile")
        ViewerTokenReport   = Test-IvsViewerToken (ConvertTo-Jwt @{ 'aws:channel-arn' = $hostile; 'aws:viewer-id' = $hostile; exp = $hostile; 'aws:maximum-resolution' = $hostile; $hostile = $hostile })
    }
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'Control characters in external text do not reach the terminal' {
    It 'in a view of <_>' -ForEach 'PlaybackKeyFile', 'PlaybackKeyFileInfo', 'ViewerToken', 'ViewerTokenReport' {
        $shown = $objects.$_ | Format-List | Out-String -Width 1000
        # PlaybackKeyFile has no table view, so Format-Table shows its properties.
        if ($_ -ne 'PlaybackKeyFile') { $shown += $objects.$_ | Format-Table | Out-String -Width 1000 }
        $shown += $objects.$_ | Out-String -Width 1000
        $shown.Contains($inert) | Should -BeTrue
        $shown -replace "`n" -match '[\p{Cc}\p{Cf}]' | Should -BeFalse
    }

    It 'in a report that follows an object of another type' {
        $shown = 1, $objects.ViewerTokenReport | Out-String
        $shown -replace "`n" -match '[\p{Cc}\p{Cf}]' | Should -BeFalse
    }

    It 'in a resource, in any form' {
        $channel = New-IvsChannel -Name studio -Tag @{ team = 'live' }
        $body = @{ channel = @{ arn = $channel.Arn; name = $hostile; type = $hostile; ingestEndpoint = $hostile; tags = @{ $hostile = $hostile } } } | ConvertTo-Json -Depth 5 -EscapeHandling EscapeNonAscii
        $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $server = Start-ThreadJob {
            $client = ($using:listener).AcceptTcpClient()
            $stream = $client.GetStream()
            $null = $stream.Read([byte[]]::new(65536), 0, 65536)
            $stream.Write([System.Text.Encoding]::ASCII.GetBytes("HTTP/1.1 200 OK`r`nConnection: close`r`nContent-Length: $(($using:body).Length)`r`n`r`n$using:body"))
            $client.Dispose()
        }
        try {
            $found = Get-IvsChannel $channel.Arn -EndpointUrl "http://127.0.0.1:$($listener.LocalEndpoint.Port)" -AccessKey AKIA -SecretKey x
        }
        finally {
            $listener.Stop()
            $server | Wait-Job | Remove-Job
        }
        $found.Name | Should -Be $inert
        $shown = ($found | Format-Table | Out-String), ($found | Format-List | Out-String), ($found | Format-List * | Out-String), "$found", (1, $found | Out-String) -join ' '
        $shown -replace "`n" -match '[\p{Cc}\p{Cf}]' | Should -BeFalse
    }
}
