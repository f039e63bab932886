BeforeAll { . $PSScriptRoot/Setup.ps1 }
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'Channels' {
    BeforeEach { Reset-Emulator }

    It 'are created with the specified settings and a stream key' {
        $channel = New-IvsChannel -Name studio -LatencyMode normal -Type basic -Authorized $true -Tag @{ a = 'b' }
        $channel.LatencyMode | Should -BeExactly 'NORMAL'
        $channel.Type | Should -BeExactly 'BASIC'
        $channel.Authorized | Should -BeTrue
        $channel.Tags.a | Should -Be 'b'
        $channel.StreamKey.ChannelArn | Should -Be $channel.Arn
    }

    It 'have the same properties after Export-Clixml' {
        $channel = New-IvsChannel -Name studio
        Export-Clixml $TestDrive/channel.xml -InputObject $channel
        $old = Import-Clixml $TestDrive/channel.xml
        $channel.Channel.Name | Should -Be 'studio'
        $old.psobject.Properties.Name | Sort-Object | Should -Be (($channel | Select-Object *).psobject.Properties.Name | Sort-Object)
    }

    It 'use the defaults of the service for settings that are not specified' {
        $null = New-IvsChannel
        (Get-Sent CreateChannel)[0].Body | Should -Be '{}'
    }

    It 'are listed, and can be filtered by name' {
        $null = 'a', 'b' | ForEach-Object { New-IvsChannel -Name $_ }
        (Get-IvsChannel -FilterByName b).Name | Should -Be 'b'
        { Get-IvsChannel -FilterByName b* } | Should -Throw '*wildcards*Get-IvsChannel b`*'
        { Get-IvsChannelList -FilterByName b* } | Should -Throw '*wildcards*Get-IvsChannel b`*'
        { New-IvsChannel -Name b* } | Should -Throw '*is not a valid name*'
        (Get-IvsChannel).Name | Should -Be 'a', 'b'
    }

    It 'are returned for one ARN or several ARNs, and an empty pipeline does not send a request' {
        $made = 1..3 | ForEach-Object { New-IvsChannel -Name "c$_" }
        (Get-IvsChannel $made[0].Arn).PlaybackUrl | Should -Be $made[0].PlaybackUrl
        ($made | Get-IvsChannel).Name | Should -Be 'c1', 'c2', 'c3'
        $emulator.ClearRequests()
        @() | Get-IvsChannel | Should -BeNullOrEmpty
        $emulator.Requests.Count | Should -Be 0
    }

    It 'are removed with their stream keys' {
        $channel = New-IvsChannel
        $channel | Remove-IvsChannel -Force
        Get-IvsChannel | Should -BeNullOrEmpty
        Get-IvsStreamKey $channel.StreamKey.Arn -ErrorVariable gone -ErrorAction SilentlyContinue
        Get-ErrorId $gone[0] | Should -Be 'ResourceNotFoundException'
    }

    It 'are not removed while they are live' {
        $channel = New-IvsChannel
        $emulator.Streams.Start($channel.Arn)
        Remove-IvsChannel $channel.Arn -Force -ErrorVariable live -ErrorAction SilentlyContinue
        Get-ErrorId $live[0] | Should -Be 'ConflictException'
        $live[0].ErrorDetails.RecommendedAction | Should -Match 'live'
    }
}

Describe 'New-IvsChannel' {
    BeforeEach { Reset-Emulator }

    It 'sends every member, and accepts multitrack input as a structure, as separate parameters and as the parameters of AWS.Tools' {
        $recording = New-IvsRecordingConfiguration rec recordings -Wait
        $policy = New-IvsPlaybackRestrictionPolicy
        $ads = New-IvsAdConfiguration arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/p1
        $common = @{
            Name = 'all'
            LatencyMode = 'low'
            Type = 'standard'
            Authorized = $true
            InsecureIngest = $true
            ContainerFormat = 'fragmented_mp4'
            RecordingConfigurationArn = $recording.Arn
            PlaybackRestrictionPolicyArn = $policy.Arn
            AdConfigurationArn = $ads.Arn
            Tag = @{ a = 1 }
        }
        # Each call fails, because a channel with an ad configuration cannot have this container format. The test checks only the requests.
        $common.ErrorAction = 'SilentlyContinue'
        $null = New-IvsChannel @common -MultitrackInputConfiguration @{ enabled = $true; policy = 'allow'; maximumResolution = 'hd' }
        $null = New-IvsChannel @common -MultitrackEnabled $true -MultitrackPolicy allow -MultitrackMaximumResolution hd
        $multitrack = @{
            MultitrackInputConfiguration_Enabled = $true
            MultitrackInputConfiguration_Policy = 'ALLOW'
            MultitrackInputConfiguration_MaximumResolution = 'HD'
        }
        $null = New-IVSChannel @common @multitrack
        $sent = (Get-Sent CreateChannel).Body
        $sent.Count | Should -Be 3
        $expected = '{{"name":"all","latencyMode":"LOW","type":"STANDARD","authorized":true,' +
        '"recordingConfigurationArn":"{0}","insecureIngest":true,"playbackRestrictionPolicyArn":"{1}",' +
        '"multitrackInputConfiguration":{{"enabled":true,"policy":"ALLOW","maximumResolution":"HD"}},' +
        '"containerFormat":"FRAGMENTED_MP4","adConfigurationArn":"{2}","tags":{{"a":"1"}}}}'
        $sent | Select-Object -Unique | Should -Be ($expected -f $recording.Arn, $policy.Arn, $ads.Arn)
    }

    It 'copies a channel' {
        $first = New-IvsChannel -Name first -Type ADVANCED_HD -Preset constrained_bandwidth_delivery -Authorized $true
        $copy = Get-IvsChannel $first.Arn | New-IvsChannel -Name copy
        $copy.Arn | Should -Not -Be $first.Arn
        $copy.Name, $copy.Type, $copy.Preset, $copy.Authorized | Should -Be 'copy', 'ADVANCED_HD', 'CONSTRAINED_BANDWIDTH_DELIVERY', $true
        ($first | New-IvsChannel -Type STANDARD).Preset | Should -BeExactly ''
    }

    It 'creates a channel for each row of a CSV' {
        Set-Content $TestDrive/channels.csv 'Name,Type,LatencyMode', 'one,BASIC,NORMAL', 'two,STANDARD,LOW'
        $made = Import-Csv $TestDrive/channels.csv | New-IvsChannel
        $made.Name | Should -Be 'one', 'two'
        $made.Type | Should -Be 'BASIC', 'STANDARD'
    }

    It 'accepts Boolean values and empty cells in the rows of a CSV, and rejects other values' {
        $rows = 'True', 'no', '', 'maybe' |
            ForEach-Object { [pscustomobject]@{ Name = 'row'; Authorized = $_; InsecureIngest = $_; MultitrackEnabled = $_ } }
        $multitrack = @{ MultitrackPolicy = 'ALLOW'; MultitrackMaximumResolution = 'HD'; ContainerFormat = 'FRAGMENTED_MP4' }
        $rows | New-IvsChannel @multitrack -ThrottleLimit 1 -ErrorVariable rejected -ErrorAction SilentlyContinue | Out-Null
        $sent = (Get-Sent CreateChannel).Body | ConvertFrom-Json
        $sent.Count | Should -Be 3
        $sent[0].authorized, $sent[0].insecureIngest, $sent[0].multitrackInputConfiguration.enabled | Should -Be $true, $true, $true
        $sent[1].authorized, $sent[1].insecureIngest, $sent[1].multitrackInputConfiguration.enabled | Should -Be $false, $false, $false
        $sent[2].PSObject.Properties.Name | Should -Be 'name', 'multitrackInputConfiguration', 'containerFormat'
        $sent[2].multitrackInputConfiguration.PSObject.Properties.Name | Should -Be 'policy', 'maximumResolution'
        Get-ErrorId $rejected | Should -Be 'ParameterArgumentTransformationError'
        "$rejected" | Should -Match 'The accepted values are true, yes, 1, false, no and 0\.'
    }

    It 'rejects an unknown key and an invalid value in a structure before a request is sent' {
        { New-IvsChannel -MultitrackInputConfiguration @{ enable = $true } } |
            Should -Throw "*MultitrackInputConfiguration does not have 'enable'. Valid members: Enabled, Policy, MaximumResolution.*"
        { New-IvsChannel -MultitrackInputConfiguration @{ enabled = 'maybe' } } | Should -Throw "*must be true or false, not 'maybe'*"
        { New-IvsChannel -MultitrackInputConfiguration @{ enabled = 5 } } | Should -Throw "*must be true or false, not '5'*"
        $emulator.Requests.Count | Should -Be 0
    }
}

Describe 'Tags and player parameters' {
    It 'reject <What> as a value before anything is sent or signed' -ForEach @(
        @{ What = 'a list'; Value = 1, 2 }
        @{ What = 'a hashtable'; Value = @{ b = 1 } }
        @{ What = 'an object'; Value = [pscustomobject]@{ b = 1 } }
    ) {
        Reset-Emulator
        { New-IvsChannel -Tag @{ a = $Value } } | Should -Throw "*'a' must be text*"
        $row = [pscustomobject]@{ Name = 'row'; Tags = [pscustomobject]@{ a = $Value } }
        $row | New-IvsChannel -ErrorVariable bad -ErrorAction SilentlyContinue
        Get-ErrorId $bad[0] | Should -Be 'ParameterArgumentTransformationError'
        $signer = @{ ChannelArn = 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh'; PrivateKey = New-PrivatePem }
        { New-IvsViewerToken @signer -AdsPlayerParameter @{ a = $Value } } | Should -Throw "*'a' must be text*"
        $emulator.Requests.Count | Should -Be 0
    }
}

Describe 'Update-IvsChannel' {
    BeforeEach {
        Reset-Emulator
        $channels = 1..3 | ForEach-Object { New-IvsChannel -Name "c$_" }
        $emulator.ClearRequests()
    }

    It 'sends only the specified members, for channels from the pipeline' {
        $changed = Get-IvsChannel -Name c2 | Update-IvsChannel -Authorized $true
        $changed.Authorized | Should -BeTrue
        $changed.Name | Should -Be 'c2'
        (Get-Sent UpdateChannel).Body | Should -Be "{`"arn`":`"$($channels[1].Arn)`",`"authorized`":true}"
    }

    It 'accepts ARNs, script blocks and the rows of a CSV' {
        ($channels.Arn | Update-IvsChannel -Type basic).Type | Should -Be 'BASIC', 'BASIC', 'BASIC'
        ($channels | Update-IvsChannel -Name { $_.Name + '-x' }).Name | Should -Be 'c1-x', 'c2-x', 'c3-x'
        Set-Content $TestDrive/changes.csv 'ChannelArn,Name', "$($channels[0].Arn),csv"
        (Import-Csv $TestDrive/changes.csv | Update-IvsChannel).Name | Should -Be 'csv'
        (Update-IvsChannel $channels[0].Arn positional).Name | Should -Be 'positional'
    }

    It 'writes an error for a live channel and continues' {
        $emulator.Streams.Start($channels[1].Arn)
        $changed = $channels | Update-IvsChannel -LatencyMode NORMAL -ErrorVariable live -ErrorAction SilentlyContinue
        $changed.Name | Should -Be 'c1', 'c3'
        $live.Count | Should -Be 1
        Get-ErrorId $live[0] | Should -Be 'ConflictException'
        $live[0].TargetObject | Should -Be $channels[1].Arn
        $live[0].ErrorDetails.RecommendedAction | Should -Match 'Stop-IvsStream'
    }

    It 'changes nothing with -WhatIf' {
        $channels | Update-IvsChannel -Name x -WhatIf
        $emulator.Requests.Count | Should -Be 0
    }

    It 'updates every channel even if the endpoint throttles calls' {
        # Setup.ps1 allows one attempt per call, but this test requires retries.
        $env:AWS_MAX_ATTEMPTS = $null
        $emulator.Faults.RequestsPerSecond = 4
        $many = $channels * 2
        $updated = $many | Update-IvsChannel -Authorized $true -ErrorVariable failed -ErrorAction SilentlyContinue
        $env:AWS_MAX_ATTEMPTS = '1'
        $updated.Count | Should -Be 6
        $failed.Count | Should -Be 0
        (Get-Sent UpdateChannel | Where-Object Status -EQ 429).Count | Should -BeGreaterThan 0
    }
}

Describe 'Remove-IvsChannel -StopStream' {
    BeforeEach {
        Reset-Emulator
        $live, $silent = 1..2 | ForEach-Object { New-IvsChannel }
        $emulator.Streams.Start($live.Arn)
        $emulator.ClearRequests()
    }

    It 'stops the stream, waits until the channel is not live, and deletes the channel' {
        $emulator.Faults.ReadsUntilSettled = 1
        $live | Remove-IvsChannel -StopStream -Force
        $emulator.Requests.Operation | Should -Be 'GetStream', 'StopStream', 'GetStream', 'GetStream', 'DeleteChannel'
        (Get-IvsChannel).Arn | Should -Be $silent.Arn
    }

    It 'also deletes a channel that is not live' {
        $silent, $live | Remove-IvsChannel -StopStream -Force
        Get-IvsChannel | Should -BeNullOrEmpty
    }

    It 'keeps the channel if the stream does not end in time' {
        $emulator.Faults.ReadsUntilSettled = 1000
        $live | Remove-IvsChannel -StopStream -WaitTimeoutSec 1 -Force -ErrorVariable late -ErrorAction SilentlyContinue
        Get-ErrorId $late[0] | Should -Be 'WaitTimeout'
        (Get-Sent DeleteChannel).Count | Should -Be 0
    }

    It 'changes nothing with -WhatIf' {
        Get-IvsChannel | Remove-IvsChannel -StopStream -WhatIf
        (Get-Sent StopStream).Count + (Get-Sent DeleteChannel).Count | Should -Be 0
    }
}

Describe '1,000 channels' {
    BeforeAll {
        Reset-Emulator
        1..1000 | New-IvsChannel -Name { "c$_" } -ThrottleLimit 1 | Out-Null
    }
    BeforeEach { $emulator.ClearRequests() }

    It 'are all returned in ten pages, in order' {
        (Get-IvsChannel).Name | Should -Be (1..1000 | ForEach-Object { "c$_" })
        (Get-Sent ListChannels).Count | Should -Be 10
    }

    It 'require only one page for Select-Object -First 1' {
        (Get-IvsChannel | Select-Object -First 1).Name | Should -Be 'c1'
        (Get-Sent ListChannels).Count | Should -Be 1
    }

    It 'are returned one page at a time with -NoAutoIteration' {
        @(Get-IvsChannelList -MaxResult 10 -NoAutoIteration).Count | Should -Be 10
        $next = Get-IvsChannelList -MaxResult 10 -NoAutoIteration -Select NextToken
        (Get-IvsChannelList -MaxResult 10 -NextToken $next).Name | Should -Be (11..20 | ForEach-Object { "c$_" })
        $emulator.Requests.Count | Should -Be 3
    }

    It 'are returned page by page in a loop that starts with -NextToken $null' {
        $token = $null
        $names = do {
            $page = Get-IvsChannel -NextToken $token -Select *
            $page.Channels.Name
            $token = $page.NextToken
        } while ($token)
        $names | Should -Be (1..1000 | ForEach-Object { "c$_" })
        (Get-Sent ListChannels).Count | Should -Be 10
    }

    It 'are returned for 1,000 ARNs in twenty batches, in the order of the ARNs' {
        $arns = (Get-IvsChannel).Arn
        [array]::Reverse($arns)
        $emulator.ClearRequests()
        (Get-IvsChannel -Arn $arns).Arn | Should -Be $arns
        $emulator.Requests.Operation | Should -Be (1..20 | ForEach-Object { 'BatchGetChannel' })
        $emulator.ClearRequests()
        ($arns | Get-IvsChannel -ThrottleLimit 5).Arn | Should -Be $arns
        $emulator.Requests.Operation | Should -Be (1..20 | ForEach-Object { 'BatchGetChannel' })
    }

    It 'are returned for the ARNs that exist, with one error for each ARN that does not exist' {
        $there = (Get-IvsChannel | Select-Object -First 3).Arn
        $gone = 1..2 | ForEach-Object { "arn:aws:ivs:us-west-2:123456789012:channel/gone$_" }
        $found = $there[0], $gone[0], $there[1], $gone[1], $there[2] | Get-IvsChannel -ErrorVariable missing -ErrorAction SilentlyContinue
        $found.Arn | Should -Be $there
        $missing.TargetObject | Should -Be $gone
        $missing | ForEach-Object { Get-ErrorId $_ } | Should -Be 'ResourceNotFoundException', 'ResourceNotFoundException'
        $missing[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }
}
