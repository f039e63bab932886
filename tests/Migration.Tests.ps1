# Runs commands from scripts for AWS.Tools.IVS. Each command must return the same output as with AWS.Tools.IVS, or the documented error.
BeforeDiscovery {
    $idioms = [ordered]@{
        # Commands with lists, pages and filters.
        '(Get-IVSChannelList).Count'                                                                        = 3
        'Get-IVSChannelList | Sort-Object Name | ForEach-Object Name'                                       = 'lobby', 'spare', 'studio'
        '(Get-IVSChannelList -FilterByName studio).Arn'                                                     = { $studio.Arn }
        '(Get-IVSChannelList studio).Arn'                                                                   = { $studio.Arn }
        '''studio'', ''lobby'' | Get-IVSChannelList | ForEach-Object Name'                                  = 'studio', 'lobby'
        '[pscustomobject]@{ FilterByName = ''lobby'' } | Get-IVSChannelList | ForEach-Object Name'          = 'lobby'
        '(Get-IVSChannelList -FilterByRecordingConfigurationArn $recording.Arn).Name'                       = 'studio'
        '(Get-IVSChannelList -FilterByAdConfigurationArn $ads.Arn).Name'                                    = 'studio'
        '(Get-IVSChannelList -FilterByPlaybackRestrictionPolicyArn $policy.Arn).Name'                       = 'spare'
        '(Get-IVSChannelList -FilterByName $null).Count'                                                    = 3
        '(Get-IVSChannelList | Where-Object { $_.Tags[''team''] -eq ''live'' }).Name'                       = 'studio'
        '(Get-IVSChannelList | Where-Object Authorized -EQ $true).Name'                                     = 'spare'
        '@(Get-IVSChannelList -MaxResult 2 -NoAutoIteration).Count'                                         = 2
        '@(Get-IVSChannelList -MaxResults 2 -NoAutoIteration).Count'                                        = 2
        '@(Get-IVSChannelList -MaxItems 2 -NoAutoIteration).Count'                                          = 2
        '@(Get-IVSChannelList -MaxResult 2).Count'                                                          = 3
        '(Get-IVSChannelList -MaxResult 2 -NoAutoIteration -Select NextToken).Length -gt 0'                 = $true
        ('$t = $null; do { $r = Get-IVSChannelList -MaxResult 2 -NextToken $t -Select *; ' +
            '$r.Channels.Count; $t = $r.NextToken } while ($t)') = 2, 1
        ('$r = Get-IVSChannelList -MaxResult 2 -Select * -NoAutoIteration; ' +
            '(Get-IVSChannelList -MaxResult 2 -NextToken $r.NextToken).Count') = 1
        'Get-IVSChannelList -Select Channels.Name'                                                          = 'lobby', 'spare', 'studio'
        'Get-IVSChannelList -FilterByName studio -Select ^FilterByName'                                     = 'studio'
        '(Get-IVSStreamList).Count'                                                                         = 2
        '(Get-IVSStreamList -FilterBy_Health STARVING).ChannelArn'                                          = { $lobby.Arn }
        '(Get-IVSStreamList STARVING).ChannelArn'                                                           = { $lobby.Arn }
        '(''HEALTHY'' | Get-IVSStreamList).ChannelArn'                                                      = { $studio.Arn }
        '(Get-IVSStreamList | Measure-Object ViewerCount -Sum).Sum'                                         = 12
        '(Get-IVSStreamList -Select Streams.State)'                                                         = 'LIVE', 'LIVE'
        '(Get-IVSStreamKeyList -ChannelArn $studio.Arn).Arn'                                                = { $studio.StreamKey.Arn }
        '(Get-IVSStreamKeyList $studio.Arn).ChannelArn'                                                     = { $studio.Arn }
        '($studio.Arn, $lobby.Arn | Get-IVSStreamKeyList).ChannelArn'                                       = { $studio.Arn, $lobby.Arn }
        'Get-IVSStreamKeyList -ChannelArn $studio.Arn -MaxResult 10 -Select StreamKeys.Arn'                 = { $studio.StreamKey.Arn }
        '(Get-IVSStreamSessionList -ChannelArn $studio.Arn).Count'                                          = 2
        '(Get-IVSStreamSessionList $studio.Arn -MaxResult 1 -NoAutoIteration).HasErrorEvent'                = $false
        '($studio.Arn | Get-IVSStreamSessionList | Select-Object -First 1).StreamId'                        = {
            (Get-IVSStream $studio.Arn).StreamId
        }
        '(Get-IVSPlaybackKeyPairList).Name'                                                                 = 'prod'
        '(Get-IVSPlaybackKeyPairList -MaxResult 1 -Select KeyPairs.Arn)'                                    = { $pair.Arn }
        '(Get-IVSRecordingConfigurationList).Name'                                                          = 'archive'
        '(Get-IVSRecordingConfigurationList).DestinationConfiguration.S3.BucketName'                        = 'recordings'
        '(Get-IVSPlaybackRestrictionPolicyList).AllowedCountries'                                           = 'DE', 'FR'
        '(Get-IVSAdConfigurationList).Arn'                                                                  = { $ads.Arn }

        # Commands that get one resource.
        '(Get-IVSChannel -Arn $studio.Arn).Name'                                                            = 'studio'
        '(Get-IVSChannel $studio.Arn).PlaybackUrl'                                                          = { $studio.PlaybackUrl }
        '($studio.Arn | Get-IVSChannel).IngestEndpoint'                                                     = { $studio.IngestEndpoint }
        'Get-IVSChannelList | Get-IVSChannel | Measure-Object | ForEach-Object Count'                       = 3
        'Get-IVSChannelList | ForEach-Object { Get-IVSChannel -Arn $_.Arn } | ForEach-Object Name'          = 'lobby', 'spare', 'studio'
        'Get-IVSChannel -Arn $studio.Arn -Select Channel.Name'                                              = 'studio'
        '(Get-IVSChannel -Arn $studio.Arn -Select *).Channel.Name'                                          = 'studio'
        'Get-IVSChannel -Arn $studio.Arn -Select ^Arn'                                                      = { $studio.Arn }
        'Get-IVSChannel -Arn $studio.Arn -Region us-west-2 -Select Channel.Name'                            = 'studio'
        'Get-IVSChannel -Arn $studio.Arn -RegionToCall $null -Select Channel.Name'                          = 'studio'
        '(Get-IVSStream -ChannelArn $studio.Arn).State'                                                     = 'LIVE'
        '(Get-IVSStream $lobby.Arn).Health'                                                                 = 'STARVING'
        '($lobby.Arn | Get-IVSStream).ViewerCount'                                                          = 12
        '[math]::Floor(((Get-Date) - (Get-IVSStream $studio.Arn).StartTime).TotalHours)'                    = 0
        '(Get-Date) -ge (Get-IVSStream $studio.Arn).StartTime'                                              = $true
        '(New-TimeSpan -Start (Get-IVSStream $studio.Arn).StartTime -End (Get-Date)).Days'                  = 0
        '(Get-IVSStreamKey -Arn $studio.StreamKey.Arn).Value'                                               = { $studio.StreamKey.Value }
        '($studio.StreamKey.Arn | Get-IVSStreamKey).ChannelArn'                                             = { $studio.Arn }
        '(Get-IVSStreamKeyList $studio.Arn | Get-IVSStreamKey).Value'                                       = { $studio.StreamKey.Value }
        '(Get-IVSStreamSession -ChannelArn $studio.Arn).Channel.Name'                                       = 'studio'
        '(Get-IVSStreamSession $studio.Arn -StreamId $null).EndTime'                                        = $null
        ('(Get-IVSStreamSession $studio.Arn -StreamId (Get-IVSStreamSessionList $studio.Arn)[1].StreamId)' +
            '.TruncatedEvents[0].Name') = 'Session Ended'
        '(Get-IVSPlaybackKeyPair -Arn $pair.Arn).Fingerprint'                                               = { $pair.Fingerprint }
        '($pair.Arn | Get-IVSPlaybackKeyPair).Name'                                                         = 'prod'
        '(Get-IVSRecordingConfiguration $recording.Arn).State'                                              = 'ACTIVE'
        '(Get-IVSPlaybackRestrictionPolicy $policy.Arn).Name'                                               = 'europe'
        '(Get-IVSAdConfiguration $ads.Arn).Name'                                                            = 'ads'
        '(Get-IVSResourceTag -ResourceArn $studio.Arn)[''team'']'                                           = 'live'
        '(Get-IVSResourceTag $studio.Arn).team'                                                             = 'live'
        '($studio.Arn | Get-IVSResourceTag).Keys'                                                           = 'team'

        # Batch commands return the response with its errors.
        '(Get-IVSChannelBatch -Arn $studio.Arn, $lobby.Arn).Channels.Name | Sort-Object'                    = 'lobby', 'studio'
        '(Get-IVSChannelBatch -Arns $studio.Arn, $none).Errors.Code'                                        = 'ResourceNotFoundException'
        '(Get-IVSChannelBatch -Arn $studio.Arn, $none).Errors.Arn'                                          = { $none }
        'Get-IVSChannelBatch -Arn $studio.Arn -Select Channels.Name'                                        = 'studio'
        '(Get-IVSChannelBatch -Arn $studio.Arn).Errors.Count'                                               = 0
        'Set-Alias batch Get-IVSChannelBatch; (batch -Arn $studio.Arn).Channels.Name'                       = 'studio'
        '(Get-IVSStreamKeyBatch -Arn $studio.StreamKey.Arn).StreamKeys.Value'                               = { $studio.StreamKey.Value }
        'Get-IVSStreamKeyBatch -Arn $studio.StreamKey.Arn -Select StreamKeys.ChannelArn'                    = { $studio.Arn }

        # Commands that create resources.
        '(New-IVSChannel -Name new -Select *).Channel.Name'                                                 = 'new'
        '(New-IVSChannel -Name new -Select *).StreamKey.Value -like ''sk_us-west-2_*'''                     = $true
        '(New-IVSChannel -Name new).Channel.Name'                                                           = 'new'
        '(New-IVSChannel -Name new).Channel.Arn -like ''arn:aws:ivs:*:channel/*'''                          = $true
        '(New-IVSChannel -Name new).StreamKey.Value -like ''sk_us-west-2_*'''                               = $true
        'New-IVSChannel -Name new -Select Channel.Name'                                                     = 'new'
        'New-IVSChannel new -Select Channel.Name'                                                           = 'new'
        '''a'', ''b'' | New-IVSChannel -Select Channel.Name'                                                = 'a', 'b'
        'New-IVSChannel -Name new -Type BASIC -LatencyMode NORMAL -Select Channel.Type'                     = 'BASIC'
        'New-IVSChannel -Name new -Authorized $true -Select Channel.Authorized'                             = $true
        '(New-IVSChannel -Name new -Tag @{ team = ''a'' } -Select Channel.Tags).team'                       = 'a'
        '(New-IVSChannel -Name new -Tags @{ team = ''a'' } -Select Channel.Tags).team'                      = 'a'
        'New-IVSChannel -Name new -RecordingConfigurationArn $recording.Arn -Select Channel.RecordingConfigurationArn' = { $recording.Arn }
        'New-IVSChannel -Name new -RecordingConfigurationArn $null -Preset $null -Tag $null -Select Channel.RecordingConfigurationArn' = ''
        ('New-IVSChannel -Name new -ContainerFormat FRAGMENTED_MP4 -MultitrackInputConfiguration_Enabled $true ' +
            '-MultitrackInputConfiguration_Policy ALLOW -MultitrackInputConfiguration_MaximumResolution HD ' +
            '-Select Channel.MultitrackInputConfiguration.MaximumResolution') = 'HD'
        'New-IVSChannel -Name new -Select ^Name'                                                            = 'new'
        'New-IVSChannel -Name new -InsecureIngest $true -Force -Select Channel.InsecureIngest'              = $true
        'New-IVSChannel -Name new -WhatIf'                                                                  = $null
        '(New-IVSStreamKey -ChannelArn $keyless.Arn).ChannelArn'                                            = { $keyless.Arn }
        '(New-IVSStreamKey $keyless.Arn -Tag @{ a = ''b'' }).Tags.a'                                        = 'b'
        '($keyless.Arn | New-IVSStreamKey).Value -match ''^sk_'''                                           = $true
        '(New-IVSRecordingConfiguration -Name rec -S3_BucketName bucket).DestinationConfiguration.S3.BucketName' = 'bucket'
        '(New-IVSRecordingConfiguration rec -DestinationConfiguration_S3_BucketName bucket).Name'           = 'rec'
        ('(New-IVSRecordingConfiguration -S3_BucketName bucket -ThumbnailConfiguration_RecordingMode INTERVAL ' +
            '-ThumbnailConfiguration_TargetIntervalSecond 30).ThumbnailConfiguration.TargetIntervalSeconds') = 30
        ('(New-IVSRecordingConfiguration -S3_BucketName bucket -RenditionConfiguration_RenditionSelection CUSTOM ' +
            '-RenditionConfiguration_Rendition HD, SD).RenditionConfiguration.Renditions') = 'HD', 'SD'
        '(New-IVSRecordingConfiguration -S3_BucketName bucket -RecordingReconnectWindowSecond 60).RecordingReconnectWindowSeconds' = 60
        '(New-IVSPlaybackRestrictionPolicy -Name p -AllowedCountry US, CA).AllowedCountries'                = 'US', 'CA'
        ('(New-IVSPlaybackRestrictionPolicy -AllowedOrigins https://example.com -EnableStrictOriginEnforcement $true)' +
            '.EnableStrictOriginEnforcement') = $true
        ('(New-IVSAdConfiguration -Name more -MediaTailorPlaybackConfiguration @{ PlaybackConfigurationArn = $tailor })' +
            '.MediaTailorPlaybackConfigurations.PlaybackConfigurationArn') = { $tailor }
        ('(New-IVSAdConfiguration more -MediaTailorPlaybackConfigurations @{ PlaybackConfigurationArn = $tailor } ' +
            '-PostRollConfiguration_Enabled $true -PostRollConfiguration_DurationSecond 20)' +
            '.PostRollConfiguration.DurationSeconds') = 20
        '(Import-IVSPlaybackKeyPair -PublicKeyMaterial $pem -Name more).Name'                               = 'more'
        '(Import-IVSPlaybackKeyPair $pem).Fingerprint.Length'                                               = 47
        '($pem | Import-IVSPlaybackKeyPair -Tag @{ a = ''b'' }).Tags.a'                                     = 'b'
        '(Import-IVSPlaybackKeyPair -PublicKeyMaterial (Get-Content public.pem -Raw)).Arn -like ''*:playback-key/*''' = $true

        # Commands that change resources.
        '(Update-IVSChannel -Arn $spare.Arn -Name renamed).Name'                                            = 'renamed'
        '(Update-IVSChannel $spare.Arn -LatencyMode NORMAL).LatencyMode'                                    = 'NORMAL'
        '($spare.Arn | Update-IVSChannel -Authorized $false).Authorized'                                    = $false
        '(Update-IVSChannel -Arn $spare.Arn -PlaybackRestrictionPolicyArn '''').PlaybackRestrictionPolicyArn' = ''
        '(Update-IVSChannel -Arn $spare.Arn -PlaybackRestrictionPolicyArn $null -Name $null -LatencyMode NORMAL).Name' = 'spare'
        '(Update-IVSChannel -Arn $spare.Arn -PlaybackRestrictionPolicyArn $null -LatencyMode NORMAL).PlaybackRestrictionPolicyArn' = {
            $policy.Arn
        }
        'Update-IVSChannel -Arn $spare.Arn -Type BASIC -Select Channel.Type'                                = 'BASIC'
        '(Update-IVSPlaybackRestrictionPolicy -Arn $policy.Arn -AllowedCountry JP).AllowedCountries'        = 'JP'
        '(Update-IVSPlaybackRestrictionPolicy $policy.Arn -Name eu -AllowedCountry $null).AllowedCountries' = 'DE', 'FR'
        '(Update-IVSAdConfiguration -Arn $ads.Arn -Name renamed).Name'                                      = 'renamed'
        'Add-IVSResourceTag -ResourceArn $studio.Arn -Tag @{ env = ''prod'' }; (Get-IVSResourceTag $studio.Arn).env' = 'prod'
        '$lobby.Arn | Add-IVSResourceTag -Tag @{ env = ''prod'' } -Select ^ResourceArn'                     = { $lobby.Arn }
        'Remove-IVSResourceTag -ResourceArn $studio.Arn -TagKey team -Force; (Get-IVSResourceTag $studio.Arn).Count' = 0
        'Write-IVSMetadata -ChannelArn $studio.Arn -Metadata ''{"q":1}'''                                   = $null
        '(Write-IVSMetadata $studio.Arn -Metadata text -Select *).HttpStatusCode'                           = 'NoContent'
        '(Add-IVSAdBreak -ChannelArn $studio.Arn -DurationSecond 30).Length -gt 0'                          = $true
        'Start-IVSViewerSessionRevocation -ChannelArn $spare.Arn -ViewerId v1'                              = $null
        'Start-IVSViewerSessionRevocation $spare.Arn -ViewerId v1 -ViewerSessionVersionsLessThanOrEqualTo 3 -Select ^ViewerId' = 'v1'
        '$spare.Arn | Start-IVSViewerSessionRevocation -ViewerId v1 -Select ^ChannelArn'                    = { $spare.Arn }
        'Start-IVSStartViewerSessionRevocation -ViewerSession @{ ChannelArn = $spare.Arn; ViewerId = ''v1'' }' = $null
        '(Start-IVSStartViewerSessionRevocation -ViewerSessions @{ ChannelArn = $none; ViewerId = ''v1'' }).ViewerId' = 'v1'

        # Commands that remove resources and stop streams. The Remove-* cmdlets prompt by default, but Stop-IVSStream does not.
        'Stop-IVSStream -ChannelArn $studio.Arn'                                                            = $null
        'Stop-IVSStream $lobby.Arn -Select ^ChannelArn'                                                     = { $lobby.Arn }
        '($lobby.Arn | Stop-IVSStream -Select *).HttpStatusCode'                                            = 'OK'
        'Remove-IVSChannel -Arn $spare.Arn -Force; (Get-IVSChannelList).Count'                              = 2
        'Remove-IVSChannel $spare.Arn -Confirm:$false -Select ^Arn'                                         = { $spare.Arn }
        '(Remove-IVSChannel $spare.Arn -Force -Select *).HttpStatusCode'                                    = 'NoContent'
        '(Remove-IVSChannel $spare.Arn -Force -Select *).GetType().Name -like ''*Response'''                = $true
        'Get-IVSStreamKeyList $spare.Arn | Remove-IVSStreamKey -Force; @(Get-IVSStreamKeyList $spare.Arn).Count' = 0
        'Remove-IVSPlaybackKeyPair -Arn $pair.Arn -Force; @(Get-IVSPlaybackKeyPairList).Count'              = 0
        'Remove-IVSPlaybackRestrictionPolicy -Arn $unused.Arn -Force -Select ^Arn'                          = { $unused.Arn }
        'Remove-IVSRecordingConfiguration -Arn $recording.Arn -WhatIf'                                      = $null
        'Remove-IVSAdConfiguration $ads.Arn -WhatIf'                                                        = $null

        # Commands that use settings of the session or of a call.
        '$StoredAWSRegion = ''us-west-2''; (Get-IVSChannelList).Count'                                      = 3
        'Get-IVSChannelList -AK $emulator.AccessKeyId -SK $emulator.SecretAccessKey -Region us-west-2 -Select Channels.Name' = 'lobby',
            'spare', 'studio'
        ('Get-IVSChannelList -AccessKey $emulator.AccessKeyId -SecretAccessKey $emulator.SecretAccessKey -ST $null ' +
            '-Region us-west-2 | ForEach-Object Name') = 'lobby', 'spare', 'studio'
        '@(Get-IVSChannelList -ProfileName p -ProfilesLocation "$PWD/credentials" -Region us-west-2).Count'        = 3
        '@(Get-IVSChannelList -StoredCredentials p -AWSProfilesLocation "$PWD/credentials" -Region us-west-2).Count' = 3
        '@(Get-IVSChannelList -ProfileName $null -AccessKey $null -SecretKey $null -Credential $null).Count' = 3
        'try { Get-IVSChannel $none -ErrorAction Stop } catch { $_.FullyQualifiedErrorId.Split('','')[0] }' = 'ResourceNotFoundException'
        'try { Get-IVSStream $spare.Arn -ErrorAction Stop } catch { $_.FullyQualifiedErrorId.Split('','')[0] }' = 'ChannelNotBroadcasting'
    }
    # Commands that return an error, with its text.
    $rejections = [ordered]@{
        'Get-IVSChannel $studio.Arn -ClientConfig @{ Timeout = 5 }'           = '*not supported*-EndpointUrl*'
        'Get-IVSChannelList -NetworkCredential ([pscredential]::Empty)'       = '*not supported*-ProfileName*'
        'Remove-IVSChannel $spare.Arn -Force -PassThru'                       = '*not supported*-Select ^Arn*'
        'Get-IVSChannelList -EndpointUrl $null'                               = '*not an endpoint*'
        'Get-IVSChannelList -Select Chanels'                                  = '*does not have the member*'
        'Remove-IVSChannel -Arn $null -Force'                                 = "*argument*'Arn'*null*"
        'Get-IVSChannel $studio.Arn -Region eu-west-1'                        = '*does not match*'
    }
    $cases = foreach ($command in $idioms.Keys) { @{ Command = $command; Expected = $idioms[$command] } }
    $rejected = foreach ($command in $rejections.Keys) { @{ Command = $command; Message = $rejections[$command] } }
}

BeforeAll {
    . $PSScriptRoot/Setup.ps1
    Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
    $tailor = 'arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/ads'
    $none = 'arn:aws:ivs:us-west-2:123456789012:channel/gone00000000'
    $pem = New-PublicPem
    Set-Content public.pem $pem
    Set-Content credentials '[p]', "aws_access_key_id = $($emulator.AccessKeyId)", "aws_secret_access_key = $($emulator.SecretAccessKey)"

    # Creates three channels, of which two are live, and one resource of every other type. Each test dot-sources this function.
    function Initialize-Account {
        Reset-Emulator
        $recording = New-IvsRecordingConfiguration archive recordings -Wait
        $policy = New-IvsPlaybackRestrictionPolicy -Name europe -AllowedCountry DE, FR
        $ads = New-IvsAdConfiguration -Name ads -MediaTailorPlaybackConfiguration $tailor
        $pair = New-PublicPem | Import-IvsPlaybackKeyPair -Name prod
        $lobby = New-IvsChannel -Name lobby
        $spare = New-IvsChannel -Name spare -Authorized $true -PlaybackRestrictionPolicyArn $policy.Arn
        $studio = New-IvsChannel -Name studio -RecordingConfigurationArn $recording.Arn -AdConfigurationArn $ads.Arn -Tag @{ team = 'live' }
        if ($Command -match '\$keyless') { $keyless = New-IvsChannel -Name keyless; $keyless.StreamKey | Remove-IvsStreamKey -Force }
        if ($Command -match '\$unused') { $unused = New-IvsPlaybackRestrictionPolicy -Name unused }
        $emulator.Streams.Start($studio.Arn)
        $emulator.Streams.End($studio.Arn, $true)
        $emulator.Streams.Start($studio.Arn)
        $emulator.Streams.Start($lobby.Arn)
        $emulator.Streams.Change($lobby.Arn, 'STARVING', 12)
    }
}
AfterAll { $emulator | Stop-IvsEmulator; Set-Location $PSScriptRoot }

Describe 'A command from a script for AWS.Tools' {
    It 'returns the same output: <Command>' -ForEach $cases {
        . Initialize-Account
        $due = $Expected -is [scriptblock] ? (. $Expected) : $Expected
        $output = . ([scriptblock]::Create($Command))
        $output | Should -Be $due
    }

    It 'returns an error that contains the reason: <Command>' -ForEach $rejected {
        . Initialize-Account
        $ErrorActionPreference = 'Stop'
        { . ([scriptblock]::Create($Command)) } | Should -Throw $Message
        @(Get-IVSChannelList).Count | Should -Be 3
    }
}

Describe 'The tested commands from scripts for AWS.Tools' {
    It 'are more than 100, and include every cmdlet of AWS.Tools.IVS' -ForEach @{ Commands = @($cases.Command) } {
        $Commands.Count | Should -BeGreaterThan 100
        $awsTools = & ([scriptblock]::Create((Get-Content "$PSScriptRoot/../docs/comparison/aws-tools.psd1" -Raw)))
        $awsTools.Cmdlets.Keys | Where-Object { $name = $_; -not ($Commands -match "\b$name\b") } | Should -BeNullOrEmpty
    }
}
