BeforeAll {
    . $PSScriptRoot/Setup.ps1
    # Escape sequences of terminals, a right-to-left override, NUL and a one-byte CSI.
    $hostile = "a`e[2J`e]0;x`a$([char]0x202e)b`0$([char]0x9b)c"
    $inert = 'a\u001B[2J\u001B]0;x\u0007\u202Eb\u0000\u009Bc'
    # Creates an unsigned token. Test-IvsViewerToken also shows the contents of invalid tokens.
    function ConvertTo-Jwt($Claims) {
        $part = {
            [convert]::ToBase64String(
                [System.Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $args[0] -Compress))
            ).TrimEnd('=').Replace('+', '-').Replace('/', '_')
        }
        "$(& $part @{ alg = $hostile; typ = $hostile }).$(& $part $Claims).AAAA"
    }
    $objects = @{
        PlaybackKeyFile     = [IvsTools.PlaybackKeyFile]::new('a', "/tmp/$hostile.private.pem", "/tmp/$hostile.public.pem", '00')
        PlaybackKeyFileInfo = [IvsTools.PlaybackKeyFileInfo]::new(
            "/tmp/$hostile", 'Private', $hostile, 'ECDSA', 'P-384', '00', 'None', $hostile, $hostile
        )
        ViewerToken         = [IvsTools.ViewerToken]::new(
            't', 'arn', $hostile, $null, $null, [string[]]@(), $false, $null, [DateTimeOffset]::UtcNow, '00', "https://example.com/$hostile"
        )
        ViewerTokenReport   = Test-IvsViewerToken (
            ConvertTo-Jwt @{
                'aws:channel-arn' = $hostile
                'aws:viewer-id' = $hostile
                exp = $hostile
                'aws:maximum-resolution' = $hostile
                $hostile = $hostile
            }
        )
    }
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'Control characters in external text do not reach the terminal' {
    It 'in a view of <_>' -ForEach 'PlaybackKeyFile', 'PlaybackKeyFileInfo', 'ViewerToken', 'ViewerTokenReport' {
        $shown = $objects.$_ | Format-List | Out-String -Width 1000
        # PlaybackKeyFile does not have a table view. Format-Table would show the original property values with their control characters.
        if ($_ -ne 'PlaybackKeyFile') { $shown += $objects.$_ | Format-Table | Out-String -Width 1000 }
        $shown += $objects.$_ | Out-String -Width 1000
        $shown.Contains($inert) | Should -BeTrue
        $shown -replace "`n" -match '[\p{Cc}\p{Cf}]' | Should -BeFalse
    }

    It 'in a report that follows an object of another type in the output' {
        $shown = 1, $objects.ViewerTokenReport | Out-String
        $shown -replace "`n" -match '[\p{Cc}\p{Cf}]' | Should -BeFalse
    }

    It 'in a resource that is displayed as a table, a list or a string' {
        $channel = New-IvsChannel -Name studio -Tag @{ team = 'live' }
        $body = @{
            channel = @{ arn = $channel.Arn; name = $hostile; type = $hostile; ingestEndpoint = $hostile; tags = @{ $hostile = $hostile } }
        } |
            ConvertTo-Json -Depth 5 -EscapeHandling EscapeNonAscii
        $server = Start-OneResponse $body
        try { $found = Get-IvsChannel $channel.Arn -EndpointUrl $server.Url -AccessKey AKIA -SecretKey x }
        finally { Stop-OneResponse $server }
        $found.Name | Should -Be $inert
        $shown = ($found | Format-Table | Out-String), ($found | Format-List | Out-String), ($found | Format-List * | Out-String), "$found",
            (1, $found | Out-String) -join ' '
        $shown -replace "`n" -match '[\p{Cc}\p{Cf}]' | Should -BeFalse
    }
}

Describe 'A view' {
    BeforeAll {
        Reset-Emulator
        $name = 'a-channel-whose-name-is-longer-than-its-column-but-not-cut'
        $policy = New-IvsPlaybackRestrictionPolicy -Name eu -AllowedCountry DE, FR, AT -AllowedOrigin https://www.example.com,
            https://www.example.org
        $channel = New-IvsChannel -Name $name -Authorized $true -Tag @{ team = 'live' }
        $null = $emulator.Streams.Start($channel.Arn)
        $session = Get-IvsStreamSession $channel.Arn
        $folder = New-Item -ItemType Directory "$TestDrive/keys"
        Push-Location $folder
        $files = New-IvsPlaybackKeyPair main
        Pop-Location
        Set-Content "$folder/broken.pem" 'not a key'
        $token = $channel | New-IvsViewerToken -PrivateKeyPath "$folder/main.private.pem" -ViewerId viewer-1
        $pair = Import-IvsPlaybackKeyPair -Path "$folder/main.public.pem" -Name production-2026
        $shown = @{
            Channel                   = $channel
            StreamKey                 = $channel.StreamKey
            PlaybackKeyPair           = $pair
            AdConfiguration           = New-IvsAdConfiguration -Name ads -MediaTailorPlaybackConfiguration (
                'arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/main')
            PlaybackRestrictionPolicy = $policy
            RecordingConfiguration    = New-IvsRecordingConfiguration -Name archive -BucketName a-bucket-for-recordings
            LiveStream                = Get-IvsStream
            StreamSession             = $session
            ViewerToken               = $token
            PlaybackReport            = $channel | New-IvsViewerToken -PrivateKeyPath "$folder/main.private.pem" -ViewerId ('v' * 40) |
                Test-IvsPlayback
            PlaybackKeyFileInfo       = Get-IvsPlaybackKeyFile "$folder/*.pem"
            CheckedKeyFile            = Get-IvsPlaybackKeyFile "$folder/*.pem" -Online
            RecordedRequest           = $emulator.Requests[0]
            StreamEvent               = $session.TruncatedEvents
        }
        function Join-Text($Text) { $Text -replace '\s' }
    }

    It 'of <Type> as a table fits in <Width> columns and is complete' -ForEach @(
        foreach ($width in 80, 120) {
            @{ Width = $width; Type = 'Channel'; Whole = 'Id', 'Name' }
            @{ Width = $width; Type = 'StreamKey'; Whole = 'Id' }
            @{ Width = $width; Type = 'PlaybackKeyPair'; Whole = 'Id', 'Name', 'Fingerprint' }
            @{ Width = $width; Type = 'AdConfiguration'; Whole = 'Id', 'Name' }
            @{ Width = $width; Type = 'PlaybackRestrictionPolicy'; Whole = 'Id', 'Name' }
            @{ Width = $width; Type = 'RecordingConfiguration'; Whole = 'Id', 'Name' }
            @{ Width = $width; Type = 'LiveStream'; Whole = 'StreamId' }
            @{ Width = $width; Type = 'StreamSession'; Whole = 'StreamId', 'ChannelArn' }
            @{ Width = $width; Type = 'StreamEvent'; Whole = 'Name', 'Type' }
            @{ Width = $width; Type = 'ViewerToken'; Whole = 'ViewerId' }
            @{ Width = $width; Type = 'PlaybackReport'; Whole = 'ViewerId' }
            @{ Width = $width; Type = 'PlaybackKeyFileInfo'; Whole = 'Kind' }
            @{ Width = $width; Type = 'CheckedKeyFile'; Whole = 'IsImported' }
            @{ Width = $width; Type = 'RecordedRequest'; Whole = 'RequestId', 'Operation' }
        }
    ) {
        $table = $shown.$Type | Format-Table | Out-String -Width $Width
        $table | Should -Not -Match '…'
        ($table -split '\r?\n' | Measure-Object Length -Maximum).Maximum | Should -BeLessThan $Width
        foreach ($property in $Whole | Where-Object { $_ -ne 'Name' -or $Type -ne 'Channel' }) {
            foreach ($value in $shown.$Type.$property) { $table | Should -BeLike "*$value*" }
        }
    }

    It 'of key files shows the ID of the key pair and whether the key is imported, at <_> columns' -ForEach 80, 120 {
        $other = $shown.CheckedKeyFile | Where-Object Kind -EQ Public
        foreach ($view in ($shown.CheckedKeyFile | Format-Table | Out-String -Width $_), ($other | Format-Table | Out-String -Width $_)) {
            $view | Should -Match 'File +IsImported +KeyPairId +Problem'
            $view | Should -Match "main\.public\.pem +True +$($pair.Id)"
        }
        $view = Get-IvsPlaybackKeyFile "$folder/main.public.pem" -Arn $pair.Arn | Format-Table | Out-String -Width $_
        $view | Should -Match "main\.public\.pem +True +$($pair.Id)"
        $spare = New-IvsPlaybackKeyPair spare -DestinationPath $TestDrive
        $view = $spare | Get-IvsPlaybackKeyFile -Online | Format-Table | Out-String -Width $_
        $view | Should -Match 'spare\.private\.pem +False'
        Remove-Item "$TestDrive/spare.*"
    }

    It 'of key files wraps the Problem column only between words in every culture: <_>' -ForEach '', 'en-US', 'ja-JP' {
        Use-Culture $_ {
            foreach ($files in $shown.PlaybackKeyFileInfo, $shown.CheckedKeyFile) {
                $bad = $files | Where-Object Problem
                $words = ($bad | Format-Table | Out-String -Width 120) -split '\s+'
                foreach ($word in $bad.Problem -split ' ') { $words | Should -Contain $word }
            }
        }
    }

    It 'shows every item of a list' {
        $many = New-IvsPlaybackRestrictionPolicy -Name many -AllowedCountry DE, FR, AT, CH, GB, IE -Tag @{
            a = '1'
            b = '2'
            c = '3'
            d = '4'
            e = '5'
        }
        $list = $many | Format-List | Out-String -Width 120
        $list | Should -Match 'AllowedCountries +: DE, FR, AT, CH, GB, IE'
        $list | Should -Match 'Tags +: a=1; b=2; c=3; d=4; e=5'
    }

    It 'wraps a long name instead of cutting it' {
        $table = $channel | Format-Table | Out-String -Width 80
        $column = $table -split '\r?\n' | Where-Object { $_ -match '^\S' -and $_ -notmatch '^(Name|----)' } |
            ForEach-Object { ($_ -split ' ')[0] }
        $column -join '' | Should -Be $name
    }

    It 'shows the columns <First> first in the table of <Type>' -ForEach @(
        @{ Type = 'Channel'; First = 'Name Id' }
        @{ Type = 'PlaybackKeyPair'; First = 'Name Id' }
        @{ Type = 'RecordingConfiguration'; First = 'Name Id' }
        @{ Type = 'StreamKey'; First = 'Id Channel Value' }
        @{ Type = 'PlaybackKeyFileInfo'; First = 'File Problem' }
    ) {
        ($shown.$Type | Format-Table | Out-String -Width 80) -replace ' +', ' ' | Should -BeLike "*$First*"
        ($shown.$Type | Out-String -Width 80) -replace ' +', ' ' | Should -BeLike "*$First*"
    }

    It 'shows local times in every culture, and a list view also shows the UTC offset' {
        $time = [DateTimeOffset]$token.ExpiresAt.ToLocalTime()
        $expected = $time.ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture)
        $offset = $time.ToString('zzz', [cultureinfo]::InvariantCulture)
        Use-Culture 'th-TH' {
            $token | Format-Table | Out-String | Should -BeLike "*$expected*"
            $token | Format-List | Out-String | Should -BeLike "*$expected $offset*"
            foreach ($type in 'LiveStream', 'StreamSession', 'StreamEvent') {
                $shown.$type | Format-Table | Out-String | Should -Match '\d{4}-\d\d-\d\d \d\d:\d\d:\d\d'
                $shown.$type | Format-List | Out-String | Should -Match '\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d'
            }
        }
    }

    It 'shows both ARNs in the response of New-IvsChannel at 80 columns' {
        $response = New-IvsChannel -Name new -Select '*'
        $view = Join-Text ($response | Out-String -Width 80)
        $view.Contains($response.Channel.Arn) | Should -BeTrue
        $view.Contains($response.StreamKey.Arn) | Should -BeTrue
    }

    It 'shows tags as text in every list' {
        $untagged = $pair | Format-List | Out-String
        $untagged | Should -Match 'Tags\s+:\s*$'
        ($channel | Format-List | Out-String) | Should -Match 'Tags\s+: team=live'
        $xml = [System.Management.Automation.PSSerializer]::Serialize($channel)
        $deserialized = [System.Management.Automation.PSSerializer]::Deserialize($xml)
        ($deserialized | Format-List | Out-String) | Should -Match 'Tags\s+: team=live'
    }

    It 'does not show the secret access key of the emulator' {
        foreach ($view in 'Format-Wide', 'Format-List', 'Format-Table', 'Format-Custom') {
            ($emulator | & $view | Out-String -Width 500) | Should -Not -Match $emulator.SecretAccessKey -Because $view
        }
        ($emulator | Format-Wide | Out-String) | Should -Match ([regex]::Escape($emulator.Url))
    }

    It 'masks a stream key that is shown after <Name>' -ForEach @(
        @{ Name = 'the output of Get-IvsResourceTag'; First = { Get-IvsResourceTag $tagged.Arn } }
        @{ Name = 'the tags of a channel'; First = { $tagged.Tags } }
        @{ Name = 'the claims of a report'; First = { (Test-IvsViewerToken $token.Token).Claims } }
    ) {
        $tagged = New-IvsChannel -Tag @{ team = 'video' }
        $key = Get-IvsStreamKey $tagged.Arn
        $shown = & { & $First; $key } | Out-String
        $shown | Should -Match 'video|aws:channel-arn'
        $shown | Should -Match ([regex]::Escape($key.MaskedValue))
        $shown | Should -Not -Match ([regex]::Escape($key.Value))
    }

    It 'masks the token in the path of a request to the emulator' {
        $null = Invoke-WebRequest $token.PlaybackUrl -SkipHttpErrorCheck
        $request = $emulator.Requests[-1]
        $request.Path | Should -Match 'token=eyJ'
        $request | Format-List | Out-String | Should -Not -Match 'eyJ'
        $request | Format-Table | Out-String | Should -Not -Match 'eyJ'
        # PowerShell does not use the views for an object that follows an object of another type.
        1, $channel, $request | Out-String | Should -Not -Match 'eyJ'
    }
}

Describe 'An output object' {
    BeforeAll {
        Reset-Emulator
        $policy = New-IvsPlaybackRestrictionPolicy -Name eu -AllowedCountry DE, FR -AllowedOrigin https://www.example.com
        $channel = New-IvsChannel -Name studio
        $report = Test-IvsViewerToken (ConvertTo-Jwt @{ 'aws:channel-arn' = 'arn' })
        $private = New-PrivatePem
        Set-Content "$TestDrive/key.pem" $private
        $file = Get-IvsPlaybackKeyFile "$TestDrive/key.pem"
    }

    It 'has Name and Arn as its first properties' {
        @($channel.PSObject.Properties.Name)[0, 1] | Should -Be 'Name', 'Arn'
        @($policy.PSObject.Properties.Name)[0, 1] | Should -Be 'Name', 'Arn'
    }

    It 'exports the items of its lists to a CSV' {
        $row = $policy | ConvertTo-Csv | ConvertFrom-Csv
        $row.AllowedCountries | Should -Be 'DE, FR'
        $row = $report | ConvertTo-Csv | ConvertFrom-Csv
        $row.Problems | Should -Be ($report.Problems.Message -join ', ')
        $row.Claims | Should -Be 'aws:channel-arn=arn'
        $row.PSObject.Properties.Value -match 'System\.|IvsTools\.|<>' | Should -BeNullOrEmpty
    }

    It 'contains the names of enumeration values in JSON, not numbers' {
        ($file | ConvertTo-Json | ConvertFrom-Json).Kind | Should -Be 'Private'
        ($file | ConvertTo-Json | ConvertFrom-Json).Protection | Should -Be 'None'
        ($report | ConvertTo-Json -Depth 4 | ConvertFrom-Json).Signature | Should -Be 'Invalid'
    }

    It 'has lists that accept the indexes 0 and -1' {
        foreach ($list in $policy.AllowedCountries, $report.Problems, $emulator.Requests, [IvsTools.Emulator.EmulatorServer]::Running) {
            $list[0] | Should -Be @($list)[0]
            $list[-1] | Should -Be @($list)[-1]
        }
    }

    It 'has no compiler-generated members' {
        foreach ($object in $channel, $policy, $report, $report.Problems[0], $file, $emulator.Requests[0]) {
            ($object | Get-Member).Name | Should -Not -Match '<|EqualityContract|PrintMembers|Deconstruct'
        }
    }

    It 'appears in a prompt with its name, or with its ARN if the name is unknown' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript("
            Import-Module '$PSScriptRoot/../IvsTools.psd1'
            Start-Transcript '$TestDrive/prompt.txt'
            Get-IvsChannel -EndpointUrl $($emulator.Url) | Remove-IvsChannel -WhatIf -EndpointUrl $($emulator.Url)
            '$($channel.Arn)' | Remove-IvsChannel -WhatIf -EndpointUrl $($emulator.Url)
            Stop-Transcript")
        $null = $shell.Invoke()
        $shell.Dispose()
        $lines = Get-Content "$TestDrive/prompt.txt" | Where-Object { $_ -like 'What if:*' }
        $lines[0] | Should -BeLike "*`"studio ($($channel.Arn))`"*"
        $lines[1] | Should -BeLike "*`"$($channel.Arn)`"*"
    }
}
