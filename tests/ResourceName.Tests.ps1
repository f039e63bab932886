BeforeDiscovery {
    Import-Module "$PSScriptRoot/../IvsTools.psd1"
    # The parameters that accept an ARN, but not a name.
    $arnParameters = foreach ($command in Get-Command -Module IvsTools -CommandType Cmdlet) {
        foreach ($parameter in $command.Parameters.Values) {
            if ($parameter.Attributes.Where({ $_.GetType().Name -eq 'ValidateIvsArnAttribute' -and -not $_.OrName })) {
                $set = $command.ParameterSets | Where-Object { $parameter.Name -in $_.Parameters.Name } |
                    Where-Object { 'InputObject' -notin $_.Parameters.Name } |
                    Sort-Object { $_.Parameters.Where({ $_.IsMandatory }).Count } -Top 1
                @{
                    Command = $command.Name
                    Parameter = $parameter.Name
                    Mandatory = @($set.Parameters | Where-Object IsMandatory | ForEach-Object Name)
                    CanSimulate = $command.Parameters.ContainsKey('WhatIf')
                }
            }
        }
    }
}

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

    It 'gets all channels with *, including a channel that does not have a name' {
        $unnamed = New-IvsChannel
        $all = Get-IvsChannel *
        $all.Arn | Should -Be (Get-IvsChannel).Arn
        $all.Arn | Should -Contain $unnamed.Arn
        $all.PlaybackUrl | Should -Not -BeNullOrEmpty
        $emulator.Requests.Operation | Should -Be 'CreateChannel', 'ListChannels', 'BatchGetChannel', 'ListChannels'
        $unnamed | Remove-IvsChannel -Force
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
}

Describe 'The recommendation for a name in <_.Command> -<_.Parameter>' -ForEach $arnParameters {
    BeforeAll {
        Reset-Emulator
        $ads = New-IvsAdConfiguration -Name thing (
            'arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/a'
        )
        $channel = New-IvsChannel -Name thing -AdConfigurationArn $ads.Arn
        $null = New-IvsRecordingConfiguration -Name thing -BucketName bucket
        $null = New-IvsPlaybackRestrictionPolicy -Name thing
        $pem = Join-Path $TestDrive thing.pem
        New-PublicPem | Set-Content $pem
        $null = Import-IvsPlaybackKeyPair -Path $pem -Name thing
        $emulator.Streams.Start($channel.Arn)
        # The values of the other mandatory parameters.
        $values = @{
            DurationSecond = 5; Tag = @{ a = 'b' }; TagKey = 'a'; Path = $pem; ViewerId = 'ann'; PlaybackUrl = 'x'; Token = 'x'
            Arn = $channel.Arn; Metadata = 'x'
        }
    }

    It 'can be followed' {
        $with = @{}
        foreach ($other in $_.Mandatory) { $with[$other] = $values[$other] }
        if ($_.CanSimulate) { $with.WhatIf = $true }
        $name = $_.Parameter
        $with[$name] = 'thing'
        $failed = { & $_.Command @with } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' -PassThru
        $command = [regex]::Match("$failed", 'To use a name, specify (\(Get-.+\)\.Arn) with the parentheses\.').Groups[1].Value
        $with[$name] = & ([scriptblock]::Create($command))
        { & ([scriptblock]::Create($command.Replace(' thing ', ' nothing '))) } | Should -Throw -ErrorId 'NameNotFound,*'
        $with[$name] | Should -Match '^arn:aws:ivs:'
        $null = & $_.Command @with -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -Not -Match 'Parameter'
    }
}
