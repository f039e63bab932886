BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $null = 'studio', 'studio-2', 'stage', 'Studio3' | New-IvsChannel
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'A name instead of an ARN' {
    BeforeEach { $emulator.ClearRequests() }

    It 'gets the channel with exactly this name, using the name filter of the service' {
        $found = Get-IvsChannel studio
        $found.Name | Should -BeExactly 'studio'
        # Only GetChannel returns the playback URL.
        $found.PlaybackUrl | Should -Not -BeNullOrEmpty
        $emulator.Requests.Operation | Should -Be 'ListChannels', 'GetChannel'
        ($emulator.Requests[0].Body | ConvertFrom-Json).filterByName | Should -Be 'studio'
    }

    It 'gets the channels that match a wildcard pattern, which is not case-sensitive' {
        (Get-IvsChannel studio*).Name | Should -Be 'studio', 'studio-2', 'Studio3'
        (Get-IvsChannel 'stu*-?', 'stage').Name | Should -Be 'studio-2', 'stage'
        ($emulator.Requests[0].Body | ConvertFrom-Json).PSObject.Properties.Name | Should -Not -Contain 'filterByName'
    }

    It 'can be mixed with ARNs, and can come from the pipeline' {
        $stage = (Get-IvsChannel stage).Arn
        (Get-IvsChannel $stage, 'studio').Name | Should -Be 'stage', 'studio'
        ('studio-2', $stage | Get-IvsChannel).Name | Should -Be 'studio-2', 'stage'
        (Get-IvsChannel 'stu*', 'sta*' -ThrottleLimit 4).Name | Should -Be 'studio', 'studio-2', 'Studio3', 'stage'
    }

    It 'causes one error if the pattern is not valid: <_>' -ForEach '[', 'stu*[a' {
        (@($_, 'studio') | Get-IvsChannel -ErrorVariable failed -ErrorAction SilentlyContinue).Name | Should -Be 'studio'
        $failed.Count | Should -Be 1
        Get-ErrorId $failed[0] | Should -Be 'ParameterArgumentValidationError'
        $_ | Get-IvsPlaybackKeyFile -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId $failed[0] | Should -Be 'FileNotFound'
    }

    It 'gets channels from all pages of the list' {
        $null = 1..120 | ForEach-Object { "many-$_" } | New-IvsChannel -ThrottleLimit 4
        (Get-IvsChannel many-*).Count | Should -Be 120
    }

    It 'causes an error if no channel has the name, but not if no channel matches a pattern' {
        $found = Get-IvsChannel nosuch, studio -ErrorVariable failed -ErrorAction SilentlyContinue
        $found.Name | Should -Be 'studio'
        $failed.Count | Should -Be 1
        Get-ErrorId $failed[0] | Should -Be 'NameNotFound'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be 'nosuch'
        $failed[0].ErrorDetails.RecommendedAction | Should -Match 'nosuch\*'
        Get-IvsChannel nosuch* -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'causes one error if the channels cannot be listed' {
        $emulator.Faults.Fail('ListChannels', 'AccessDeniedException', 1)
        Get-IvsChannel studio -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed | ForEach-Object { Get-ErrorId $_ } | Should -Be 'AccessDeniedException'
    }

    It 'gets a resource of the type <Noun>' -ForEach @(
        @{ Noun = 'PlaybackRestrictionPolicy'; Make = { New-IvsPlaybackRestrictionPolicy -Name named } }
        @{ Noun = 'RecordingConfiguration'; Make = { New-IvsRecordingConfiguration -Name named -BucketName a-bucket } }
        @{
            Noun = 'AdConfiguration'
            Make = {
                $tailor = 'arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/p1'
                New-IvsAdConfiguration -Name named -MediaTailorPlaybackConfiguration $tailor
            }
        }
        @{ Noun = 'PlaybackKeyPair'; Make = { New-PublicPem | Import-IvsPlaybackKeyPair -Name named } }
    ) {
        $made = & $Make
        (& "Get-Ivs$Noun" named).Arn | Should -Be $made.Arn
        (& "Get-Ivs$Noun" nam*).Arn | Should -Be $made.Arn
        { & "Get-Ivs$Noun" nosuch -ErrorAction Stop } | Should -Throw -ErrorId 'NameNotFound,*'
    }

    It 'is not accepted by cmdlets that change resources' {
        { Remove-IvsChannel studio -Force } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        { Update-IvsChannel studio -LatencyMode LOW } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'causes an error that recommends a pipeline from a Get cmdlet if the parameter requires an ARN: <Noun>' -ForEach @(
        @{ Noun = 'channel'; Command = { New-IvsStreamKey studio }; Getter = 'Get-IvsChannel' }
        @{ Noun = 'key pair'; Command = { Remove-IvsPlaybackKeyPair studio -Force }; Getter = 'Get-IvsPlaybackKeyPair' }
        @{ Noun = 'policy'; Command = { Remove-IvsPlaybackRestrictionPolicy studio -Force }; Getter = 'Get-IvsPlaybackRestrictionPolicy' }
        @{ Noun = 'recording'; Command = { Remove-IvsRecordingConfiguration studio -Force }; Getter = 'Get-IvsRecordingConfiguration' }
        @{ Noun = 'ad configuration'; Command = { Remove-IvsAdConfiguration studio -Force }; Getter = 'Get-IvsAdConfiguration' }
    ) {
        $Command | Should -Throw "*$Getter studio | *" -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'causes an error without a recommended cmdlet if the resources do not have names' {
        $failure = { Remove-IvsStreamKey studio -Force } | Should -Throw -PassThru -ErrorId 'ParameterArgumentValidationError,*'
        $failure.Exception.Message | Should -Not -Match 'Get-Ivs'
    }
}
