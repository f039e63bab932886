BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $recording = New-IvsRecordingConfiguration rec recordings -Wait
    $channel = New-IvsChannel -Name studio -RecordingConfigurationArn $recording.Arn
    $emulator.Streams.Start($channel.Arn)
    $emulator.Streams.Change($channel.Arn, 'STARVING', 3)
    $emulator.Streams.Change($channel.Arn, 'HEALTHY')
    $emulator.Streams.End($channel.Arn, $true)
    $emulator.Streams.Start($channel.Arn)
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'Get-IvsStreamSession' {
    It 'returns the newest session with all its details' {
        $session = Get-IvsStreamSession $channel.Arn
        $session | Should -BeOfType ([IvsTools.StreamSession])
        $session.StreamId | Should -Be (Get-IvsStream $channel.Arn).StreamId
        $session.EndTime | Should -BeNullOrEmpty
        $session.Channel.Name | Should -Be 'studio'
        $session.RecordingConfiguration.Arn | Should -Be $recording.Arn
        $session.IngestConfiguration.Video.VideoHeight | Should -Be 720
        $session.IngestConfigurations.AudioConfigurations[0].Channels | Should -Be 2
        "$($session.IngestConfigurations)" | Should -Be "$($session.IngestConfiguration)"
        $session.HasErrorEvent | Should -BeExactly $false
    }

    It 'lists all sessions, newest first, and accepts the list as input' {
        $all = Get-IvsStreamSession $channel.Arn -All
        $all.HasErrorEvent | Should -Be $false, $true
        $all.ChannelArn | Should -Be $channel.Arn, $channel.Arn
        (Get-IVSStreamSessionList -ChannelArn $channel.Arn).StreamId | Should -Be $all.StreamId
        $old = $all[1] | Get-IvsStreamSession
        $old.HasErrorEvent | Should -BeTrue
        $old.EndTime | Should -BeOfType ([datetime])
        $old.TruncatedEvents[0].EventTime.Kind | Should -Be 'Local'
        $old.TruncatedEvents.Name |
            Should -Be 'Session Ended', 'Stream Failure', 'Starvation End', 'Starvation Start', 'Stream Start', 'Session Created'
    }

    It 'returns the session of a piped stream, and requests one page per session with -All -MaxResult 1' {
        (Get-IvsStream | Get-IvsStreamSession).ChannelArn | Should -Be $channel.Arn
        $emulator.ClearRequests()
        @(Get-IvsStreamSession $channel.Arn -All -MaxResult 1).Count | Should -Be 2
        (Get-Sent ListStreamSessions).Count | Should -Be 2
    }

    It 'writes an error for a channel that was never live' {
        Get-IvsStreamSession (New-IvsChannel).Arn -ErrorVariable none -ErrorAction SilentlyContinue
        Get-ErrorId $none[0] | Should -Be 'ResourceNotFoundException'
        $none[0].ErrorDetails.RecommendedAction | Should -Match 'may never have been live'
    }

    It 'writes an error for a session that does not exist' {
        Get-IvsStreamSession $channel.Arn st-aaaaaaaaaaaaaaaaaaaaaaa -ErrorVariable none -ErrorAction SilentlyContinue
        Get-ErrorId $none[0] | Should -Be 'ResourceNotFoundException'
    }

    It 'does not show the SRT passphrase of the channel' {
        $session = Get-IvsStreamSession $channel.Arn
        "$($session | Format-List * | Out-String)$($session.Channel | Format-List | Out-String)" |
            Should -Not -Match ([regex]::Escape($channel.Srt.Passphrase))
    }
}
