BeforeAll {
    . $PSScriptRoot/Setup.ps1
    Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
}
AfterAll { Stop-IvsEmulator; Set-Location $PSScriptRoot }

Describe 'An outdated resource object <Way>' -ForEach @(
    @{ Way = 'from the same session'; Through = { param($c) $c } }
    @{ Way = 'from Import-Clixml'; Through = { param($c) $c | Export-Clixml old.xml; Import-Clixml old.xml } }
    @{ Way = 'from ConvertFrom-Json'; Through = { param($c) $c | ConvertTo-Json | ConvertFrom-Json } }
    @{ Way = 'from Select-Object *'; Through = { param($c) $c | Select-Object * } }
    @{ Way = 'from Select-Object with settings'; Through = { param($c) $c | Select-Object Arn, Authorized, LatencyMode } }
    @{
        Way = 'from Select-Object and Import-Clixml'
        Through = { param($c) $c | Select-Object Arn, Name, LatencyMode | Export-Clixml old.xml; Import-Clixml old.xml }
    }
    @{
        Way = 'from a job'
        Through = {
            param($c) [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($c))
        }
    }
) {
    It 'does not pass its settings to Update-IvsChannel' {
        $channel = New-IvsChannel -Name studio -LatencyMode NORMAL
        $old = & $Through $channel
        $channel | Update-IvsChannel -Authorized $true | Out-Null
        $emulator.ClearRequests()
        ($old | Update-IvsChannel -LatencyMode LOW).Authorized | Should -BeTrue
        $sent = (Get-Sent UpdateChannel).Body | ConvertFrom-Json
        $sent.psobject.Properties.Name | Should -Be 'arn', 'latencyMode'
    }

    It 'does not pass its settings to Update-IvsPlaybackRestrictionPolicy' {
        $policy = New-IvsPlaybackRestrictionPolicy -Name europe -AllowedCountry DE
        $old = & $Through $policy
        $emulator.ClearRequests()
        $null = $old | Update-IvsPlaybackRestrictionPolicy -Name eu
        ((Get-Sent UpdatePlaybackRestrictionPolicy).Body | ConvertFrom-Json).psobject.Properties.Name | Should -Be 'arn', 'name'
        Reset-Emulator
    }
}

Describe 'An edited object that is piped to <Cmdlet> without new settings' -ForEach @(
    @{
        Cmdlet = 'Update-IvsChannel'; Operation = 'UpdateChannel'; Setting = 'LatencyMode'; Value = 'NORMAL'
        Make = { New-IvsChannel -Name studio -LatencyMode LOW }
    }
    @{
        Cmdlet = 'Update-IvsPlaybackRestrictionPolicy'; Operation = 'UpdatePlaybackRestrictionPolicy'
        Setting = 'AllowedCountries'; Value = @('FR')
        Make = { New-IvsPlaybackRestrictionPolicy -Name europe -AllowedCountry DE }
    }
    @{
        Cmdlet = 'Update-IvsAdConfiguration'; Operation = 'UpdateAdConfiguration'
        Setting = 'PostRollConfiguration'; Value = [pscustomobject]@{ durationSeconds = 30; enabled = $true }
        Make = {
            New-IvsAdConfiguration -Name ads -MediaTailorPlaybackConfiguration (
                'arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/a'
            )
        }
    }
) {
    BeforeEach {
        Reset-Emulator
        $object = & $Make
        $emulator.ClearRequests()
    }

    It 'causes one error per object and sends nothing: <Way>' -ForEach @(
        @{ Way = 'the object itself'; Edit = { param($o) $o } }
        @{
            Way = 'from ConvertFrom-Json'
            Edit = { param($o, $name, $value) $c = $o | ConvertTo-Json -Depth 5 | ConvertFrom-Json; $c.$name = $value; $c }
        }
        @{
            Way = 'from Select-Object'
            Edit = { param($o, $name, $value) $o | Select-Object Arn, @{ n = $name; e = { , $value }.GetNewClosure() } }
        }
    ) {
        $edited = & $Edit $object $Setting $Value
        $null = $edited, $edited | & $Cmdlet -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Count | Should -Be 2
        Get-ErrorId $failed[0] | Should -Be 'NoSettings'
        $failed[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $failed.TargetObject | Should -Be $object.Arn, $object.Arn
        $emulator.Requests.Count | Should -Be 0
    }

    It 'causes an error. Its recommended command sends the setting' {
        $edited = $object | ConvertTo-Json -Depth 5 | ConvertFrom-Json
        $edited.$Setting = $Value
        $null = $edited | & $Cmdlet -ErrorVariable failed -ErrorAction SilentlyContinue
        $pipeline = $failed[0].ErrorDetails.RecommendedAction -replace '^[^…]*…', '$edited'
        $null = & ([scriptblock]::Create($pipeline))
        $body = (Get-Sent $Operation).Body | ConvertFrom-Json
        $body.$Setting | ConvertTo-Json | Should -Be ($Value | ConvertTo-Json)
    }

    It 'does not affect -Arn' {
        $null = & $Cmdlet -Arn $object.Arn
        (Get-Sent $Operation).Count | Should -Be 1
    }
}

Describe 'A row of a CSV' {
    BeforeEach {
        Reset-Emulator
        $channel = New-IvsChannel -Name studio
        $emulator.ClearRequests()
    }

    It 'sets only the members in its columns' {
        'Arn,LatencyMode,Authorized', "$($channel.Arn),LOW,True" | ConvertFrom-Csv | Update-IvsChannel | Out-Null
        $sent = (Get-Sent UpdateChannel).Body | ConvertFrom-Json
        $sent.psobject.Properties.Name | Should -Be 'arn', 'latencyMode', 'authorized'
        $sent.authorized | Should -BeTrue
    }

    It 'writes an error that mentions -Delimiter if the row was not split at <Delimiter>' -ForEach @(
        @{ Delimiter = ';' }, @{ Delimiter = "`t" }
    ) {
        @("Arn${Delimiter}Uri", "$($channel.Arn)${Delimiter}https://example.com") | ConvertFrom-Csv |
            Remove-IvsChannel -Force -ErrorVariable bad -ErrorAction SilentlyContinue
        $bad.Count | Should -Be 1
        Get-ErrorId $bad[0] | Should -Be 'ParameterArgumentValidationError'
        "$($bad[0])" | Should -Match 'Use Import-Csv with -Delimiter'
        (Get-Sent DeleteChannel).Count | Should -Be 0
    }

    It 'writes an error that mentions the missing property if the row has no ARN' {
        'Name,Uri', 'a,x;y' | ConvertFrom-Csv | Remove-IvsChannel -Force -ErrorVariable bad -ErrorAction SilentlyContinue
        "$($bad[0])" | Should -Match 'does not have a property, such as Arn, that contains the ARN of a channel'
        $bad.Count | Should -Be 1
    }

    It 'renames the channel if the row was exported and its Name cell was edited' {
        $row = Get-IvsChannel $channel.Arn | Select-Object Arn, Name, LatencyMode, AccountId | ConvertTo-Csv | ConvertFrom-Csv
        $row.Name = 'renamed'
        ($row | Update-IvsChannel).Name | Should -Be 'renamed'
    }

    It 'is still a row if one of its cells is replaced with a value that is not text' {
        $row = Get-IvsChannel $channel.Arn | ConvertTo-Csv | ConvertFrom-Csv
        $row.Authorized = $true
        ($row | Update-IvsChannel).Authorized | Should -BeTrue
        ((Get-Sent UpdateChannel).Body | ConvertFrom-Json).authorized | Should -BeTrue
    }

    It 'is still a row if <Why>' -ForEach @(
        @{ Why = 'it ends before the column Tags'; Edit = { param($arn) 'Arn,AccountId,LatencyMode,Tags', "$arn,1,LOW" | ConvertFrom-Csv } }
        @{
            Why = 'its tags are null in JSON'
            Edit = { param($arn) "{`"Arn`":`"$arn`",`"AccountId`":`"1`",`"LatencyMode`":`"LOW`",`"Tags`":null}" | ConvertFrom-Json }
        }
    ) {
        (& $Edit $channel.Arn | Update-IvsChannel).LatencyMode | Should -Be 'LOW'
    }

    It 'does not clear a channel setting if its cell is empty: <_>' -ForEach @(
        'RecordingConfigurationArn', 'PlaybackRestrictionPolicyArn', 'AdConfigurationArn', 'Name'
    ) {
        "Arn,$_,LatencyMode", "$($channel.Arn),,LOW" | ConvertFrom-Csv | Update-IvsChannel | Out-Null
        ((Get-Sent UpdateChannel).Body | ConvertFrom-Json).psobject.Properties.Name | Should -Be 'arn', 'latencyMode'
    }

    It 'does not clear a policy setting if its cell is empty: <_>' -ForEach 'AllowedOrigin', 'Name' {
        $policy = New-IvsPlaybackRestrictionPolicy -Name europe -AllowedOrigin 'https://example.com'
        "Arn,$_,EnableStrictOriginEnforcement", "$($policy.Arn),,True" | ConvertFrom-Csv | Update-IvsPlaybackRestrictionPolicy | Out-Null
        ((Get-Sent UpdatePlaybackRestrictionPolicy).Body | ConvertFrom-Json).psobject.Properties.Name |
            Should -Be 'arn', 'enableStrictOriginEnforcement'
    }

    It 'cannot clear a setting, but an empty string on the command line can' {
        $channel | Update-IvsChannel -PlaybackRestrictionPolicyArn '' | Out-Null
        ((Get-Sent UpdateChannel).Body | ConvertFrom-Json).playbackRestrictionPolicyArn | Should -Be ''
    }
}

Describe 'An unedited CSV of <Name>' -ForEach @(
    @{
        Name = 'a channel'; Cmdlet = 'Update-IvsChannel'; Operation = 'UpdateChannel'
        Make = {
            New-IvsChannel -Name studio -ContainerFormat FRAGMENTED_MP4 -MultitrackInputConfiguration @{
                enabled = $true
                policy = 'REQUIRE'
                maximumResolution = 'HD'
            }
        }
        Sent = @{ multitrackInputConfiguration = '{"enabled":true,"policy":"REQUIRE","maximumResolution":"HD"}' }
    }
    @{
        Name = 'a channel with the defaults'; Cmdlet = 'Update-IvsChannel'; Operation = 'UpdateChannel'
        Make = { New-IvsChannel -Name studio }
        Sent = @{ multitrackInputConfiguration = '{"enabled":false,"policy":"ALLOW","maximumResolution":"FULL_HD"}' }
    }
    @{
        Name = 'a playback restriction policy'
        Cmdlet = 'Update-IvsPlaybackRestrictionPolicy'
        Operation = 'UpdatePlaybackRestrictionPolicy'
        Make = {
            New-IvsPlaybackRestrictionPolicy -Name europe -AllowedCountry DE, FR -AllowedOrigin https://a.example, https://*.b.example
        }
        Sent = @{ allowedCountries = '["DE","FR"]'; allowedOrigins = '["https://a.example","https://*.b.example"]' }
    }
    @{
        Name = 'an ad configuration'; Cmdlet = 'Update-IvsAdConfiguration'; Operation = 'UpdateAdConfiguration'
        Make = {
            New-IvsAdConfiguration -MediaTailorPlaybackConfiguration (
                'a', 'b' | ForEach-Object { "arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/$_" }
            )
        }
        Sent = @{ postRollConfiguration = '{"durationSeconds":15,"enabled":false}' }
    }
) {
    It 'updates the resource with the settings that the resource already has' {
        Reset-Emulator
        $object = & $Make
        $row = $object | ConvertTo-Csv | ConvertFrom-Csv
        $after = $row | & $Cmdlet -ErrorVariable rejected -WarningVariable warned
        @($rejected) + @($warned) | Should -BeNullOrEmpty
        $body = (Get-Sent $Operation).Body | ConvertFrom-Json
        foreach ($name in $Sent.Keys) { $body.$name | ConvertTo-Json -Compress | Should -Be $Sent[$name] }
        $without = @{ Property = '*'; ExcludeProperty = 'StreamKey' }
        $after | Select-Object @without | ConvertTo-Json -Depth 5 | Should -Be ($object | Select-Object @without | ConvertTo-Json -Depth 5)
    }
}

Describe 'Structures in a row of a CSV' {
    It 'are read from the text that Export-Csv wrote for them' {
        Reset-Emulator
        $made = New-IvsRecordingConfiguration -BucketName bucket -ThumbnailConfiguration @{
            recordingMode = 'INTERVAL'
            targetIntervalSeconds = 5
            storage = 'SEQUENTIAL', 'LATEST'
        } -RenditionConfiguration @{
            renditionSelection = 'CUSTOM'
            renditions = 'SD', 'HD'
        }
        $row = $made | Select-Object ThumbnailConfiguration, RenditionConfiguration, @{ n = 'BucketName'; e = { 'bucket' } } |
            ConvertTo-Csv | ConvertFrom-Csv
        $row.ThumbnailConfiguration | Should -Be 'recordingMode=INTERVAL; targetIntervalSeconds=5; storage=SEQUENTIAL,LATEST'
        $null = $row | New-IvsRecordingConfiguration
        $first, $second = Get-Sent CreateRecordingConfiguration
        $second.Body | Should -Be $first.Body
    }

    It 'cause an error if their text is invalid: <_>' -ForEach @(
        'off', 'enabled', 'enabled=true; enabled=false', 'enabled=perhaps', 'speed=1'
    ) {
        Reset-Emulator
        [pscustomobject]@{ Name = 'a'; MultitrackInputConfiguration = $_ } |
            New-IvsChannel -ErrorVariable rejected -ErrorAction SilentlyContinue
        Get-ErrorId $rejected[0] | Should -Be 'ParameterArgumentTransformationError'
        $emulator.Requests.Count | Should -Be 0
    }
}

Describe 'A stream key object <Way>' -ForEach @(
    @{ Way = 'from New-IvsChannel'; Through = { param($k) $k } }
    @{ Way = 'from Import-Clixml'; Through = { param($k) $k | Export-Clixml key.xml; Import-Clixml key.xml } }
    @{ Way = 'from ConvertFrom-Json'; Through = { param($k) $k | ConvertTo-Json | ConvertFrom-Json } }
    @{ Way = 'from a CSV'; Through = { param($k) $k | ConvertTo-Csv | ConvertFrom-Csv } }
) {
    BeforeEach {
        Reset-Emulator
        $channel = New-IvsChannel -Name studio
        $key = & $Through $channel.StreamKey
        $emulator.ClearRequests()
    }

    It 'is accepted by Get-IvsChannel, which returns the channel of the key' {
        ($key | Get-IvsChannel).Arn | Should -Be $channel.Arn
        ($key, $key | Get-IvsChannel).Count | Should -Be 2
    }

    It 'is rejected by New-IvsChannel, without an example, because a stream key has no name' {
        $null = $key | New-IvsChannel -ErrorVariable rejected -ErrorAction SilentlyContinue
        Get-ErrorId $rejected[0] | Should -Be 'WrongResourceType'
        $rejected[0].ErrorDetails.RecommendedAction | Should -BeLike '*specify it as a parameter.'
    }

    It 'is rejected by <Name>, which requires a channel' -ForEach @(
        @{ Name = 'Update-IvsChannel'; With = @{ LatencyMode = 'LOW' } }
        @{ Name = 'Remove-IvsChannel'; With = @{ Force = $true } }
    ) {
        $null = $key | & $Name @With -ErrorVariable rejected -ErrorAction SilentlyContinue
        Get-ErrorId $rejected[0] | Should -Be 'ParameterArgumentValidationError'
        "$($rejected[0])" | Should -Match "stream-key/\w+' is the ARN of a stream key\. Use .* ChannelArn property"
        $emulator.Requests.Count | Should -Be 0
        $null = $key.ChannelArn | & $Name @With
        $emulator.Requests.Count | Should -Be 1
    }
}

Describe 'A resource of another type <Way>' -ForEach @(
    @{ Way = 'from a Get cmdlet'; Through = { param($r) $r } }
    @{ Way = 'from Import-Clixml'; Through = { param($r) $r | Export-Clixml other.xml; Import-Clixml other.xml } }
    @{ Way = 'from ConvertFrom-Json'; Through = { param($r) $r | ConvertTo-Json -Depth 5 | ConvertFrom-Json } }
    @{ Way = 'from a CSV'; Through = { param($r) $r | ConvertTo-Csv | ConvertFrom-Csv } }
) {
    BeforeAll {
        Reset-Emulator
        $arn = (New-IvsChannel -Name studio -Tag @{ team = 'live' }).Arn
        $channel = & $Through (Get-IvsChannel $arn)
        $recording = & $Through (New-IvsRecordingConfiguration -BucketName bucket -Name rec-1)
    }
    BeforeEach { $emulator.ClearRequests() }

    It 'is rejected by <Command>' -ForEach @(
        @{ Command = 'New-IvsChannel'; From = 'recording'; Type = 'a recording configuration' }
        @{ Command = 'New-IvsChannel -Name x'; From = 'recording'; Type = 'a recording configuration' }
        @{ Command = 'New-IvsChannel -RecordingConfigurationArn { $_.Arn }'; From = 'recording'; Type = 'a recording configuration' }
        @{ Command = 'Update-IvsChannel -Arn $arn'; From = 'recording'; Type = 'a recording configuration' }
        @{ Command = 'New-IvsRecordingConfiguration -BucketName bucket'; From = 'channel'; Type = 'a channel' }
        @{ Command = 'New-IvsPlaybackRestrictionPolicy'; From = 'channel'; Type = 'a channel' }
        @{ Command = 'Update-IvsPlaybackRestrictionPolicy -Arn ($arn -replace "channel", "playback-restriction-policy")'
            From = 'channel'; Type = 'a channel'
        }
        @{ Command = 'New-IvsAdConfiguration arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/a'
            From = 'channel'; Type = 'a channel'
        }
        @{ Command = 'Update-IvsAdConfiguration -Arn ($arn -replace "channel", "ad-configuration")'; From = 'channel'; Type = 'a channel' }
        @{ Command = 'New-IvsPlaybackKeyPair'; From = 'channel'; Type = 'a channel' }
        @{ Command = 'Import-IvsPlaybackKeyPair -PublicKeyMaterial (New-PublicPem)'; From = 'channel'; Type = 'a channel' }
    ) {
        $other = Get-Variable $From -ValueOnly
        & ([scriptblock]::Create("`$other | $Command -ErrorVariable script:failed -ErrorAction SilentlyContinue")) | Should -BeNullOrEmpty
        $failed.Count | Should -Be 1
        Get-ErrorId $failed[0] | Should -Be 'WrongResourceType'
        $failed[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $failed[0].TargetObject | Should -Be $other.Arn
        "$($failed[0])" | Should -BeLike "*The input is $Type, not *"
        $emulator.Requests.Count | Should -Be 0
    }

    It 'is accepted if a script block uses it, or if the recommendation is followed' {
        ($recording | New-IvsChannel -Name { "$($_.Name)-live" } -RecordingConfigurationArn { $_.Arn }).RecordingConfigurationArn |
            Should -Be $recording.Arn
        $null = $recording | Update-IvsChannel -Arn $arn -ErrorVariable failed -ErrorAction SilentlyContinue
        $pipeline = $failed[0].ErrorDetails.RecommendedAction -replace '^[^…]*…', '$recording' -replace '…', '$arn'
        $updated = & ([scriptblock]::Create($pipeline))
        $updated.RecordingConfigurationArn | Should -Be $recording.Arn
        $updated.Name | Should -Be 'studio'
    }
}

Describe 'A row with the ARN of another resource' {
    It 'is accepted if it also has columns for the cmdlet' {
        New-PublicPem | Set-Content viewer.pem
        $row = [pscustomobject]@{ Arn = 'arn:aws:ivs:us-west-2:123456789012:channel/a'; Name = 'viewer'; Path = 'viewer.pem' }
        ($row | Import-IvsPlaybackKeyPair).Name | Should -Be 'viewer'
    }
}

Describe 'A cell without a value in a row for <Name>' -ForEach @(
    @{ Name = 'New-IvsChannel'; Make = { @{ Name = 'studio' } }; Operation = 'CreateChannel' }
    @{ Name = 'Update-IvsChannel'; Make = { @{ Arn = (New-IvsChannel).Arn; InsecureIngest = 'True' } }; Operation = 'UpdateChannel' }
    @{ Name = 'New-IvsPlaybackRestrictionPolicy'; Make = { @{ Name = 'europe' } }; Operation = 'CreatePlaybackRestrictionPolicy' }
    @{
        Name = 'Update-IvsPlaybackRestrictionPolicy'
        Make = { @{ Arn = (New-IvsPlaybackRestrictionPolicy -Name europe).Arn } }
        Operation = 'UpdatePlaybackRestrictionPolicy'
    }
    @{ Name = 'New-IvsRecordingConfiguration'; Make = { @{ BucketName = 'bucket' } }; Operation = 'CreateRecordingConfiguration' }
    @{
        Name = 'New-IvsAdConfiguration'
        Make = { @{ MediaTailorPlaybackConfiguration = 'arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/ads' } }
        Operation = 'CreateAdConfiguration'
    }
    @{
        Name = 'Update-IvsAdConfiguration'
        Make = {
            $tailor = 'arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/ads'
            @{ Arn = (New-IvsAdConfiguration -MediaTailorPlaybackConfiguration $tailor).Arn }
        }
        Operation = 'UpdateAdConfiguration'
    }
    @{
        Name = 'New-IvsStreamKey'
        Make = { $channel = New-IvsChannel; $channel.StreamKey | Remove-IvsStreamKey -Force; @{ ChannelArn = $channel.Arn } }
        Operation = 'CreateStreamKey'
    }
) {
    It 'is not sent: <Kind>' -ForEach @{ Kind = 'empty'; Cell = '' }, @{ Kind = 'null'; Cell = $null } {
        Reset-Emulator
        $row = & $Make
        $specified = @($row.Keys)
        $columns = (Get-Command $Name).Parameters.Values | Where-Object {
            $_.ParameterSets.Values.ValueFromPipelineByPropertyName -contains $true -and $_.Name -notin $specified -and
                -not ($_.ParameterSets.Values.IsMandatory -contains $true)
        }
        @($columns).Count | Should -BeGreaterThan 0
        foreach ($column in $columns) { $row[$column.Name] = $Cell }
        $null = [pscustomobject] $row | & $Name -ErrorVariable rejected
        $rejected | Should -BeNullOrEmpty
        $sent = (Get-Sent $Operation)[-1].Body | ConvertFrom-Json
        # Only the cells with a value become members of the request.
        $sent.psobject.Properties.Name | Should -HaveCount $specified.Count
        Reset-Emulator
    }
}

Describe 'Tags of a row' {
    BeforeEach { Reset-Emulator }

    It 'bind to -Tag <Way>' -ForEach @(
        @{ Way = 'as text, as in a CSV of channels'; Tags = 'a=1; team=live=now' }
        @{ Way = 'as an object from JSON'; Tags = [pscustomobject]@{ a = 1; team = 'live=now' } }
        @{ Way = 'as a hashtable'; Tags = @{ a = 1; team = 'live=now' } }
    ) {
        foreach ($column in 'Tag', 'Tags') {
            $channel = [pscustomobject]@{ Name = 'studio'; $column = $Tags } | New-IvsChannel
            "$($channel.Tags)" | Should -Be 'a=1; team=live=now'
        }
    }

    It 'bind to -Tag of <_>' -ForEach @(
        'Import-IvsPlaybackKeyPair', 'New-IvsStreamKey', 'New-IvsPlaybackRestrictionPolicy', 'New-IvsRecordingConfiguration',
        'New-IvsAdConfiguration', 'Add-IvsResourceTag'
    ) {
        $channel = New-IvsChannel
        $channel.StreamKey | Remove-IvsStreamKey -Force
        $row = @{
            Tags = 'team=live'; BucketName = 'bucket'; PublicKeyMaterial = New-PublicPem
            MediaTailorPlaybackConfiguration = 'arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/ads'
        }
        if ($_ -in 'New-IvsStreamKey', 'Add-IvsResourceTag') { $row.Arn = $channel.Arn }
        $made = [pscustomobject] $row | & $_
        (Get-IvsResourceTag ($made ?? $channel).Arn)['team'] | Should -Be 'live'
    }

    It 'cause an error for their row if they cannot be parsed' {
        [pscustomobject]@{ Name = 'a'; Tags = 'live' }, [pscustomobject]@{ Name = 'b'; Tags = 'a=1; a=2' },
            [pscustomobject]@{ Name = 'c'; Tags = 'a=1' } |
            New-IvsChannel -ErrorVariable rejected -ErrorAction SilentlyContinue | ForEach-Object Name | Should -Be 'c'
        $rejected.TargetObject.Name | Should -Be 'a', 'b'
        $rejected[0].Exception.Message | Should -Match "'live'.*key=value"
    }

    It 'are not copied to the new resource if the row is a channel object <Way>' -ForEach @(
        @{ Way = 'from New-IvsChannel'; Through = { param($c) $c } }
        @{ Way = 'from Import-Clixml'; Through = { param($c) $c | Export-Clixml old.xml; Import-Clixml old.xml } }
    ) {
        $channel = New-IvsChannel -Tag @{ team = 'live' }
        $channel.StreamKey | Remove-IvsStreamKey -Force
        (& $Through $channel | New-IvsStreamKey).Tags.Count | Should -Be 0
        & $Through $channel | Add-IvsResourceTag -ErrorVariable rejected -ErrorAction SilentlyContinue
        Get-ErrorId $rejected[0] | Should -Be NoTag
    }
}

Describe 'A value in a row' {
    BeforeAll {
        $key = New-IvsPlaybackKeyPair -Name "k$([guid]::NewGuid())"
        $signing = @{ ChannelArn = 'arn:aws:ivs:us-west-2:123456789012:channel/a'; PrivateKeyPath = $key.PrivateKeyPath }
    }
    BeforeEach { Reset-Emulator }

    It 'causes an error for its row if its type is wrong for New-IvsChannel: <Json>' -ForEach @(
        @{ Json = '{"Name":"x","Authorized":[true]}'; Id = 'ParameterArgumentTransformationError' }
        @{ Json = '{"Name":"x","Authorized":{"a":1}}'; Id = 'ParameterArgumentTransformationError' }
        @{ Json = '{"Name":"x","Tags":[{"Key":"a","Value":"b"}]}'; Id = 'InvalidColumn' }
        @{ Json = '{"Name":"x","Type":["BASIC"]}'; Id = 'InvalidColumn' }
        @{ Json = '{"Name":"x","Type":{"a":1}}'; Id = 'InvalidColumn' }
        @{ Json = '{"Name":["x","y"],"Authorized":true}'; Id = 'InvalidColumn' }
    ) {
        $out = '{"Name":"first","Tags":{"a":"b"},"Type":"BASIC","Authorized":true}', $Json, '{"Name":"last"}' | ConvertFrom-Json |
            New-IvsChannel -ErrorVariable failed -ErrorAction SilentlyContinue
        $out.Name | Should -Be 'first', 'last'
        Get-ErrorId $failed[0] | Should -Be $Id
        $failed[0].CategoryInfo.Category | Should -Be 'InvalidData'
        @(Get-Sent CreateChannel).Count | Should -Be 2
    }

    It 'causes an error for its row if its type is wrong for New-IvsViewerToken: <Json>' -ForEach @(
        @{ Json = '{"ViewerId":["b"],"ExpiresIn":"00:03:00"}'; Id = 'InvalidColumn' }
        @{ Json = '{"ViewerId":{"id":5},"ExpiresIn":"00:03:00"}'; Id = 'ParameterArgumentTransformationError' }
        @{ Json = '{"ViewerId":"b","SingleUseUuid":["6f1c2b3a-9d84-4c1e-8f5a-2b7d9e0c4a61"]}'; Id = 'InvalidColumn' }
        @{ Json = '{"ViewerId":"b","SingleUse":[true]}'; Id = 'ParameterArgumentTransformationError' }
        @{ Json = '{"ViewerId":"b","SingleUse":2}'; Id = 'ParameterArgumentTransformationError' }
    ) {
        $tokens = '{"ViewerId":"a","SingleUse":true}', $Json, '{"ViewerId":"c","AllowedOrigin":[]}' | ConvertFrom-Json |
            New-IvsViewerToken @signing -ErrorVariable failed -ErrorAction SilentlyContinue
        $tokens.ViewerId | Should -Be 'a', 'c'
        $failed.Count | Should -Be 1
        Get-ErrorId $failed[0] | Should -Be $Id
    }

    It 'can be 1 or 0 for a switch, and a DBNull is treated as an empty cell' {
        $rows = [System.Data.DataTable]::new()
        $null = $rows.Columns.Add('ViewerId')
        $null = $rows.Columns.Add('SingleUse', [int])
        $null = $rows.Columns.Add('ViewerSessionVersion', [int])
        $null = $rows.Rows.Add('a', 1, [System.DBNull]::Value)
        $null = $rows.Rows.Add('b', 0, 7)
        $tokens = $rows.Rows | New-IvsViewerToken @signing
        $tokens.ViewerId | Should -Be 'a', 'b'
        $tokens.SingleUseUuid | Should -Be @($tokens[0].SingleUseUuid, $null)
        $tokens[0].SingleUseUuid | Should -Not -BeNullOrEmpty
    }

    It 'causes an error if it is an array in place of text, so that a Get cmdlet does not return the wrong resources' {
        $channel = New-IvsChannel -Name live
        $emulator.Streams.Start($channel.Arn)
        $emulator.ClearRequests()
        foreach ($call in
            @{ Row = [pscustomobject]@{ ChannelArn = $channel.Arn; StreamId = @('st-1', 'st-2') }; Name = 'Get-IvsStreamSession' },
            @{
                Row = [pscustomobject]@{
                    FilterByName = 'a'
                    FilterByAdConfigurationArn = @('arn:aws:ivs:us-west-2:123456789012:ad-configuration/a', 'b')
                }
                Name = 'Get-IvsChannelList'
            }
        ) {
            $call.Row | & $call.Name -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            Get-ErrorId $failed[0] | Should -Be 'InvalidColumn' -Because $call.Name
        }
        $emulator.Requests.Count | Should -Be 0
    }

    It 'is rejected by <Name> if it is an object in place of text' -ForEach @(
        @{ Name = 'Start-IvsViewerSessionRevocation'; Id = 'InputObjectMissingMandatory' }
        @{ Name = 'Get-IvsStreamList'; Id = 'InputObjectNotBound' }
    ) {
        $channel = New-IvsChannel -Name live
        $emulator.Streams.Start($channel.Arn)
        $stream = Get-IvsStream $channel.Arn
        $session = Get-IvsStreamSession $channel.Arn
        $emulator.ClearRequests()
        foreach ($object in $session, ($session | Select-Object *)) {
            $object | & $Name -ErrorVariable failed -ErrorAction SilentlyContinue
            Get-ErrorId $failed[0] | Should -BeIn $Id, 'InputObjectNotBound'
        }
        { Start-IvsViewerSessionRevocation $channel.Arn $stream } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
        $emulator.Requests.Count | Should -Be 0
    }

    It 'is rejected if it is a list of paths in the column DestinationPath' {
        $name = "k$([guid]::NewGuid())"
        $null = [pscustomobject]@{ Name = $name; DestinationPath = 'a', 'b' } |
            New-IvsPlaybackKeyPair -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -Be 'InvalidColumn,IvsTools.Commands.NewIvsPlaybackKeyPairCommand'
        "$name.private.pem" | Should -Not -Exist
    }
}

Describe 'Text with an unpaired surrogate' {
    It 'is not sent by <Name>' -ForEach @(
        @{ Name = 'Write-IvsMetadata'; With = @{ Metadata = "a`u{d83d}" } }
        @{ Name = 'Start-IvsViewerSessionRevocation'; With = @{ ViewerId = "`u{de00}a" } }
        @{ Name = 'Add-IvsResourceTag'; With = @{ Tag = @{ "a`u{d83d}" = 'b' } } }
    ) {
        $channel = New-IvsChannel
        $emulator.ClearRequests()
        $channel.Arn | & $Name @With -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId $failed[0] | Should -Be 'InvalidText'
        $failed[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $emulator.Requests.Count | Should -Be 0
    }
}

Describe 'The name of a column' {
    BeforeEach { Reset-Emulator }

    It 'causes one warning if it is similar to a parameter name, even with -WhatIf: <Column>' -ForEach @(
        @{ Column = 'Authorised'; Name = 'New-IvsChannel'; Means = 'Authorized' }
        @{ Column = 'Latency Mode'; Name = 'New-IvsChannel'; Means = 'LatencyMode' }
        @{ Column = 'insecure_ingest'; Name = 'New-IvsChannel'; Means = 'InsecureIngest' }
        @{ Column = 'LatMode'; Name = 'New-IvsChannel'; Means = 'LatencyMode' }
        @{ Column = 'auth'; Name = 'New-IvsChannel'; Means = 'Authorized' }
        @{ Column = 'AllowedCountrys'; Name = 'New-IvsPlaybackRestrictionPolicy'; Means = 'AllowedCountry' }
    ) {
        $rows = 1..3 | ForEach-Object { [pscustomobject]@{ Name = "n$_"; $Column = 'True' } }
        $null = $rows | & $Name -WarningVariable warned -WarningAction SilentlyContinue
        $warned.Count | Should -Be 1
        $warned[0].Message | Should -Match "'$Column'.* $Means "
        $null = $rows | & $Name -WhatIf -WarningVariable dry -WarningAction SilentlyContinue
        $dry.Count | Should -Be 1
    }

    It 'causes one warning in New-IvsViewerToken if it is similar to a parameter name' {
        $key = New-IvsPlaybackKeyPair -Name "k$([guid]::NewGuid())"
        $signing = @{
            ChannelArn = 'arn:aws:ivs:us-west-2:123456789012:channel/a'
            PrivateKeyPath = $key.PrivateKeyPath
            WarningAction = 'SilentlyContinue'
        }
        $null = 'ViewerId,SingleUsed', 'ann,True', 'bob,True' | ConvertFrom-Csv | New-IvsViewerToken @signing -WarningVariable warned
        $warned.Message | Should -Match "'SingleUsed'.* SingleUse "
        foreach ($column in 'MaxResolution', 'max_res') {
            $null = "ViewerId,$column", 'ann,HD', 'bob,HD' | ConvertFrom-Csv | New-IvsViewerToken @signing -WarningVariable warned
            $warned.Count | Should -Be 1
            $warned.Message | Should -Match "'$column'.* MaximumResolution "
        }
    }

    It 'causes one warning if <Name> ignores the column' -ForEach @(
        @{ Name = 'New-IvsPlaybackKeyPair'; Cells = { @{ Name = "k$([guid]::NewGuid())" } }; Near = 'DestinationPth' }
        @{
            Name = 'Protect-IvsPlaybackKey -NewPassphrase $passphrase -WhatIf'
            Cells = { @{ Path = $key.PrivateKeyPath } }
            Near = 'DestinationPth'
        }
        @{ Name = 'Get-IvsPlaybackKeyFile'; Cells = { @{ LiteralPath = $key.PrivateKeyPath } } }
        @{ Name = 'Test-IvsViewerToken'; Cells = { @{ Token = 'x' } } }
        @{ Name = 'Test-IvsPlayback -ErrorAction SilentlyContinue'; Cells = { @{ PlaybackUrl = 'x' } } }
    ) {
        $key = New-IvsPlaybackKeyPair -Name "k$([guid]::NewGuid())"
        $passphrase = ConvertTo-SecureString 'p' -AsPlainText
        foreach ($column in ('ProfileName', $Near).Where({ $_ })) {
            $rows = 1..2 | ForEach-Object { $row = & $Cells; $row[$column] = 'elsewhere'; [pscustomobject]$row }
            $null = $rows | & ([scriptblock]::Create("`$input | $Name -WarningVariable script:warned -WarningAction SilentlyContinue"))
            $warned.Count | Should -Be 1 -Because $column
            $warned[0].Message | Should -BeLike "The column '$column' *is ignored*"
        }
    }

    It 'does not cause a warning if <Why>' -ForEach @(
        @{ Why = 'no parameter name is similar'; Row = [pscustomobject]@{ Name = 'a'; Email = 'ann@example.com'; Id = 1; Note = 'x' } }
        @{ Why = 'another column has the correct name'; Row = [pscustomobject]@{ Name = 'a'; Authorized = 'True'; Authorised = 'False' } }
        @{
            Why = 'it is an alias of a parameter'
            Row = [pscustomobject]@{ Name = 'a'; Tags = 'a=1'; MultitrackInputConfiguration_Enabled = 'False' }
        }
    ) {
        $null = $Row | New-IvsChannel -WarningVariable warned
        $warned | Should -BeNullOrEmpty
    }
}

Describe 'A column with the name of a connection parameter' {
    BeforeAll {
        Reset-Emulator
        $channel = New-IvsChannel -Name studio
        $connection = 'Region', 'RegionToCall', 'AccessKey', 'SecretKey', 'SessionToken', 'Credential', 'ProfileName', 'ProfileLocation',
            'EndpointUrl', 'NetworkCredential', 'ClientConfig', 'TimeoutSec'
    }

    It 'does not bind, because no connection parameter accepts pipeline input' {
        $binding = foreach ($command in Get-Command -Module IvsTools -CommandType Cmdlet) {
            foreach ($parameter in $command.Parameters.Values | Where-Object Name -In $connection) {
                $fromPipeline = $parameter.Attributes |
                    Where-Object { $_ -is [Parameter] -and ($_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName) }
                [pscustomobject]@{ Name = "$command -$($parameter.Name)"; Binds = [bool]$fromPipeline }
            }
        }
        $binding.Count | Should -BeGreaterThan 200
        $binding.Where({ $_.Binds }).Name | Should -BeNullOrEmpty
    }

    It 'causes one warning, which does not show the value, and does not change the connection: <Name>' -ForEach @(
        @{ Name = 'New-IvsChannel'; Cells = { @{ Name = 'x' } }; Operation = 'CreateChannel' }
        @{ Name = 'Get-IvsChannel'; Cells = { @{ Arn = $channel.Arn } }; Operation = 'GetChannel' }
        @{ Name = 'Get-IvsChannelList'; Cells = { @{ FilterByName = 'studio' } }; Operation = 'ListChannels' }
        @{ Name = 'Reset-IvsStreamKey -Force'; Cells = { @{ ChannelArn = $channel.Arn } }; Operation = 'CreateStreamKey' }
    ) {
        # The column EndpointUrl does not cause a warning, because Setup.ps1 specifies the parameter -EndpointUrl.
        foreach ($column in $connection -ne 'EndpointUrl') {
            $row = & $Cells
            $row[$column] = 'elsewhere'
            $rows = [pscustomobject]$row, [pscustomobject]$row
            $emulator.ClearRequests()
            $null = $rows | & ([scriptblock]::Create("`$input | $Name -WarningVariable script:warned -WarningAction SilentlyContinue"))
            (Get-Sent $Operation).Count | Should -Be 2
            $warned.Count | Should -Be 1 -Because $column
            $warned[0].Message | Should -BeLike "The column '$column' is ignored*Use -*"
            $warned[0].Message | Should -Not -Match 'elsewhere'
        }
    }

    It 'causes a warning after the output for earlier inputs if the inputs are sent in batches' {
        $rows = 1..3 | ForEach-Object { [pscustomobject]@{ Arn = $channel.Arn } }
        $rows[1] | Add-Member Region elsewhere
        $all = $rows | Get-IvsChannel -ThrottleLimit 4 3>&1
        $all.ForEach({ $_.GetType().Name }) | Should -Be 'Channel', 'WarningRecord', 'Channel', 'Channel'
    }

    It 'causes a warning in New-IvsViewerToken' {
        $key = New-IvsPlaybackKeyPair -Name "k$([guid]::NewGuid())"
        $null = [pscustomobject]@{ ViewerId = 'ann'; ProfileName = 'elsewhere' } | New-IvsViewerToken $channel.Arn $key.PrivateKeyPath `
            -WarningVariable warned -WarningAction SilentlyContinue
        $warned.Message | Should -BeLike '*-ProfileName.'
    }

    It 'does not cause a warning if <Why>' -ForEach @(
        @{ Why = 'the parameter is specified'; Row = { [pscustomobject]@{ Name = 'x'; RegionToCall = 'eu-west-1' } } }
        @{ Why = 'the cell is empty'; Row = { 'Name,ProfileName', 'x,' | ConvertFrom-Csv } }
        @{ Why = 'the row is an exported resource'; Row = { $channel | Select-Object Arn, Region | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Why = 'the input is a resource'; Row = { $channel } }
    ) {
        $region = if ($Why -match 'specified') { @{ Region = 'us-west-2' } } else { @{} }
        $cmdlet = $Why -match 'resource' ? 'Get-IvsChannel' : 'New-IvsChannel'
        $null = & $Row | & $cmdlet @region -WarningVariable warned
        $warned | Should -BeNullOrEmpty
    }
}

Describe 'A value that is not in the API data' {
    It 'is sent, with one warning that lists the known values' {
        Reset-Emulator
        1..2 | ForEach-Object { [pscustomobject]@{ Name = "n$_"; Type = 'gigantic' } } |
            New-IvsChannel -WarningVariable warned -WarningAction SilentlyContinue -ErrorVariable rejected -ErrorAction SilentlyContinue
        (Get-Sent CreateChannel).Count | Should -Be 2
        ((Get-Sent CreateChannel)[0].Body | ConvertFrom-Json).type | Should -Be 'GIGANTIC'
        $warned.Message | Should -Match 'GIGANTIC.*ADVANCED_HD'
        # The service validates the value.
        $rejected.Exception.ErrorCode | Should -Be 'ValidationException', 'ValidationException'
    }
    It 'does not cause a warning if the cmdlet rejects the value' {
        $curve = [System.Security.Cryptography.ECCurve]::CreateFromFriendlyName('nistP384')
        $pem = [System.Security.Cryptography.ECDsa]::Create($curve).ExportECPrivateKeyPem()
        New-IvsViewerToken arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh -PrivateKey $pem -MaximumResolution 4K `
            -WarningVariable warned -WarningAction SilentlyContinue -ErrorVariable rejected -ErrorAction SilentlyContinue
        Get-ErrorId $rejected[0] | Should -Be 'InvalidMaximumResolution'
        $warned | Should -BeNullOrEmpty
    }
}

Describe 'A proxy function' {
    BeforeAll {
        $curve = [System.Security.Cryptography.ECCurve]::CreateFromFriendlyName('nistP384')
        $pem = [System.Security.Cryptography.ECDsa]::Create($curve).ExportECPrivateKeyPem()
        $key = [System.Security.Cryptography.ECDsa]::Create()
        $key.ImportFromPem($pem)
        $publicPem = $key.ExportSubjectPublicKeyInfoPem()
        # ProxyCommand copies the types of the parameters, but not the attributes of the module.
        function New-Proxy([string] $Name) {
            Set-Item "function:script:Test-$Name" ([System.Management.Automation.ProxyCommand]::Create((Get-Command $Name)))
        }
        $arn = 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh'
    }

    It 'passes a private key <Way> to New-IvsViewerToken' -ForEach @(
        @{ Way = 'as text'; Key = { $pem } }
        @{ Way = 'as lines'; Key = { $pem -split '\n' } }
        @{ Way = 'as bytes'; Key = { [System.Text.Encoding]::ASCII.GetBytes($pem) } }
        @{ Way = 'as a SecureString'; Key = { ConvertTo-SecureString $pem -AsPlainText -Force } }
    ) {
        New-Proxy New-IvsViewerToken
        (Test-New-IvsViewerToken $arn -PrivateKey (& $Key)).Token | Should -Not -BeNullOrEmpty
    }

    It 'does not show an invalid private key' {
        New-Proxy New-IvsViewerToken
        $text = 'hunter2'
        $values = $text, @($text, 1), [System.Text.StringBuilder]::new($text), [pscustomobject]@{ private = $text }, @{ private = $text }
        foreach ($value in $values) {
            $failed = { Test-New-IvsViewerToken $arn -PrivateKey $value } | Should -Throw -PassThru
            $failed | Format-List * -Force | Out-String | Should -Not -Match 'hunter2'
            Get-ErrorId $failed | Should -Be 'NotPem'
        }
    }

    It 'does not show the keys of an invalid credential' {
        New-Proxy Get-IvsChannel
        foreach ($value in [pscustomobject]@{ AccessKey = 'AKIAHUNTER'; SecretKey = 'hunter2' }, @{ SecretKey = 'hunter2' }) {
            $failed = { Test-Get-IvsChannel -Credential $value } | Should -Throw -PassThru
            $failed | Format-List * -Force | Out-String | Should -Not -Match 'hunter'
            "$failed" | Should -BeLike '*is not a PSCredential*'
        }
    }

    It 'passes a public key <Way> to Test-IvsViewerToken' -ForEach @(
        @{ Way = 'as text'; Key = { $publicPem } }
        @{ Way = 'as lines'; Key = { $publicPem -split '\n' } }
        @{ Way = 'as a file'; Key = { Set-Content "$TestDrive/public.pem" $publicPem; Get-Item "$TestDrive/public.pem" } }
    ) {
        New-Proxy Test-IvsViewerToken
        $token = (New-IvsViewerToken $arn -PrivateKey $pem).Token
        (Test-Test-IvsViewerToken $token -PublicKey (& $Key)).Signature | Should -Be 'Verified'
    }

    It 'passes PEM text <Way> to Import-IvsPlaybackKeyPair' -ForEach @(
        @{ Way = 'as an argument'; Script = { Test-Import-IvsPlaybackKeyPair -PublicKeyMaterial $publicPem } }
        @{ Way = 'as an argument with bytes'; Script = {
                Test-Import-IvsPlaybackKeyPair -PublicKeyMaterial ([System.Text.Encoding]::ASCII.GetBytes($publicPem))
            }
        }
        @{ Way = 'as lines from the pipeline'; Script = { $publicPem -split '\n' | Test-Import-IvsPlaybackKeyPair } }
    ) {
        Reset-Emulator
        New-Proxy Import-IvsPlaybackKeyPair
        (& $Script).Fingerprint | Should -Not -BeNullOrEmpty
    }

    It 'passes a PSCredential' {
        Reset-Emulator
        New-Proxy Get-IvsChannel
        $null = New-IvsChannel studio
        $secret = ConvertTo-SecureString $emulator.SecretAccessKey -AsPlainText -Force
        $credential = [pscredential]::new($emulator.AccessKeyId, $secret)
        (Test-Get-IvsChannel -Credential $credential -Region us-west-2 -EndpointUrl $emulator.Url).Name | Should -Be 'studio'
    }
}
