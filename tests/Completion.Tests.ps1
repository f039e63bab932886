BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $channel = New-IvsChannel -Name studio -Tag @{ team = 'video'; 'cost center' = '12'; 'stage@2' = '' }
    $stage = New-IvsChannel -Name stage
    $policy = New-IvsPlaybackRestrictionPolicy -Name eu
    $recording = New-IvsRecordingConfiguration rec recordings
    $tailor = 'arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/p1'
    $ads = New-IvsAdConfiguration $tailor ads
    $key = Get-IvsStreamKey $channel.Arn
    $pair = New-PublicPem | Import-IvsPlaybackKeyPair -Name viewer
    function Complete($Line) { (Get-Completion $Line).CompletionText }
    function Get-Completion($Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches }
    # On a busy machine, a completer can exceed its limit of half a second and return nothing, so it is called again.
    function Complete-Patiently($Line) { (Get-CompletionPatiently $Line).CompletionText }
    function Get-CompletionPatiently($Line) {
        foreach ($try in 1..20) { if ($found = Get-Completion $Line) { return $found } }
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
        @{ Line = 'New-IvsStreamKey -Select '; Values = "'*'", '^ChannelArn', '^Force', '^Tag', 'StreamKey' }
        @{ Line = 'Update-IvsPlaybackRestrictionPolicy -Select ^A'; Values = '^AllowedCountry', '^AllowedOrigin', '^Arn' }
        @{ Line = 'New-IvsRecordingConfiguration -DestinationConfiguration '; Values = "@{ S3 = @{ BucketName = '' } }" }
        @{ Line = 'New-IvsAdConfiguration -PostRollConfiguration '; Values = '@{ DurationSeconds = 0; Enabled = $true }' }
    ) { Complete $Line | Sort-Object | Should -Be $Values }

    It 'offers the members of the response as values of -Select in every cmdlet' {
        $accepted = @{}
        foreach ($line in @(
                'Add-IvsAdBreak $channel 30', 'Add-IvsResourceTag $channel @{ a = 1 }'
                'Get-IvsAdConfiguration', 'Get-IvsAdConfiguration $ads'
                'Get-IvsChannel', 'Get-IvsChannel $channel', 'Get-IvsChannelBatch $channel', 'Get-IvsChannelList'
                'Get-IvsPlaybackKeyFile *.pem', 'Get-IvsPlaybackKeyPair', 'Get-IvsPlaybackKeyPair $pair'
                'Get-IvsPlaybackRestrictionPolicy', 'Get-IvsPlaybackRestrictionPolicy $policy'
                'Get-IvsRecordingConfiguration', 'Get-IvsRecordingConfiguration $recording', 'Get-IvsResourceTag $channel'
                'Get-IvsStream', 'Get-IvsStream $channel', 'Get-IvsStreamList'
                'Get-IvsStreamKey $key.Arn', 'Get-IvsStreamKey -ChannelArn $channel', 'Get-IvsStreamKeyBatch $key.Arn'
                'Get-IvsStreamSession $channel', 'Get-IvsStreamSession $channel -All', 'Get-IvsStreamSessionList $channel'
                'Import-IvsPlaybackKeyPair (New-PublicPem)'
                'New-IvsAdConfiguration $tailor', 'New-IvsChannel', 'New-IvsPlaybackRestrictionPolicy', 'New-IvsStreamKey $channel'
                'New-IvsRecordingConfiguration rec recordings', 'New-IvsRecordingConfiguration rec recordings -Wait'
                'Remove-IvsAdConfiguration $ads', 'Remove-IvsChannel $channel', 'Remove-IvsChannel $channel -StopStream'
                'Remove-IvsPlaybackKeyPair $pair', 'Remove-IvsPlaybackRestrictionPolicy $policy', 'Remove-IvsStreamKey $key.Arn'
                'Remove-IvsRecordingConfiguration $recording', 'Remove-IvsResourceTag $channel team', 'Reset-IvsStreamKey $channel'
                'Start-IvsStartViewerSessionRevocation -ViewerSession @{ ChannelArn = $channel.Arn; ViewerId = "a" }'
                'Start-IvsViewerSessionRevocation $channel a', 'Start-IvsViewerSessionRevocation $channel a, b'
                'Stop-IvsStream $channel', 'Stop-IvsStream $channel -Wait', 'Write-IvsMetadata $channel text'
                'Update-IvsAdConfiguration $ads -Name a', 'Update-IvsChannel $channel -Name a'
                'Update-IvsPlaybackRestrictionPolicy $policy -Name a'
            )) {
            $force = (Get-Command ($line -split ' ')[0]).Parameters.ContainsKey('Force') ? '-Force' : ''
            $failure = { & ([scriptblock]::Create("$line $force -Select Nonsense")) } |
                Should -Throw -ErrorId UnknownSelection* -PassThru
            $names = [regex]::Match($failure, 'Valid names: (.*?)\. ').Groups[1].Value -replace '\*', "'*'"
            $accepted[($line -split ' ')[0]] += $names -split ', '
        }
        $all = Get-Command -Module IvsTools -CommandType Cmdlet | Where-Object { $_.Parameters.ContainsKey('Select') }
        $accepted.Keys | Sort-Object | Should -Be $all.Name
        foreach ($name in $accepted.Keys) {
            Complete "$name -Select " | Where-Object { $_ -notlike '^*' } | Sort-Object |
                Should -Be ($accepted[$name] | Sort-Object -Unique) -Because $name
        }
    }

    It 'offers a template for every structure that a parameter accepts' {
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
        Complete-Patiently 'Remove-IvsChannel ' | Should -Contain $channel.Arn
        Complete-Patiently 'Remove-IvsChannel stu' | Should -Be $channel.Arn
        Complete-Patiently "Remove-IvsChannel $($channel.Arn), st" | Should -Be $stage.Arn
        Complete-Patiently "Get-IvsChannel $($channel.Arn -replace '[^/]*$')stu" | Should -Be $channel.Arn
        Complete-Patiently "Get-IvsChannel $($channel.Arn)" | Should -Be $channel.Arn
        Complete-Patiently "Stop-IvsStream -ChannelArn $($channel.Arn.Substring(0, 50))" | Should -Contain $channel.Arn
        Complete-Patiently 'New-IvsViewerToken -ChannelArn stu' | Should -Be $channel.Arn
        Complete-Patiently 'Test-IvsPlayback -ChannelArn stu' | Should -Be $channel.Arn
        Complete-Patiently 'Get-IvsChannel -FilterByName st' | Should -Be 'stage', 'studio'
        Complete-Patiently 'New-IvsChannel -PlaybackRestrictionPolicyArn ' | Should -Be $policy.Arn
        Complete-Patiently 'Remove-IvsRecordingConfiguration re' | Should -Be $recording.Arn
        Complete-Patiently 'Remove-IvsPlaybackKeyPair vi' | Should -Be $pair.Arn
    }

    It 'offers names if the parameter accepts names: <Line>' -ForEach @(
        @{ Line = 'Get-IvsChannel '; Names = 'stage', 'studio' }
        @{ Line = 'Get-IvsChannel stu'; Names = 'studio' }
        @{ Line = 'Get-IvsChannel studio, st'; Names = 'stage' }
        @{ Line = 'Get-IvsChannel $channel.Arn, '; Names = 'stage', 'studio' }
        @{ Line = 'Get-IvsAdConfiguration '; Names = 'ads' }
        @{ Line = 'Get-IvsPlaybackKeyPair v'; Names = 'viewer' }
        @{ Line = 'Get-IvsPlaybackRestrictionPolicy '; Names = 'eu' }
        @{ Line = 'Get-IvsRecordingConfiguration '; Names = 'rec' }
    ) {
        Complete-Patiently $Line | Should -Be $Names
        $match = @(Get-CompletionPatiently $Line)[-1]
        $match.ListItemText | Should -Be @($Names)[-1]
        $match.ToolTip | Should -Match "^$(@($Names)[-1]) arn:aws:ivs:"
    }

    It 'offers ARNs instead of names if the names are not unique or empty' {
        $others = 'stage', '' | New-IvsChannel
        Complete-Patiently 'Get-IvsChannel ' | Sort-Object | Should -Be (@($others.Arn; $stage.Arn; 'studio') | Sort-Object)
        $others | Remove-IvsChannel -Force
    }

    It 'prefers the start of an ID to the start of a name' {
        $named = New-IvsChannel -Name ($channel.Id[0] + 'x')
        $typed = $channel.Arn.Substring(0, $channel.Arn.LastIndexOf('/') + 2)
        $found = Complete-Patiently "Get-IvsStreamSession $typed"
        $found | Should -Contain $channel.Arn
        $found | ForEach-Object { $_.StartsWith($typed, 'OrdinalIgnoreCase') | Should -BeTrue }
        $named | Remove-IvsChannel -Force
    }

    It 'shows the ID if several resources have the same name' {
        $same = 'twin', 'twin' | New-IvsChannel
        (Get-CompletionPatiently 'Get-IvsStreamSession twin').ListItemText | Sort-Object |
            Should -Be ($same.Id | ForEach-Object { "twin ($_)" } | Sort-Object)
        $same | Remove-IvsChannel -Force
    }

    It 'offers countries by code or by English name' {
        Complete 'New-IvsPlaybackRestrictionPolicy -AllowedCountry germ' | Should -Be 'DE'
        Complete 'New-IvsPlaybackRestrictionPolicy -AllowedCountry DE, F' | Should -Contain 'FR'
        (Get-Completion 'Update-IvsPlaybackRestrictionPolicy -AllowedCountry DE').ToolTip | Should -Be 'Germany'
        Complete 'New-IvsPlaybackRestrictionPolicy -AllowedCountry UK' | Should -BeNullOrEmpty
    }

    It 'offers resources of all types for a parameter that accepts all types, even if one type cannot be listed' {
        $emulator.Faults.Fail('ListPlaybackKeyPairs', 'AccessDeniedException', 99)
        $emulator.Faults.Fail('ListAdConfigurations', 'InternalServerException', 99)
        Complete-Patiently 'Get-IvsResourceTag ' |
            Should -Be $stage.Arn, $channel.Arn, $policy.Arn, $recording.Arn
        $emulator.Faults.Clear()
        Complete-Patiently 'Add-IvsResourceTag vi' | Should -Be $pair.Arn
        Complete-Patiently 'Remove-IvsResourceTag -ResourceArn ad' | Should -Be $ads.Arn
    }

    It 'is available for every parameter that accepts an ARN of Amazon IVS' {
        $arns = foreach ($command in Get-Command -Module IvsTools -CommandType Cmdlet) {
            foreach ($parameter in $command.Parameters.Values) {
                if ($parameter.Attributes.Where({ $_.GetType().Name -eq 'ValidateIvsArnAttribute' })) {
                    [pscustomobject]@{
                        Name      = "$command -$($parameter.Name)"
                        Completer = $parameter.Attributes.Where({ $_ -is [ArgumentCompleter] }).Type
                    }
                }
            }
        }
        $arns.Count | Should -BeGreaterThan 40
        $arns.Where({ -not $_.Completer }).Name | Should -BeNullOrEmpty
    }

    It 'offers the tag keys of the resource on the command line: <Line>' -ForEach @(
        @{ Line = 'Remove-IvsResourceTag $channel -TagKey '; Keys = "'cost center'", "'stage@2'", 'team' }
        @{ Line = 'Remove-IvsResourceTag $channel '; Keys = "'cost center'", "'stage@2'", 'team' }
        @{ Line = '$channel | Remove-IvsResourceTag -TagKey '; Keys = "'cost center'", "'stage@2'", 'team' }
        @{ Line = 'Remove-IvsResourceTag -TagKey T -Arn $channel'; Keys = 'team'; At = 31 }
        @{ Line = 'Remove-IvsResourceTag $channel.Arn t'; Keys = 'team' }
        @{ Line = "Remove-IvsResourceTag -Arn `$channel -TagKey 'co"; Keys = "'cost center'" }
        @{ Line = 'Remove-IvsResourceTag -Arn $channel -TagKey team, '; Keys = "'cost center'", "'stage@2'" }
        @{ Line = 'Remove-IvsResourceTag -Arn $channel -TagKey "cost center", stage@2, team'; Keys = 'team' }
        @{ Line = 'Remove-IvsResourceTag -Arn $channel -TagKey team, co'; Keys = "'cost center'" }
        @{ Line = 'Remove-IvsResourceTag -Arn $stage -TagKey '; Keys = $null }
        @{ Line = 'Remove-IvsResourceTag -TagKey '; Keys = $null }
        @{ Line = 'Get-IvsChannel | Remove-IvsResourceTag -TagKey '; Keys = $null }
        @{ Line = '$missing | Remove-IvsResourceTag -TagKey '; Keys = $null }
    ) {
        if ($At) { (TabExpansion2 $Line $At).CompletionMatches.CompletionText | Should -Be $Keys }
        elseif ($Keys) { Complete-Patiently $Line | Should -Be $Keys }
        else { Complete $Line | Should -BeNullOrEmpty }
    }

    It 'sends no request if the value of a stream key is in place of an ARN: <Line>' -ForEach @(
        @{ Line = '$streamKey | Remove-IvsResourceTag -TagKey ' }, @{ Line = 'Get-IvsStreamSession $streamKey -StreamId ' }
    ) {
        $streamKey = 'sk_us-west-2_abcdABCDefgh_567890abcdef'
        $emulator.ClearRequests()
        Complete $Line | Should -BeNullOrEmpty
        $emulator.Requests.Count | Should -Be 0
    }

    It 'offers the tag keys with their values as tooltips' {
        (Get-CompletionPatiently 'Remove-IvsResourceTag $channel -TagKey ').ToolTip |
            Should -Be 'cost center = 12', 'stage@2 =', 'team = video'
    }

    It 'offers the stream sessions of the specified channel, newest first' {
        foreach ($time in 1..3) {
            $emulator.Streams.Start($channel.Arn)
            $emulator.AdvanceClock([timespan]::FromMinutes(1))
            if ($time -lt 3) { $emulator.Streams.End($channel.Arn, $false) }
        }
        $sessions = Get-IvsStreamSession $channel.Arn -All
        Complete-Patiently 'Get-IvsStreamSession $channel -StreamId ' | Should -Be $sessions.StreamId
        Complete-Patiently 'Get-IvsStreamSession $channel.Arn st-' | Should -Be $sessions.StreamId
        Complete-Patiently '$channel | Get-IvsStreamSession -StreamId ' | Should -Be $sessions.StreamId
        $tips = (Get-CompletionPatiently "Get-IvsStreamSession $($channel.Arn) st-").ToolTip
        $tips[0] | Should -Be "$($sessions[0].StartTime.ToString('yyyy-MM-dd HH:mm:ss zzz')) to now"
        $tips[2] | Should -BeLike "$($sessions[2].StartTime.ToString('yyyy-MM-dd HH:mm:ss zzz')) to 20*"
        Complete 'Get-IvsStreamSession $stage -StreamId ' | Should -BeNullOrEmpty
        Complete 'Get-IvsStreamSession -StreamId ' | Should -BeNullOrEmpty
    }

    It 'offers the live channels for <_>, or all channels if no channel is live' -ForEach @(
        'Stop-IvsStream ', 'Write-IvsMetadata ', 'Add-IvsAdBreak ', 'Get-IvsStream '
    ) {
        $emulator.Streams.Start($channel.Arn)
        Get-CompletionPatiently $_ | ForEach-Object { "$($_.ListItemText) $($_.CompletionText)" } | Should -Be "studio $($channel.Arn)"
        Complete-Patiently "${_}stu" | Should -Be $channel.Arn
        Complete "${_}stage" | Should -BeNullOrEmpty
        Stop-IvsStream $channel.Arn
        Complete-Patiently $_ | Should -Be $stage.Arn, $channel.Arn
    }

    It 'offers the stream keys of a channel if the first letters of the channel name are typed, and never reads the values of the keys' {
        $emulator.ClearRequests()
        Complete-Patiently 'Get-IvsStreamKeyBatch -Arn stu' | Should -Be $key.Arn
        Complete-Patiently "Remove-IvsStreamKey $($channel.Arn)" | Should -Be $key.Arn
        Complete-Patiently "Remove-IvsStreamKey $($key.Arn.Substring(0, $key.Arn.Length - 2))" | Should -Be $key.Arn
        $emulator.Requests.Operation | Sort-Object -Unique | Should -Be 'ListChannels', 'ListStreamKeys'
        $match = Get-CompletionPatiently 'Remove-IvsStreamKey stu'
        "$($match.CompletionText) $($match.ListItemText) $($match.ToolTip)" | Should -Be "$($key.Arn) studio studio $($key.Arn)"
    }

    It 'offers the playback URL of a channel if the first letters of the channel name are typed' {
        $url = (Get-IvsChannel $channel.Arn).PlaybackUrl
        Complete-Patiently 'Test-IvsPlayback stu' | Should -Be $url
        Complete-Patiently "New-IvsViewerToken -PlaybackUrl $url" | Should -Be $url
        Complete-Patiently 'New-IvsViewerToken $channel -PlaybackUrl ' | Should -Be $url
    }

    It 'sorts resources by name, and offers resources without a name last' {
        $unnamed = New-IvsChannel
        $match = Get-CompletionPatiently 'Remove-IvsChannel '
        $match.ListItemText | Should -Be 'stage', 'studio', $unnamed.Arn
        $unnamed | Remove-IvsChannel -Force
    }

    It 'works after an opening quotation mark: <Line>' -ForEach @(
        @{ Line = "Get-IvsChannel -Region 'eu-c"; Text = 'eu-central-1' }
        @{ Line = 'New-IvsChannel -Type "BAS'; Text = 'BASIC' }
        @{ Line = "Get-IvsChannel -Select 'Channels"; Text = 'Channels' }
        @{ Line = "Stop-IvsEmulator -Url 'http"; Text = $null }
    ) { Complete $Line | Should -Be ($Text ?? $emulator.Url) }

    It 'offers the emulators in this process as endpoints' {
        $other = Start-IvsEmulator -Region eu-west-1
        Complete 'Get-IvsChannel -EndpointUrl ' | Should -Be ($emulator.Url, $other.Url | Sort-Object)
        Complete 'Stop-IvsEmulator -Url http://127' | Should -Contain $other.Url
        $other | Stop-IvsEmulator
        Complete 'Stop-IvsEmulator -Url ' | Should -Be $emulator.Url
    }

    It 'uses the endpoint and the other values on the command line' {
        $other = Start-IvsEmulator -Region eu-west-1
        $there = New-IvsChannel -Name elsewhere -EndpointUrl $other.Url
        Complete-Patiently "Get-IvsChannel -EndpointUrl $($other.Url) -Arn " | Should -Be $there.Name
        $far = New-IvsChannel -Name far -EndpointUrl $other.Url -Region us-east-1
        Complete-Patiently "Get-IvsChannel -EndpointUrl $($other.Url) -Region us-east-1 -Arn " | Should -Be $far.Name
        $other | Stop-IvsEmulator
    }

    It 'uses the global $PSDefaultParameterValues even if it runs in the scope of a module, such as PSReadLine' {
        $session = $global:PSDefaultParameterValues
        try {
            $global:PSDefaultParameterValues = @{ '*-Ivs*:EndpointUrl' = $emulator.Url }
            $found = foreach ($try in 1..20) {
                $match = & (New-Module { }) {
                    $line = 'Get-IvsChannel stu'
                    [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches
                }
                if ($match.ListItemText -eq 'studio') { $match; break }
            }
            $found.CompletionText | Should -Be 'studio'
        }
        finally { $global:PSDefaultParameterValues = $session }
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

    It 'returns nothing, without an error, for <Line> if <Operation> fails' -ForEach @(
        @{ Operation = 'ListTagsForResource'; Line = 'Remove-IvsResourceTag $channel -TagKey ' }
        @{ Operation = 'ListStreamSessions'; Line = 'Get-IvsStreamSession $channel -StreamId ' }
        @{ Operation = 'ListStreamKeys'; Line = 'Get-IvsStreamKeyBatch -Arn ' }
    ) {
        $errorsBefore = $Error.Count
        $emulator.ClearRequests()
        $emulator.Faults.Fail($Operation, 'AccessDeniedException', 99)
        Complete $Line | Should -BeNullOrEmpty
        (Get-Sent $Operation).Count | Should -BeGreaterThan 0
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
