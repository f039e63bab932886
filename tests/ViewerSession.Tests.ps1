BeforeAll {
    . $PSScriptRoot/Setup.ps1
    Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
    $pair = New-IvsPlaybackKeyPair -Name prod

    function Get-SentSessions {
        (Get-Sent BatchStartViewerSessionRevocation).Body | ForEach-Object { ($_ | ConvertFrom-Json).viewerSessions }
    }
}
AfterAll { $emulator | Stop-IvsEmulator; Set-Location $PSScriptRoot }

Describe 'Start-IvsViewerSessionRevocation' {
    BeforeEach {
        Reset-Emulator
        $channel = New-IvsChannel -Name studio -Authorized $true
        $emulator.ClearRequests()
    }

    It 'revokes one viewer in one call' {
        Start-IvsViewerSessionRevocation $channel.Arn ann -ViewerSessionVersionsLessThanOrEqualTo 3 | Should -BeNullOrEmpty
        $emulator.Requests.Count | Should -Be 1
        $sent = (Get-Sent StartViewerSessionRevocation).Body | ConvertFrom-Json
        $sent.channelArn | Should -Be $channel.Arn
        $sent.viewerId | Should -Be 'ann'
        $sent.viewerSessionVersionsLessThanOrEqualTo | Should -Be 3
    }

    It 'sends only the channel and the viewer if -ViewerSessionVersionsLessThanOrEqualTo is omitted' {
        Start-IvsViewerSessionRevocation $channel.Arn ann
        ((Get-Sent StartViewerSessionRevocation).Body | ConvertFrom-Json).psobject.Properties.Name | Should -Be 'channelArn', 'viewerId'
    }

    It 'revokes 45 viewers in three calls' {
        1..45 | ForEach-Object { "viewer-$_" } | Start-IvsViewerSessionRevocation -ChannelArn $channel.Arn -ThrottleLimit 3
        $batches = @(
            (Get-Sent BatchStartViewerSessionRevocation).Body | ForEach-Object { ($_ | ConvertFrom-Json).viewerSessions.Count } |
                Sort-Object -Descending
        )
        $batches | Should -Be 20, 20, 5
        (Get-SentSessions).viewerId | Sort-Object -Unique | Should -HaveCount 45
        (Get-Sent StartViewerSessionRevocation).Count | Should -Be 0
    }

    It 'accepts several viewers as an argument' {
        Start-IvsViewerSessionRevocation -ChannelArn $channel.Arn -ViewerId ann, bob
        (Get-SentSessions).viewerId | Should -Be 'ann', 'bob'
    }

    It 'revokes piped tokens, and they no longer play' {
        $null = $pair | Import-IvsPlaybackKeyPair
        $emulator.Streams.Start($channel.Arn)
        $signer = @{ ChannelArn = $channel.Arn; PrivateKeyPath = $pair.PrivateKeyPath }
        $tokens = 'ann', 'bob' | ForEach-Object { [pscustomobject]@{ ViewerId = $_ } } |
            New-IvsViewerToken @signer -ViewerSessionVersion 4 -PlaybackUrl $channel.PlaybackUrl
        $tokens | ForEach-Object { (Invoke-WebRequest $_.PlaybackUrl).StatusCode | Should -Be 200 }
        $tokens | Start-IvsViewerSessionRevocation -ThrottleLimit 2
        (Get-SentSessions).viewerId | Should -Be 'ann', 'bob'
        (Get-SentSessions).viewerSessionVersionsLessThanOrEqualTo | Should -Be 4, 4
        $tokens | ForEach-Object { (Invoke-WebRequest $_.PlaybackUrl -SkipHttpErrorCheck).StatusCode | Should -Be 403 }
    }

    It 'cannot revoke a version above 2147483647, which New-IvsViewerToken reports once' {
        $signer = @{ ChannelArn = $channel.Arn; PrivateKeyPath = $pair.PrivateKeyPath }
        $null = 'ann', 'bob' | ForEach-Object { [pscustomobject]@{ ViewerId = $_ } } |
            New-IvsViewerToken @signer -ViewerSessionVersion 2147483648 -WarningVariable warned -WarningAction SilentlyContinue
        $warned.Message | Should -BeLike '*2147483648*cannot be revoked*2147483647.'
        $null = New-IvsViewerToken @signer -ViewerId ann -ViewerSessionVersion 2147483647 -WarningVariable warned
        $warned | Should -BeNullOrEmpty
    }

    It 'reads the rows of a CSV, even if the version is empty' {
        'ChannelArn,ViewerId,ViewerSessionVersion', "$($channel.Arn),ann,2", "$($channel.Arn),bob," | Set-Content viewers.csv
        Import-Csv viewers.csv | Start-IvsViewerSessionRevocation -ThrottleLimit 2
        $sent = Get-SentSessions
        $sent.viewerId | Should -Be 'ann', 'bob'
        $sent[0].viewerSessionVersionsLessThanOrEqualTo | Should -Be 2
        $sent[1].psobject.Properties.Name | Should -Not -Contain 'viewerSessionVersionsLessThanOrEqualTo'
    }

    It 'rejects an invalid version: <_>' -ForEach 'abc', '1.5', '5000000000' {
        'ChannelArn,ViewerId,ViewerSessionVersion', "$($channel.Arn),ann,$_", "$($channel.Arn),bob,1" | ConvertFrom-Csv |
            Start-IvsViewerSessionRevocation -ErrorVariable bad -ErrorAction SilentlyContinue
        $bad.Count | Should -Be 1
        $bad[0].TargetObject.ViewerId | Should -Be 'ann'
        "$($bad[0])" | Should -Match 'not an integer'
        ((Get-Sent StartViewerSessionRevocation).Body | ConvertFrom-Json).viewerId | Should -Be 'bob'
    }

    It 'rejects a token without a viewer ID, and revokes the other tokens' {
        $signer = @{ ChannelArn = $channel.Arn; PrivateKeyPath = $pair.PrivateKeyPath }
        $tokens = (New-IvsViewerToken @signer), (New-IvsViewerToken @signer -ViewerId ann)
        $tokens | Start-IvsViewerSessionRevocation -ErrorVariable bad -ErrorAction SilentlyContinue
        $bad.Count | Should -Be 1
        Get-ErrorId $bad[0] | Should -Be 'ParameterArgumentValidationError'
        "$($bad[0])" | Should -Match 'A token without a viewer ID cannot be revoked'
        $bad[0].TargetObject | Should -Be $tokens[0]
        ((Get-Sent StartViewerSessionRevocation).Body | ConvertFrom-Json).viewerId | Should -Be 'ann'
    }

    It 'rejects a row with an empty viewer ID' {
        [pscustomobject]@{ ChannelArn = $channel.Arn; ViewerId = '' } |
            Start-IvsViewerSessionRevocation -ErrorVariable bad -ErrorAction SilentlyContinue
        $bad.Count | Should -Be 1
        "$($bad[0])" | Should -Match 'The viewer ID is missing'
        (Get-Sent StartViewerSessionRevocation).Count | Should -Be 0
    }

    It 'accepts sessions in the format of the API' {
        Start-IvsViewerSessionRevocation -ViewerSession @{ channelArn = $channel.Arn; viewerId = 'ann' }, @{
            ChannelArn = $channel.Arn
            ViewerId = 'bob'
            viewerSessionVersionsLessThanOrEqualTo = 1
        }
        (Get-SentSessions).viewerId | Should -Be 'ann', 'bob'
    }

    It 'rejects a session if one of its values is <Why>, and does not send a request' -ForEach @(
        @{ Why = 'a version that is not an integer'; Member = @{ viewerSessionVersionsLessThanOrEqualTo = 1.5 } }
        @{ Why = 'text that is not an integer'; Member = @{ viewerSessionVersionsLessThanOrEqualTo = '1.5' } }
        @{ Why = 'a list of viewers'; Member = @{ viewerId = 'ann', 'bob' } }
        @{ Why = 'an object'; Member = @{ viewerId = @{ id = 'ann' } } }
        @{ Why = 'a row'; Member = @{ viewerId = [pscustomobject]@{ id = 'ann' } } }
    ) {
        $session = @{ channelArn = $channel.Arn; viewerId = 'ann' }
        foreach ($name in $Member.Keys) { $session[$name] = $Member[$name] }
        { Start-IvsViewerSessionRevocation -ViewerSession $session } |
            Should -Throw '*must be *' -ErrorId 'ParameterArgumentTransformationError,*'
        $emulator.Requests.Count | Should -Be 0
    }

    It 'does not send the version of a session if the version is an empty string' {
        Start-IvsViewerSessionRevocation -ViewerSession @{
            channelArn = $channel.Arn; viewerId = 'ann'; viewerSessionVersionsLessThanOrEqualTo = ''
        }
        (Get-Sent StartViewerSessionRevocation).Body | Should -Not -Match 'Version'
    }

    It 'accepts the channel from the pipeline with -ViewerId' {
        $channel.Arn, $channel.Arn | Start-IvsViewerSessionRevocation -ViewerId ann
        (Get-Sent StartViewerSessionRevocation).Body | ForEach-Object { ($_ | ConvertFrom-Json).channelArn } |
            Should -Be $channel.Arn, $channel.Arn
    }

    It 'writes an error for each viewer that the service rejects, and revokes the other viewers' {
        $rows = [pscustomobject]@{ ChannelArn = $channel.Arn; ViewerId = 'ann' },
        [pscustomobject]@{ ChannelArn = "$($channel.Arn)x"; ViewerId = 'eve' },
        [pscustomobject]@{ ChannelArn = "$($channel.Arn)x"; ViewerId = 'mallory' }
        $rows | Start-IvsViewerSessionRevocation -ErrorVariable bad -ErrorAction SilentlyContinue
        $bad.TargetObject | Should -Be 'eve', 'mallory'
        $bad | ForEach-Object { Get-ErrorId $_ } | Should -Be 'ResourceNotFoundException', 'ResourceNotFoundException'
        $bad.CategoryInfo.Category | Should -Be 'ObjectNotFound', 'ObjectNotFound'
        "$($bad[0])" | Should -Match 'eve'
    }

    It 'writes the errors of a batch to the error stream, even with -Select *' {
        $sessions = 'alice', 'bob' | ForEach-Object { @{ channelArn = "$($channel.Arn)x"; viewerId = $_ } }
        $response = Start-IvsViewerSessionRevocation -ViewerSession $sessions -Select * -ErrorVariable errors -ErrorAction SilentlyContinue
        $response.Errors.ViewerId | Should -Be 'alice', 'bob'
        $errors.TargetObject | Should -Be 'alice', 'bob'
    }

    It 'with -Select Errors, returns the error of a single viewer, or nothing if the revocation succeeds' {
        (Start-IvsViewerSessionRevocation "$($channel.Arn)x" eve -Select Errors -ErrorAction SilentlyContinue).ViewerId | Should -Be 'eve'
        Start-IvsViewerSessionRevocation $channel.Arn ann -Select Errors | Should -BeNullOrEmpty
    }

    It 'writes an error whose TargetObject is the viewer ID if the call fails' {
        Start-IvsViewerSessionRevocation "$($channel.Arn)x" eve -ErrorVariable bad -ErrorAction SilentlyContinue
        $bad.Count | Should -Be 1
        $bad[0].TargetObject | Should -Be 'eve'
        Get-ErrorId $bad[0] | Should -Be 'ResourceNotFoundException'
    }

    It 'writes one error for each viewer of a failed batch' {
        $emulator.Faults.Fail('BatchStartViewerSessionRevocation', 'AccessDeniedException', 1)
        'ann', 'bob' |
            Start-IvsViewerSessionRevocation -ChannelArn $channel.Arn -ThrottleLimit 2 -ErrorVariable bad -ErrorAction SilentlyContinue
        $bad.TargetObject | Should -Be 'ann', 'bob'
        $bad | ForEach-Object { Get-ErrorId $_ } | Should -Be 'AccessDeniedException', 'AccessDeniedException'
        (Get-Sent BatchStartViewerSessionRevocation).Count | Should -Be 1
    }

    It 'returns the value of a parameter once for each input with -Select, even if the calls are batched' {
        $ids = 1..45 | ForEach-Object { "v$_" }
        Start-IvsViewerSessionRevocation $channel.Arn -ViewerId $ids -Select ^ViewerId | Should -Be $ids
        $ids | Start-IvsViewerSessionRevocation $channel.Arn -Select ^ViewerId -ThrottleLimit 2 | Should -Be $ids
        Start-IvsViewerSessionRevocation $channel.Arn -ViewerId $ids -Select ^ChannelArn | Should -Be $channel.Arn
        $channels = $channel, (New-IvsChannel -Name lobby), (New-IvsChannel -Name stage)
        $emulator.ClearRequests()
        $channels | Start-IvsViewerSessionRevocation -ViewerId ann -Select ^ChannelArn -ThrottleLimit 2 | Should -Be $channels.Arn
        (Get-Sent BatchStartViewerSessionRevocation).Count | Should -Be 1
    }

    It 'sends nothing with -WhatIf' {
        'ann', 'bob' | Start-IvsViewerSessionRevocation -ChannelArn $channel.Arn -WhatIf
        $emulator.Requests.Count | Should -Be 0
    }

    It 'rejects a viewer ID of 41 characters before a request is sent' {
        { Start-IvsViewerSessionRevocation $channel.Arn ('x' * 41) } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        $emulator.Requests.Count | Should -Be 0
    }
}

Describe 'Remove-IvsPlaybackKeyPair -NotBefore' {
    BeforeEach { Reset-Emulator }

    It 'writes an error if the specified time is in the future, and removes the key pair if the time has passed' {
        $imported = $pair | Import-IvsPlaybackKeyPair
        $token = New-IvsViewerToken arn:aws:ivs:us-west-2:123456789012:channel/a $pair.PrivateKeyPath
        $imported | Remove-IvsPlaybackKeyPair -NotBefore $token.ExpiresAt -Confirm:$false -ErrorVariable early -ErrorAction SilentlyContinue
        Get-ErrorId $early[0] | Should -Be 'KeyStillInUse'
        $early[0].CategoryInfo.Category | Should -Be 'ResourceBusy'
        $early[0].TargetObject | Should -Be $imported.Arn
        (Get-IvsPlaybackKeyPair).Arn | Should -Be $imported.Arn
        $imported | Remove-IvsPlaybackKeyPair -NotBefore ([DateTimeOffset]::UtcNow.AddSeconds(-1)) -Confirm:$false
        Get-IvsPlaybackKeyPair | Should -BeNullOrEmpty
    }

    It 'rejects <Value>, and does not delete the key pair' -ForEach @(
        @{ Value = '' }
        @{ Value = '300' }
        @{ Value = '05/04/2020 10:00:00'; Culture = 'en-GB' }
        @{ Value = '1405/9/5 10:00:00'; Culture = 'fa-IR' }
    ) {
        $imported = $pair | Import-IvsPlaybackKeyPair
        Use-Culture ($Culture ?? [cultureinfo]::CurrentCulture) {
            { $imported | Remove-IvsPlaybackKeyPair -NotBefore $Value -Confirm:$false } | Should -Throw -ErrorId 'ParameterArgument*'
        }
        (Get-IvsPlaybackKeyPair).Arn | Should -Be $imported.Arn
    }
}

Describe 'Start-IvsStartViewerSessionRevocation' {
    BeforeEach {
        Reset-Emulator
        $channel = New-IvsChannel -Name studio
        $emulator.ClearRequests()
    }

    It 'returns an object for each session that was not revoked' {
        $sessions = @{ channelArn = $channel.Arn; viewerId = 'ann' }, @{ channelArn = "$($channel.Arn)x"; viewerId = 'eve' }
        $failed = Start-IvsStartViewerSessionRevocation -ViewerSession $sessions -ErrorVariable errors
        $failed | Should -BeOfType ([IvsTools.Service.ViewerSessionRevocationError])
        $failed.ViewerId | Should -Be 'eve'
        $failed.Code | Should -Be 'ResourceNotFoundException'
        $errors | Should -BeNullOrEmpty
        (Get-SentSessions).viewerId | Should -Be 'ann', 'eve'
    }

    It 'uses the batch operation even for one session, with at most 20 sessions per call' {
        Start-IvsStartViewerSessionRevocation -ViewerSession @{ channelArn = $channel.Arn; viewerId = 'ann' } | Should -BeNullOrEmpty
        $many = 1..21 | ForEach-Object { @{ channelArn = $channel.Arn; viewerId = "v$_" } }
        [pscustomobject]@{ ViewerSession = $many } | Start-IvsStartViewerSessionRevocation | Should -BeNullOrEmpty
        (Get-Sent BatchStartViewerSessionRevocation).Count | Should -Be 3
        (Get-SentSessions).Count | Should -Be 22
    }

    It 'returns the sessions only once with -Select ^ViewerSession, and writes one error for each session that was not revoked' {
        $sessions = 'ann', 'eve' | ForEach-Object { @{ channelArn = "$($channel.Arn)x"; viewerId = $_ } }
        $sent = Start-IvsStartViewerSessionRevocation -ViewerSession $sessions -Select ^ViewerSession -ErrorVariable errors `
            -ErrorAction SilentlyContinue
        $sent.ViewerId |
            Should -Be 'ann', 'eve'
        $errors.TargetObject | Should -Be 'ann', 'eve'
    }
}
