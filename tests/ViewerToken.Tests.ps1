BeforeAll {
    . $PSScriptRoot/Setup.ps1
    Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
    $pair = New-IvsPlaybackKeyPair -Name prod
    $arn = 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh'
    $signer = @{ ChannelArn = $arn; PrivateKeyPath = $pair.PrivateKeyPath }

    function Read-Payload($Token) {
        $payload = $Token.Token.Split('.')[1].Replace('-', '+').Replace('_', '/')
        [System.Text.Encoding]::UTF8.GetString(
            [convert]::FromBase64String($payload.PadRight([math]::Ceiling($payload.Length / 4) * 4, '='))
        ) |
            ConvertFrom-Json
    }
}
AfterAll { $emulator | Stop-IvsEmulator; Set-Location $PSScriptRoot }

Describe 'New-IvsViewerToken' {
    It 'creates a token that is valid for five minutes, with only the required claims' {
        $before = Get-Date
        $token = New-IvsViewerToken $arn prod.private.pem
        $token | Should -BeOfType ([IvsTools.ViewerToken])
        $token.ChannelArn | Should -Be $arn
        $token.KeyFingerprint | Should -Be $pair.Fingerprint
        $token.ExpiresAt | Should -BeGreaterOrEqual $before.AddMinutes(5).AddSeconds(-1)
        $token.ExpiresAt | Should -BeLessOrEqual ([DateTime]::Now.AddMinutes(5))
        ($token.ExpiresAt - (Get-Date)).TotalMinutes | Should -BeGreaterThan 4
        ((Get-Date) - ($token | Test-IvsViewerToken).ExpiresAt).TotalMinutes | Should -BeLessThan -4
        (Read-Payload $token).psobject.Properties.Name | Should -Be 'aws:channel-arn', 'exp'
        (Read-Payload $token).exp | Should -Be ([DateTimeOffset] $token.ExpiresAt).ToUnixTimeSeconds()
        ($token | Test-IvsViewerToken -PublicKey $pair).IsValid | Should -BeTrue
    }

    It 'creates a token with all claims except the claims for ads' {
        $token = New-IvsViewerToken @signer -ExpiresIn 00:09:00 -ViewerId ann -ViewerSessionVersion 7 `
            -AllowedOrigin https://a.com, https://*.b.com -StrictOrigin `
            -SingleUse -MaximumResolution hd -PlaybackUrl https://x.playback.live-video.net/a.m3u8
        $payload = Read-Payload $token
        $payload.'aws:viewer-id' | Should -BeExactly 'ann'
        $payload.'aws:viewer-session-version' | Should -Be 7
        $payload.'aws:access-control-allow-origin' | Should -BeExactly 'https://a.com,https://*.b.com'
        $payload.'aws:strict-origin-enforcement' | Should -BeTrue
        [guid]$payload.'aws:single-use-uuid' | Should -Not -Be ([guid]::Empty)
        $payload.'aws:maximum-resolution' | Should -BeExactly 'HD'
        $token.PlaybackUrl | Should -BeExactly "https://x.playback.live-video.net/a.m3u8?token=$($token.Token)"
        $token.SingleUseUuid | Should -Be $payload.'aws:single-use-uuid'
        ($token | Test-IvsViewerToken -PublicKey $pair -ChannelArn $arn -Origin https://www.b.com).Problems | Should -BeNullOrEmpty
    }

    It 'sets the claims for ads: <Way>' -ForEach @(
        @{
            Way = 'from arguments'
            Make = {
                New-IvsViewerToken @signer -AdsOptOut -AdsPlayerParameter @{
                    section = 'sports'
                    tier = 2
                } -AdsPlaybackConfigurationName house -AdsReportingMode client
            }
        }
        @{
            Way = 'from a row'
            Make = {
                'AdsOptOut,AdsPlayerParameter,AdsPlaybackConfigurationName,AdsReportingMode', 'True,section=sports; tier=2,house,CLIENT' |
                    ConvertFrom-Csv | New-IvsViewerToken @signer
            }
        }
    ) {
        $token = & $Make
        $payload = Read-Payload $token
        $payload.'aws:ads-opt-out' | Should -BeTrue
        $payload.'aws:ads-player-params'.section | Should -BeExactly 'sports'
        $payload.'aws:ads-player-params'.tier | Should -BeExactly '2'
        $payload.'aws:ads-playback-config-name' | Should -BeExactly 'house'
        $payload.'aws:ads-reporting-mode' | Should -BeExactly 'CLIENT'
        $report = $token | Test-IvsViewerToken -PublicKey $pair
        $report.Problems | Should -BeNullOrEmpty
        $report.Notes | Should -BeNullOrEmpty
    }

    It 'rejects a token of more than 2,048 characters' {
        $origins = 1..100 | ForEach-Object { "https://a$_.example.com" }
        New-IvsViewerToken @signer -AllowedOrigin $origins -ErrorVariable rejected -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ErrorId $rejected[0] | Should -Be TokenTooLong
    }

    It 'signs nothing if -AllowedOrigin on the command line is empty text, which would allow all sites' {
        foreach ($origins in '', @('', ''), @($null)) {
            { New-IvsViewerToken @signer -AllowedOrigin $origins } | Should -Throw '*-AllowedOrigin *' -ErrorId 'EmptyList,*'
        }
        foreach ($origins in ' ', ',', @(' ')) {
            { New-IvsViewerToken @signer -AllowedOrigin $origins } | Should -Throw "*'AllowedOrigin'*only spaces*" -ErrorId 'Param*'
        }
        ([pscustomobject]@{ AllowedOrigin = '' } | New-IvsViewerToken @signer).AllowedOrigin | Should -BeNullOrEmpty
        (New-IvsViewerToken @signer -AllowedOrigin @()).Token | Should -Not -BeNullOrEmpty
    }

    It 'does not sign a token for a row with <Why>' -ForEach @(
        @{ Why = 'a space instead of origins'; Origins = ' '; Id = 'ParameterArgumentTransformationError' }
        @{ Why = 'only an empty origin'; Origins = @(''); Id = 'InvalidOrigin' }
        @{ Why = 'an empty origin among others'; Origins = 'https://example.com', ''; Id = 'InvalidOrigin' }
    ) {
        [pscustomobject]@{ AllowedOrigin = $Origins } |
            New-IvsViewerToken @signer -ErrorVariable rejected -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ErrorId $rejected[0] | Should -Be $Id
    }

    It 'warns once about each origin with a misspelled scheme' {
        $origins = 'htps://a.com', 'HTTPS://b.com', 'app://localhost', 'c.com', '*'
        $rows = 1..2 | ForEach-Object { [pscustomobject]@{ ViewerId = $_; AllowedOrigin = $origins } }
        $tokens = $rows | New-IvsViewerToken @signer -WarningVariable warned -WarningAction SilentlyContinue
        $tokens.Count | Should -Be 2
        $warned | Should -Be "The scheme of the origin 'htps://a.com' is not http or https. Did you mean https?"
    }

    It 'accepts an expiry time of every type' {
        $at = [DateTimeOffset]::UtcNow.AddMinutes(7)
        foreach ($value in $at, $at.UtcDateTime, $at.LocalDateTime, $at.ToString('o')) {
            ([DateTimeOffset] (New-IvsViewerToken @signer -ExpiresAt $value).ExpiresAt).ToUnixTimeSeconds() |
                Should -Be $at.ToUnixTimeSeconds()
        }
    }

    It 'returns the playback URLs of piped channels' {
        Reset-Emulator
        $null = $pair | Import-IvsPlaybackKeyPair
        $channels = 1..2 | ForEach-Object { New-IvsChannel -Name "c$_" -Authorized $true }
        $channels.Arn | ForEach-Object { $emulator.Streams.Start($_) }
        (Get-IvsChannel | New-IvsViewerToken -PrivateKeyPath $pair.PrivateKeyPath).ChannelArn | Should -Be $channels.Arn
        # Without a name or pattern, Get-IvsChannel does not return playback URLs.
        $tokens = Get-IvsChannel * | New-IvsViewerToken -PrivateKeyPath $pair.PrivateKeyPath
        $tokens.PlaybackUrl | ForEach-Object { (Invoke-WebRequest $_).StatusCode | Should -Be 200 }
    }
}

Describe 'New-IvsViewerToken with the rows of a CSV' {
    It 'creates 2,000 tokens from 2,000 rows, in order' {
        $rows = 1..2000 | ForEach-Object { "viewer-$_,$_,False,True" }
        'ViewerId,ViewerSessionVersion,StrictOrigin,SingleUse', $rows | ForEach-Object { $_ } | Set-Content viewers.csv
        $tokens = Import-Csv viewers.csv | New-IvsViewerToken @signer
        $tokens.Count | Should -Be 2000
        $tokens.ViewerId -join ' ' | Should -BeExactly ((1..2000 | ForEach-Object { "viewer-$_" }) -join ' ')
        $sample = 0..19 | ForEach-Object { $tokens[$_ * 100] }
        ($sample | Test-IvsViewerToken -PublicKey $pair).IsValid | Should -Not -Contain $false
        ($tokens.SingleUseUuid | Select-Object -Unique).Count | Should -Be 2000
    }

    It 'does not sign a token if -ViewerId is an object' {
        { New-IvsViewerToken $arn prod.private.pem -ViewerId ([pscustomobject]@{ ViewerId = 'ann' }) } |
            Should -Throw '*must be text, not an object*' -ErrorId 'ParameterArgumentTransformationError,*'
    }

    It 'writes an error for an invalid row, with the viewer as the target, and creates the other tokens' {
        $tokens = @"
ViewerId,ViewerSessionVersion
ann,1
$('x' * 41),1
bob,-1
cid,2
"@ | ConvertFrom-Csv | New-IvsViewerToken @signer -ErrorVariable bad -ErrorAction SilentlyContinue
        $tokens.ViewerId | Should -Be 'ann', 'cid'
        $bad.TargetObject | Should -Be ('x' * 41), 'bob'
        $bad | ForEach-Object { Get-ErrorId $_ } | Should -Be 'InvalidViewerId', 'InvalidViewerSessionVersion'
        $bad.CategoryInfo.Category | Should -Be 'InvalidArgument', 'InvalidArgument'
    }

    It 'writes an error for an invalid cell: <Column> <Value>' -ForEach @(
        @{ Column = 'ViewerSessionVersion'; Value = 'abc' }
        @{ Column = 'ViewerSessionVersion'; Value = '1.5' }
        @{ Column = 'ViewerSessionVersion'; Value = '99999999999999999999' }
        @{ Column = 'ExpiresIn'; Value = '300' }
        @{ Column = 'ExpiresIn'; Value = 'soon' }
        @{ Column = 'ExpiresAt'; Value = 'tomorrow' }
        @{ Column = 'ExpiresAt'; Value = '1800000000' }
        @{ Column = 'StrictOrigin'; Value = 'maybe' }
        @{ Column = 'SingleUse'; Value = '2' }
    ) {
        $tokens = "ViewerId,$Column", 'ann,', "bob,$Value", 'cid,' | ConvertFrom-Csv |
            New-IvsViewerToken @signer -ErrorVariable bad -ErrorAction SilentlyContinue
        $tokens.ViewerId | Should -Be 'ann', 'cid'
        $bad.Count | Should -Be 1
        $bad[0].TargetObject.ViewerId | Should -Be 'bob'
        "$($bad[0])" | Should -Match ([regex]::Escape("'$Value'"))
    }

    It 'parses the flag <Text> as <On>' -ForEach @(
        @{ Text = 'True'; On = $true }, @{ Text = 'yes'; On = $true }, @{ Text = '1'; On = $true }
        @{ Text = 'False'; On = $false }, @{ Text = 'no'; On = $false }, @{ Text = '0'; On = $false }, @{ Text = ''; On = $false }, @{
            Text = $null
            On = $false
        }
    ) {
        $token = [pscustomobject]@{ StrictOrigin = $Text; SingleUse = $Text } | New-IvsViewerToken @signer -AllowedOrigin https://a.com
        $token.StrictOrigin | Should -Be $On
        [bool]$token.SingleUseUuid | Should -Be $On
    }

    It 'rejects a date that has two meanings, in the culture <Culture>' -ForEach @(
        # The text means 5 April in some cultures and 4 May in others.
        @{ Culture = 'en-GB' }, @{ Culture = 'de-DE' }, @{ Culture = 'fa-IR' }, @{ Culture = 'th-TH' }
    ) {
        Use-Culture $Culture {
            $time = [datetime]::new((Get-Date).Year + 1, 4, 5, 10, 0, 0)
            $rows = $time, [datetime]::new((Get-Date).Year + 1, 4, 4) | Select-Object @{ n = 'ExpiresAt'; e = { $_ } }
            $rows[0] | ConvertTo-Csv | ConvertFrom-Csv | New-IvsViewerToken @signer -ErrorVariable bad -ErrorAction SilentlyContinue |
                Should -BeNullOrEmpty
            Get-ErrorId $bad[0] | Should -Be 'ParameterArgumentTransformationError'
            $bad[0] | Should -Match "$($time.Year)-04-05|is not a time"
            # Other formats have one meaning in every culture.
            $texts = $time.ToString('o'), "$($time.Year)-04-05", '2099-12-31 10:00Z', $time.ToUniversalTime().ToString('R')
            ($texts | ForEach-Object { New-IvsViewerToken @signer -ExpiresAt $_ }).Count | Should -Be 4
        }
    }

    It 'rejects the date <Text>, which means 5 April in en-GB and 4 May in en-US' -ForEach @(
        @{ Text = '05/04' }, @{ Text = '5 4 2099' }, @{ Text = '05-04-2099' }
    ) {
        Use-Culture 'en-GB' {
            { New-IvsViewerToken @signer -ExpiresAt $Text } | Should -Throw '*04-05*' -ErrorId 'ParameterArgumentTransformationError,*'
        }
    }

    It 'treats an empty cell as not specified, and does not use the value of the previous row' {
        $tokens = @'
ViewerId,ViewerSessionVersion,ExpiresIn,ExpiresAt,AllowedOrigin,StrictOrigin,SingleUse,SingleUseUuid,MaximumResolution,PlaybackUrl
ann,5,00:01:00,,https://a.com;https://b.com,True,True,6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61,sd,https://x/a.m3u8
bob,,,,,,,,,
'@ | ConvertFrom-Csv | New-IvsViewerToken @signer
        $tokens[0].AllowedOrigin | Should -Be 'https://a.com', 'https://b.com'
        $tokens[0].SingleUseUuid | Should -Be '6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61'
        (Read-Payload $tokens[1]).psobject.Properties.Name | Should -Be 'aws:channel-arn', 'aws:viewer-id', 'exp'
        $tokens[1].PlaybackUrl | Should -BeNullOrEmpty
        $tokens[1].ExpiresAt | Should -BeGreaterThan $tokens[0].ExpiresAt
    }

    It 'treats null in <_> as an omitted value' -ForEach @(
        'ViewerSessionVersion', 'ExpiresIn', 'ExpiresAt', 'AllowedOrigin', 'StrictOrigin', 'SingleUse', 'SingleUseUuid',
        'MaximumResolution', 'PlaybackUrl', 'AdsOptOut', 'AdsPlayerParameter', 'AdsPlaybackConfigurationName', 'AdsReportingMode'
    ) {
        # ConvertFrom-Csv returns null for a last cell that is empty.
        $token = "ViewerId,$_", 'ann,' | ConvertFrom-Csv | New-IvsViewerToken @signer
        (Read-Payload $token).psobject.Properties.Name | Should -Be 'aws:channel-arn', 'aws:viewer-id', 'exp'
        $token.PlaybackUrl | Should -BeNullOrEmpty
    }

    It 'does not create a token if the cell of the viewer ID or of the channel is empty' {
        # ConvertFrom-Csv returns null for a last cell that is empty.
        $rows = @('ViewerId,ChannelArn', ",$arn", 'ann,' | ConvertFrom-Csv) + @('ChannelArn,ViewerId', "$arn,", ',bob' | ConvertFrom-Csv)
        $rows | New-IvsViewerToken -PrivateKeyPath $pair.PrivateKeyPath -ErrorVariable bad -ErrorAction SilentlyContinue |
            Should -BeNullOrEmpty
        $bad | ForEach-Object { Get-ErrorId $_ } | Should -Be 'InvalidViewerId', 'InvalidChannelArn', 'InvalidViewerId', 'InvalidChannelArn'
        $bad.TargetObject | Should -Be $arn, 'ann', $arn, 'bob'
        "$($bad[0])" | Should -Match 'The viewer ID is empty'
        New-IvsViewerToken @signer -ViewerId $null -ErrorVariable bad -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ErrorId $bad[0] | Should -Be 'InvalidViewerId'
    }

    It 'accepts objects with and without a viewer ID' {
        $tokens = [pscustomobject]@{ ViewerId = 'ann' }, [pscustomobject]@{ MaximumResolution = 'SD' },
            [pscustomobject]@{ ViewerId = 'bob' } |
            New-IvsViewerToken @signer
        $tokens.ViewerId | Should -Be 'ann', $null, 'bob'
        $tokens.MaximumResolution | Should -Be $null, 'SD', $null
    }

    It 'stops after the first token with Select-Object -First 1' {
        $made = 0
        $first = 1..100000 | ForEach-Object { $script:made++; [pscustomobject]@{ ViewerId = "v$_" } } | New-IvsViewerToken @signer |
            Select-Object -First 1
        $first.ViewerId | Should -Be 'v1'
        $script:made | Should -BeLessThan 1000
    }
}

Describe 'New-IvsViewerToken with an expiry' {
    It 'rejects <Why> with <Id>' -ForEach @(
        @{ Why = 'a past time'; Id = 'Expired'; Arguments = @{ ExpiresAt = [DateTimeOffset]::UtcNow.AddMinutes(-1) } }
        @{ Why = 'a duration of zero'; Id = 'Expired'; Arguments = @{ ExpiresIn = [timespan]::Zero } }
        @{ Why = 'a negative duration'; Id = 'Expired'; Arguments = @{ ExpiresIn = [timespan]::MinValue } }
        @{ Why = 'the longest duration'; Id = 'LivesTooLong'; Arguments = @{ ExpiresIn = [timespan]::MaxValue } }
        @{ Why = 'eleven minutes for a viewer'; Id = 'LivesTooLong'; Arguments = @{ ExpiresIn = '00:11:00'; ViewerId = 'ann' } }
        @{ Why = 'eleven minutes for single use'; Id = 'LivesTooLong'; Arguments = @{ ExpiresIn = '00:11:00'; SingleUse = $true } }
        @{
            Why = 'a duration and a time'
            Id = 'ExpirySpecifiedTwice'
            Arguments = @{ ExpiresIn = '00:01:00'; ExpiresAt = [DateTimeOffset]::UtcNow.AddMinutes(1) }
        }
    ) {
        New-IvsViewerToken @signer @Arguments -ErrorVariable bad -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $bad.Count | Should -Be 1
        Get-ErrorId $bad[0] | Should -Be $Id
        $bad[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
    }

    It 'accepts ten minutes for a token with a viewer ID, and years for a token without a viewer ID' {
        New-IvsViewerToken @signer -ExpiresIn 00:10:00 -ViewerId ann | Should -Not -BeNullOrEmpty
        New-IvsViewerToken @signer -ExpiresIn 1000.00:00:00 | Should -Not -BeNullOrEmpty
    }

    It 'explains that a number requires a unit' -ForEach 300, '300', 5.5 {
        { New-IvsViewerToken @signer -ExpiresIn $_ } |
            Should -Throw '*does not have a unit*00:05:00*' -ErrorId 'ParameterArgumentTransformationError,*'
    }
}
