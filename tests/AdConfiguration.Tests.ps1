BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $tailor = 1..4 | ForEach-Object { "arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/p$_" }
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'Ad configurations' {
    BeforeEach { Reset-Emulator }

    It 'accept playback configurations as <Form>' -ForEach @(
        @{ Form = 'ARNs'; Make = { $tailor[0, 1] } }
        @{ Form = 'hashtables'; Make = { @{ playbackConfigurationArn = $tailor[0] }, @{ PlaybackConfigurationArn = $tailor[1] } } }
        @{
            Form = 'objects'
            Make = {
                [pscustomobject]@{ playbackConfigurationArn = $tailor[0] }, [IvsTools.MediaTailorPlaybackConfiguration]::new($tailor[1])
            }
        }
    ) {
        $made = New-IvsAdConfiguration -MediaTailorPlaybackConfiguration (& $Make) -Name ads -Tag @{ env = 'prod' }
        $made | Should -BeOfType ([IvsTools.AdConfiguration])
        $made.Tags.env | Should -Be 'prod'
        (Get-IvsAdConfiguration $made.Arn).MediaTailorPlaybackConfigurations.PlaybackConfigurationArn | Should -Be $tailor[0, 1]
    }

    It 'cannot be created with <Why>, and no request is sent' -ForEach @(
        @{ Why = 'four playback configurations'; Value = { $tailor }; Message = '*MediaTailorPlaybackConfiguration*' }
        @{ Why = 'an empty array'; Value = { , @() }; Message = '*MediaTailorPlaybackConfiguration*' }
        @{
            Why = 'an unknown key'
            Value = { @{ arn = $tailor[0] } }
            Message = "*MediaTailorPlaybackConfiguration does not have 'arn'. Valid members: PlaybackConfigurationArn.*"
        }
        @{ Why = 'the ARN of a channel'; Value = { 'arn:aws:ivs:us-west-2:123456789012:channel/x' }; Message = '*match the pattern*' }
    ) {
        { New-IvsAdConfiguration -MediaTailorPlaybackConfiguration (& $Value) } | Should -Throw $Message
        $emulator.Requests.Count | Should -Be 0
    }

    It 'are listed page by page and read by ARN' {
        $made = 1..3 | ForEach-Object { New-IvsAdConfiguration $tailor[0] "a$_" }
        (Get-IvsAdConfiguration -MaxResult 2).Name | Should -Be 'a1', 'a2', 'a3'
        (Get-Sent ListAdConfigurations).Count | Should -Be 2
        ($made | Get-IvsAdConfiguration).Name | Should -Be 'a1', 'a2', 'a3'
    }

    It 'cannot be removed while a channel uses them' {
        $ads = New-IvsAdConfiguration $tailor[0]
        $channel = New-IvsChannel -AdConfigurationArn $ads.Arn
        $ads | Remove-IvsAdConfiguration -Force -ErrorVariable used -ErrorAction SilentlyContinue
        Get-ErrorId $used[0] | Should -Be 'ConflictException'
        $used[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        $used[0].ErrorDetails.RecommendedAction | Should -Match 'Update-IvsChannel'
        $channel | Update-IvsChannel -AdConfigurationArn '' | Out-Null
        $ads | Remove-IvsAdConfiguration -Force
        Get-IvsAdConfiguration | Should -BeNullOrEmpty
    }
}

Describe 'Post-roll settings' {
    BeforeEach { Reset-Emulator; $ads = New-IvsAdConfiguration $tailor[0] ads }

    It 'are disabled, with a duration of 15 seconds, by default' {
        "$($ads.PostRollConfiguration)" | Should -Be 'durationSeconds=15; enabled=false'
        $ads.PostRollConfiguration.DurationSeconds | Should -Be 15
    }

    It 'can be specified for New- and Update-IvsAdConfiguration as <Form>' -ForEach @(
        @{
            Form = 'a hashtable'
            With = @{ PostRollConfiguration = @{ durationSeconds = 30; enabled = $true } }
            Seconds = 30
            Enabled = $true
        }
        @{ Form = 'separate parameters'; With = @{ PostRollDurationSecond = 30; PostRollEnabled = $false }; Seconds = 30; Enabled = $false }
        @{
            Form = 'the parameters of AWS.Tools'
            With = @{ PostRollConfiguration_DurationSeconds = 30; PostRollConfiguration_Enabled = $true }
            Seconds = 30
            Enabled = $true
        }
        @{
            Form = 'a duration, which enables the ads even without -PostRollEnabled'
            With = @{ PostRollDurationSecond = 30 }
            Seconds = 30
            Enabled = $true
        }
        @{
            Form = '-PostRollEnabled, which uses the default duration'
            With = @{ PostRollEnabled = $true }
            Seconds = 15
            Enabled = $true
        }
    ) {
        $all = (New-IvsAdConfiguration $tailor[0] @With), ($ads | Update-IvsAdConfiguration @With), (Get-IvsAdConfiguration $ads.Arn)
        foreach ($made in $all) {
            $made.PostRollConfiguration.DurationSeconds | Should -Be $Seconds
            $made.PostRollConfiguration.Enabled | Should -Be $Enabled
        }
    }

    It 'of <Seconds> seconds are rejected before a request is sent' -ForEach @{ Seconds = 0 }, @{ Seconds = 301 } {
        $emulator.ClearRequests()
        { $ads | Update-IvsAdConfiguration -PostRollDurationSecond $Seconds } |
            Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
        { New-IvsAdConfiguration $tailor[0] -PostRollConfiguration @{ durationSeconds = $Seconds; enabled = $true } } |
            Should -Throw '*1 to 300*'
        $emulator.Requests.Count | Should -Be 0
    }

    It 'without <Missing> are rejected before a request is sent' -ForEach @(
        @{ Missing = 'DurationSeconds'; Value = @{ enabled = $true } }
        @{ Missing = 'Enabled'; Value = @{ durationSeconds = 30 } }
        @{ Missing = 'DurationSeconds and Enabled'; Value = @{} }
        @{ Missing = 'Enabled'; Value = 'durationSeconds=30' }
    ) {
        $emulator.ClearRequests()
        { New-IvsAdConfiguration $tailor[0] -PostRollConfiguration $Value } | Should -Throw "*PostRollConfiguration requires $Missing.*"
        { $ads | Update-IvsAdConfiguration -PostRollConfiguration $Value } |
            Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
        $emulator.Requests.Count | Should -Be 0
    }

    It 'are copied with the ad configuration, without its tags' {
        $null = Update-IvsAdConfiguration $ads.Arn -PostRollDurationSecond 45
        Add-IvsResourceTag $ads.Arn @{ a = 'b' }
        $copy = Get-IvsAdConfiguration $ads.Arn | New-IvsAdConfiguration -Name copy
        $copy.PostRollConfiguration.DurationSeconds | Should -Be 45
        $copy.MediaTailorPlaybackConfigurations.PlaybackConfigurationArn | Should -Be $tailor[0]
        $copy.Tags.Count | Should -Be 0
    }
}

Describe 'Update-IvsAdConfiguration' {
    BeforeEach { Reset-Emulator; $ads = New-IvsAdConfiguration $tailor[0] ads; $emulator.ClearRequests() }

    It 'sends only the specified member: <Member>' -ForEach @(
        @{ Member = 'name'; With = @{ Name = 'other' }; Body = '"name":"other"' }
        @{
            Member = 'mediaTailorPlaybackConfigurations'
            With = @{ MediaTailorPlaybackConfiguration = 'arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/p2' }
            Body = '"mediaTailorPlaybackConfigurations":' +
                '[{"playbackConfigurationArn":"arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/p2"}]'
        }
    ) {
        $null = $ads | Update-IvsAdConfiguration @With
        (Get-Sent UpdateAdConfiguration).Body | Should -Be "{`"arn`":`"$($ads.Arn)`",$Body}"
    }
}

Describe 'Add-IvsAdBreak' {
    BeforeEach {
        Reset-Emulator
        $channel = New-IvsChannel -AdConfigurationArn (New-IvsAdConfiguration $tailor[0]).Arn
    }

    It 'rejects a length that is not an integer from 1 to 300: <_>' -ForEach 1.5, '1.5', 0, 301 {
        { Add-IvsAdBreak 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh' $_ } | Should -Throw '*is not an integer from 1 to 300*'
    }

    It 'returns the ID of the ad break' {
        $emulator.Streams.Start($channel.Arn)
        $channel | Add-IvsAdBreak -DurationSecond 30 | Should -Match '^[a-zA-Z0-9]{12}$'
        (Get-Sent InsertAdBreak)[0].Body | Should -Match '"durationSeconds":30'
    }

    It 'requires a live channel' {
        Add-IvsAdBreak $channel.Arn 30 -ErrorVariable silent -ErrorAction SilentlyContinue
        Get-ErrorId $silent[0] | Should -Be 'ChannelNotBroadcasting'
        $silent[0].CategoryInfo.Category | Should -Be 'InvalidOperation'
    }

    It 'requires an ad configuration' {
        $bare = New-IvsChannel
        $emulator.Streams.Start($bare.Arn)
        Add-IvsAdBreak $bare.Arn 30 -ErrorVariable bareError -ErrorAction SilentlyContinue
        Get-ErrorId $bareError[0] | Should -Be 'ConflictException'
        $bareError[0].ErrorDetails.RecommendedAction | Should -Match '-AdConfigurationArn'
    }

    It 'accepts 1 to 300 seconds' {
        { Add-IvsAdBreak $channel.Arn 0 } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
        { Add-IvsAdBreak $channel.Arn 301 } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
    }
}
