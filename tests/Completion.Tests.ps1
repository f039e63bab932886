BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $channel = New-IvsChannel -Name studio
    $null = New-IvsChannel -Name stage
    $policy = New-IvsPlaybackRestrictionPolicy -Name eu
    $recording = New-IvsRecordingConfiguration rec recordings
    $ads = New-IvsAdConfiguration arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/p1 ads
    $pair = New-PublicPem | Import-IvsPlaybackKeyPair -Name viewer
    function Complete($Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText }
    # A completer returns nothing if it takes longer than half a second.
    # On a busy machine, it is called again, as if a person presses Tab again.
    function Complete-Patiently($Line) {
        foreach ($try in 1..20) { if ($texts = Complete $Line) { return $texts } }
    }
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'Completion' {
    It 'offers the values of <Line>' -ForEach @(
        @{ Line = 'New-IvsChannel -Type '; Values = 'ADVANCED_HD', 'ADVANCED_SD', 'BASIC', 'STANDARD' }
        @{ Line = 'Update-IvsChannel -Preset '; Values = 'CONSTRAINED_BANDWIDTH_DELIVERY', 'HIGHER_BANDWIDTH_DELIVERY' }
        @{ Line = 'Get-IvsStream -Health '; Values = 'HEALTHY', 'STARVING', 'UNKNOWN' }
        @{ Line = 'New-IvsRecordingConfiguration -Rendition H'; Values = 'HD' }
        @{ Line = 'New-IvsChannel -Authorized '; Values = '$false', '$true' }
        @{ Line = 'New-IvsChannel -Select '; Values = "'*'", '^InputObject', '^Name', '^Tag', 'Channel', 'StreamKey' }
        @{ Line = 'Get-IvsPlaybackRestrictionPolicy -Select ^'; Values = '^Arn' }
        @{ Line = 'New-IvsRecordingConfiguration -DestinationConfiguration '; Values = "@{ S3 = @{ BucketName = '' } }" }
        @{ Line = 'New-IvsAdConfiguration -PostRollConfiguration '; Values = '@{ DurationSeconds = 0; Enabled = $true }' }
    ) { Complete $Line | Sort-Object | Should -Be $Values }

    It 'offers a template of every structure that its parameter accepts' {
        $structures = foreach ($command in Get-Command -Module IvsTools -CommandType Cmdlet) {
            foreach ($parameter in $command.Parameters.Values) {
                if ($parameter.Attributes | Where-Object { $_.GetType().Name -eq 'StructureTransformationAttribute' }) {
                    "$command -$($parameter.Name) "
                }
            }
        }
        $structures.Count | Should -BeGreaterThan 5
        foreach ($line in $structures) { & ([scriptblock]::Create((Complete $line))) | Should -BeOfType hashtable }
    }

    It 'offers the keys of <Line>' -ForEach @(
        @{ Line = 'New-IvsRecordingConfiguration -DestinationConfiguration @{ '; Keys = 'S3' }
        @{ Line = 'New-IvsRecordingConfiguration -DestinationConfiguration @{ S3 = @{ '; Keys = 'BucketName' }
        @{
            Line = 'New-IvsRecordingConfiguration -ThumbnailConfiguration @{ '
            Keys = 'RecordingMode', 'Resolution', 'Storage', 'TargetIntervalSeconds'
        }
        @{ Line = 'New-IvsRecordingConfiguration -RenditionConfiguration @{ '; Keys = 'Renditions', 'RenditionSelection' }
        @{ Line = 'New-IvsAdConfiguration -MediaTailorPlaybackConfiguration @{ '; Keys = 'PlaybackConfigurationArn' }
        @{ Line = 'New-IvsAdConfiguration -PostRollConfiguration @{ Enabled = $true; '; Keys = 'DurationSeconds' }
        @{ Line = 'Update-IvsChannel -MultitrackInputConfiguration @{ Max'; Keys = 'MaximumResolution' }
    ) { Complete $Line | Sort-Object | Should -Be $Keys }

    It 'offers the most important parameter first' {
        (Complete 'New-IvsChannel -')[0] | Should -Be '-Name'
        (Complete 'Get-IvsChannel -')[0] | Should -Be '-Arn'
        (Complete 'Update-IvsChannel -')[0] | Should -Be '-Arn'
        (Complete 'Remove-IvsChannel -')[0] | Should -Be '-Arn'
        (Complete 'New-IvsPlaybackRestrictionPolicy -')[0] | Should -Be '-Name'
    }

    It 'offers existing resources, by ARN or by name' {
        Complete-Patiently 'Get-IvsChannel ' | Should -Contain $channel.Arn
        Complete-Patiently 'Get-IvsChannel stu' | Should -Be $channel.Arn
        Complete-Patiently "Stop-IvsStream -ChannelArn $($channel.Arn.Substring(0, 50))" | Should -Contain $channel.Arn
        Complete-Patiently 'New-IvsViewerToken -ChannelArn stu' | Should -Be $channel.Arn
        Complete-Patiently 'Test-IvsPlayback -ChannelArn stu' | Should -Be $channel.Arn
        Complete-Patiently 'Get-IvsChannel -FilterByName st' | Should -Be 'studio', 'stage'
        Complete-Patiently 'New-IvsChannel -PlaybackRestrictionPolicyArn ' | Should -Be $policy.Arn
        Complete-Patiently 'Remove-IvsRecordingConfiguration re' | Should -Be $recording.Arn
        Complete-Patiently 'Get-IvsAdConfiguration ' | Should -Be $ads.Arn
        Complete-Patiently 'Remove-IvsPlaybackKeyPair vi' | Should -Be $pair.Arn
    }

    It 'uses the endpoint and the other values on the command line' {
        $other = Start-IvsEmulator -Region eu-west-1
        $there = New-IvsChannel -Name elsewhere -EndpointUrl $other.Url
        Complete-Patiently "Get-IvsChannel -EndpointUrl $($other.Url) -Arn " | Should -Be $there.Arn
        Complete "Get-IvsChannel -EndpointUrl $($other.Url) -Region us-east-1 -Arn " | Should -Not -Contain $there.Arn
        $other | Stop-IvsEmulator
    }

    It 'returns nothing, without waiting, if the endpoint is <Why>' -ForEach @(
        @{ Why = 'slow'; Do = { $emulator.Faults.Latency = [timespan]::FromSeconds(30) } }
        @{ Why = 'failing'; Do = { $emulator.Faults.Fail('ListChannels', 'AccessDeniedException', 9) } }
        @{ Why = 'broken'; Do = { $emulator.Faults.Break('ListChannels', 'Html', 9) } }
    ) {
        $null = Complete 'Get-IvsChannel '
        $errorsBefore = $Error.Count
        $emulator.ClearRequests()
        & $Do
        Complete 'Get-IvsChannel -FilterByName ' | Should -BeNullOrEmpty
        # The canceled request has no response, so it is not recorded.
        if ($Why -eq 'slow') { (Get-Sent ListChannels).Count | Should -Be 0 }
        $Error.Count | Should -Be $errorsBefore
        $emulator.Faults.Clear()
    }

    It 'returns nothing if the endpoint is closed or there are no credentials' {
        $gone = Start-IvsEmulator
        $gone | Stop-IvsEmulator
        Complete "Get-IvsChannel -EndpointUrl $($gone.Url) -Region us-west-2 -AccessKey a -SecretKey b -FilterByName " |
            Should -BeNullOrEmpty
        Complete 'Get-IvsChannel -EndpointUrl nonsense -FilterByName ' | Should -BeNullOrEmpty
        $PSDefaultParameterValues.Remove('*-Ivs*:EndpointUrl')
        Complete 'Get-IvsChannel -FilterByName ' | Should -BeNullOrEmpty
        $PSDefaultParameterValues['*-Ivs*:EndpointUrl'] = $emulator.Url
    }
}
