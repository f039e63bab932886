BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $emulator | Stop-IvsEmulator
    $PSDefaultParameterValues = @{}
    # Stop-IvsEmulator must restore these values.
    $env:AWS_REGION = 'eu-central-1'
    $env:AWS_ACCESS_KEY_ID = 'before'

    function Get-AwsEnvironment {
        (Get-ChildItem env:AWS_* | Sort-Object Name | ForEach-Object { "$($_.Name)=$($_.Value)" }) -join "`n"
    }
}

Describe 'The local endpoint' {
    BeforeEach {
        $folder = (New-Item -ItemType Directory "$TestDrive/$([guid]::NewGuid())").FullName
        Push-Location $folder
        $before = Get-AwsEnvironment
    }
    AfterEach {
        Stop-IvsEmulator
        Pop-Location
    }

    Context 'Start-IvsEmulator -SetEnvironment' {
        It 'affects calls in module functions, in ForEach-Object -Parallel and in other processes' {
            $emulator = Start-IvsEmulator -SetEnvironment
            $module = New-Module { function New-Studio { New-IvsChannel -Name studio } }
            & $module { New-Studio } | ForEach-Object Arn | Should -Match '^arn:aws:ivs:us-west-2:123456789012:channel/'
            $path = (Get-Module IvsTools).Path
            1..2 | ForEach-Object -Parallel {
                Import-Module $using:path
                New-IvsChannel -Name "parallel-$_"
            } | Should -HaveCount 2
            Invoke-PowerShell -Command "Import-Module '$path'; (Get-IvsChannel).Count" | Should -Be 3
            $emulator.Requests.Operation | Should -Be 'CreateChannel', 'CreateChannel', 'CreateChannel', 'ListChannels'
        }

        It 'overrides AWS_PROFILE and AWS_IGNORE_CONFIGURED_ENDPOINT_URLS until Stop-IvsEmulator restores them' {
            $other = @{ AWS_PROFILE = 'nobody'; AWS_IGNORE_CONFIGURED_ENDPOINT_URLS = 'true' }
            $other.Keys | ForEach-Object { Set-Item "env:$_" $other[$_] }
            try {
                $emulator = Start-IvsEmulator -SetEnvironment
                Test-Path env:AWS_PROFILE | Should -BeFalse
                Get-IvsChannel | Should -BeNullOrEmpty
                $emulator.Requests.Operation | Should -Be ListChannels
                $emulator | Stop-IvsEmulator
                $other.Keys | ForEach-Object { [Environment]::GetEnvironmentVariable($_) | Should -Be $other[$_] }
            }
            finally { $other.Keys | ForEach-Object { Remove-Item "env:$_" -ErrorAction Ignore } }
        }

        It 'writes a warning for the default parameter value <Key>, which takes precedence' -ForEach @(
            @{ Key = '*-Ivs*:EndpointUrl' }, @{ Key = 'new-ivschannel:Endpoint*' }
        ) {
            $saved = $global:PSDefaultParameterValues.Clone()
            try {
                $global:PSDefaultParameterValues[$Key] = 'https://other.example'
                $warnings = Start-IvsEmulator -SetEnvironment 3>&1 | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }
                $warnings | Should -HaveCount 1
                $warnings.Message | Should -BeLike "*``['$Key'``] takes precedence*"
                $warnings.Message | Should -Not -BeLike '*other.example*'
                Start-IvsEmulator 3>&1 | Should -BeOfType IvsTools.Emulator.EmulatorServer
                $global:PSDefaultParameterValues['Disabled'] = $true
                Start-IvsEmulator -SetEnvironment 3>&1 | Should -BeOfType IvsTools.Emulator.EmulatorServer
            }
            finally {
                $global:PSDefaultParameterValues = [System.Management.Automation.DefaultParameterDictionary]$saved
            }
        }

        It 'does not write a warning if the default value of -EndpointUrl is the URL of the new endpoint: <_>' -ForEach @(
            'http://127.0.0.1:{0}', 'http://localhost:{0}/'
        ) {
            $free = Start-IvsEmulator
            $port = ([uri]$free.Url).Port
            $free | Stop-IvsEmulator
            $saved = $global:PSDefaultParameterValues.Clone()
            try {
                $global:PSDefaultParameterValues['*-Ivs*:EndpointUrl'] = $_ -f $port
                Start-IvsEmulator -Port $port -SetEnvironment 3>&1 | Should -BeOfType IvsTools.Emulator.EmulatorServer
            }
            finally {
                $global:PSDefaultParameterValues = [System.Management.Automation.DefaultParameterDictionary]$saved
            }
        }

        It 'does not write a warning if two default values for -EndpointUrl conflict, because PowerShell ignores both' {
            $saved = $global:PSDefaultParameterValues.Clone()
            try {
                $global:PSDefaultParameterValues['*-Ivs*:EndpointUrl'] = 'https://a.example'
                $global:PSDefaultParameterValues['*-Ivs*:Endpoint*'] = 'https://b.example'
                Start-IvsEmulator -SetEnvironment 3>&1 | Should -BeOfType IvsTools.Emulator.EmulatorServer
            }
            finally {
                $global:PSDefaultParameterValues = [System.Management.Automation.DefaultParameterDictionary]$saved
            }
        }

        It 'sets variables, which are restored when three emulators are stopped in the order <Order>' -ForEach @(
            @{ Order = 0, 1, 2 }, @{ Order = 2, 1, 0 }, @{ Order = 1, 0, 2 }, @{ Order = 1, 2, 0 }
        ) {
            $emulators = 1..3 | ForEach-Object { Start-IvsEmulator -SetEnvironment }
            $env:AWS_ENDPOINT_URL_IVS | Should -Be $emulators[2].Url
            $left = [System.Collections.Generic.List[object]]$emulators
            foreach ($place in $Order) {
                $emulators[$place] | Stop-IvsEmulator
                $null = $left.Remove($emulators[$place])
                $env:AWS_ENDPOINT_URL_IVS | Should -Be ($left.Count ? $left[-1].Url : $null)
            }
            Get-AwsEnvironment | Should -BeExactly $before
        }

        It 'sets variables, but a variable that is changed after the start keeps its changed value when the emulator stops' {
            $emulator = Start-IvsEmulator -SetEnvironment
            $env:AWS_REGION = 'ap-south-1'
            $emulator | Stop-IvsEmulator
            $region, $env:AWS_REGION = $env:AWS_REGION, 'eu-central-1'
            $region | Should -Be 'ap-south-1'
            Get-AwsEnvironment | Should -BeExactly $before
        }
    }

    Context 'Stop-IvsEmulator' {
        It 'leaves no environment variable, listener or file behind' {
            $emulator = Start-IvsEmulator -SetEnvironment
            $channel = New-IvsChannel -Name studio
            $emulator.Streams.Start($channel.Arn)
            $null = Invoke-RestMethod $channel.PlaybackUrl
            Stop-IvsEmulator

            Get-AwsEnvironment | Should -BeExactly $before
            Get-ChildItem -Force -Recurse $folder | Should -BeNullOrEmpty
            [IvsTools.Emulator.EmulatorServer]::Running | Should -BeNullOrEmpty
            # A connection to the port fails, and another listener can use the port, so the port is free.
            { [System.Net.Sockets.TcpClient]::new('127.0.0.1', $emulator.Port) } | Should -Throw
            $again = Start-IvsEmulator -Port $emulator.Port
            $again.Port | Should -Be $emulator.Port
            { New-IvsChannel -EndpointUrl $again.Url -ErrorAction Stop } | Should -Not -Throw
        }

        It 'can be called twice for the same endpoint' {
            $emulator = Start-IvsEmulator
            { $emulator, $emulator | Stop-IvsEmulator -ErrorAction Stop } | Should -Not -Throw
        }
    }

    Context 'Start-IvsEmulator -Seed' {
        It 'makes the endpoint return the same credentials, IDs and keys, even after a reset, and different ones for another seed' {
            function Get-Made([int] $Seed, [switch] $Reset) {
                $emulator = Start-IvsEmulator -Seed $Seed
                if ($Reset) {
                    $null = New-IvsChannel -EndpointUrl $emulator.Url
                    $null = Invoke-RestMethod "$($emulator.Url)/_emulator/reset" -Method Post
                }
                $channel = New-IvsChannel -EndpointUrl $emulator.Url
                $emulator.Streams.Start($channel.Arn)
                $stream = Get-IvsStream -ChannelArn $channel.Arn -EndpointUrl $emulator.Url
                $emulator.AccessKeyId, $emulator.SecretAccessKey, $channel.Arn, $channel.StreamKey.Arn, $channel.StreamKey.Value,
                    $channel.IngestEndpoint, $stream.StreamId
            }
            $made = Get-Made 7
            $made | Select-Object -Unique | Should -HaveCount 7
            Get-Made 7 | Should -BeExactly $made
            Get-Made 7 -Reset | Should -BeExactly $made
            foreach ($pair in [System.Linq.Enumerable]::Zip([string[]]$made, [string[]](Get-Made 8))) {
                $pair.Item1 | Should -Not -Be $pair.Item2
            }
        }
    }

    Context 'Start-IvsEmulator -Credential' {
        It 'makes the endpoint accept only these credentials' {
            $emulator = Start-IvsEmulator -Credential ([pscredential]::new('tester', (ConvertTo-Secret 'invented')))
            $emulator.AccessKeyId, $emulator.SecretAccessKey | Should -Be 'tester', 'invented'
            New-IvsChannel -EndpointUrl $emulator.Url -AccessKey tester -SecretKey invented -Region us-west-2 | Should -HaveCount 1
            $wrong = @{ EndpointUrl = $emulator.Url; AccessKey = 'tester'; SecretKey = 'other'; Region = 'us-west-2' }
            $null = New-IvsChannel @wrong -ErrorVariable failed -ErrorAction SilentlyContinue
            Get-ErrorId $failed[0] | Should -Be InvalidSignatureException
        }

        It 'rejects an empty credential' {
            { Start-IvsEmulator -Credential ([pscredential]::Empty) } |
                Should -Throw "*access key ID '' is not valid*" -ErrorId 'ParameterArgumentValidationError*'
        }

        It 'generates credentials for $null' { (Start-IvsEmulator -Credential $null).AccessKeyId | Should -Match '^AKIA\w{16}$' }
    }

    It 'rejects the value <Value> of -<Name>' -ForEach @(
        @{ Name = 'Region'; Value = 'US' }
        @{ Name = 'Region'; Value = '' }
        @{ Name = 'Region'; Value = "us-west-2`n" }
        @{ Name = 'AccountId'; Value = '12345678901' }
        @{ Name = 'AccountId'; Value = '12345678901x' }
    ) {
        $parameters = @{ $Name = $Value }
        { Start-IvsEmulator @parameters } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
    }

    It 'stays open if -Url of Stop-IvsEmulator is <Name>' -ForEach @(
        @{ Name = '$null'; Url = $null }
        @{ Name = 'empty'; Url = '' }
    ) {
        $server = Start-IvsEmulator
        { Stop-IvsEmulator -Url $Url } | Should -Throw -ErrorId 'ParameterArgumentValidationError,IvsTools.Commands.StopIvsEmulatorCommand'
        { Invoke-RestMethod "$($server.Url)/_emulator/health" } | Should -Not -Throw
        $server | Stop-IvsEmulator
    }

    It 'reports the port that cannot be opened' {
        $first = Start-IvsEmulator
        Start-IvsEmulator -Port $first.Port -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed | Should -HaveCount 1
        Get-ErrorId $failed[0] | Should -Be PortUnavailable
        $failed[0].TargetObject | Should -Be $first.Port
    }

    Context 'Start-IvsEmulator -AdditionalAccount' {
        It 'makes the endpoint represent several accounts and Regions, each with its own resources' {
            $emulator = Start-IvsEmulator -AdditionalAccount @{ STAGING = '210987654321' }
            $staging = @{ AccessKey = 'STAGING'; SecretKey = $emulator.SecretAccessKey }
            $arns = @(
                (New-IvsChannel -EndpointUrl $emulator.Url).Arn
                (New-IvsChannel -EndpointUrl $emulator.Url -Region eu-west-1).Arn
                (New-IvsChannel -EndpointUrl $emulator.Url -Region us-west-2 @staging).Arn
            )
            ($arns -replace '/.*') |
                Should -Be 'arn:aws:ivs:us-west-2:123456789012:channel', 'arn:aws:ivs:eu-west-1:123456789012:channel',
                    'arn:aws:ivs:us-west-2:210987654321:channel'
            (Get-IvsChannel -EndpointUrl $emulator.Url -Region us-west-2 @staging).Arn | Should -Be $arns[2]
            # The Region in an ARN selects the Region of the call.
            (Get-IvsChannel -Arn $arns[1] -EndpointUrl $emulator.Url).Arn | Should -Be $arns[1]
            $null = Get-IvsChannel -Arn $arns[2] -EndpointUrl $emulator.Url -ErrorVariable failed -ErrorAction SilentlyContinue
            Get-ErrorId $failed[0] | Should -Be ResourceNotFoundException
            # The stream starts in the Region and account of the channel ARN.
            $emulator.Streams.Start($arns[2])
            (Get-IvsStream -ChannelArn $arns[2] -EndpointUrl $emulator.Url @staging).State | Should -Be LIVE
        }

        It 'rejects <Why>' -ForEach @(
            @{ Why = 'an account of 11 digits'; Value = @{ STAGING = '21098765432' } }
            @{ Why = 'an account that is not text'; Value = @{ STAGING = 12345 } }
            @{ Why = 'an account that is null'; Value = @{ STAGING = $null } }
            @{ Why = 'an empty access key ID'; Value = @{ '' = '210987654321' } }
            @{ Why = 'a slash in the access key ID'; Value = @{ 'a/b' = '210987654321' } }
        ) {
            { Start-IvsEmulator -AdditionalAccount $Value } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
        }

        It 'rejects a credential that clients cannot sign with: <Why>' -ForEach @(
            @{ Why = 'a slash in the access key ID'; Name = 'a/b'; Password = 'invented' }
            @{ Why = 'a domain'; Name = 'domain\tester'; Password = 'invented' }
            @{ Why = 'an empty secret access key'; Name = 'tester'; Password = '' }
        ) {
            $secret = [securestring]::new()
            $Password.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
            { Start-IvsEmulator -Credential ([pscredential]::new($Name, $secret)) } |
                Should -Throw -ErrorId 'ParameterArgumentValidationError*'
        }

        It 'rejects an access key ID that is in both -Credential and -AdditionalAccount' {
            $same = @{
                Credential = [pscredential]::new('tester', (ConvertTo-Secret 'invented'))
                AdditionalAccount = @{ tester = '210987654321' }
            }
            Start-IvsEmulator @same -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failed | Should -HaveCount 1
            Get-ErrorId $failed[0] | Should -Be DuplicateAccessKey
            $failed[0].CategoryInfo.Category | Should -Be InvalidArgument
            [IvsTools.Emulator.EmulatorServer]::Running | Should -BeNullOrEmpty
        }
    }

    Context 'The object that Start-IvsEmulator returns' {
        It 'cannot change a stream that is not live, and changes only the viewer count if the specified health is $null' {
            $emulator = Start-IvsEmulator -SetEnvironment
            $channel = New-IvsChannel
            { $emulator.Streams.Change($channel.Arn, 'STARVING') } | Should -Throw '*not live*'
            $emulator.Streams.Start($channel.Arn)
            $emulator.Streams.Change($channel.Arn, 'STARVING')
            $emulator.Streams.Change($channel.Arn, $null, 7)
            $stream = Get-IvsStream -ChannelArn $channel.Arn
            $stream.Health, $stream.ViewerCount | Should -Be STARVING, 7
            $emulator.ViewerCountry = 'DE'
            $emulator.ViewerCountry = $null
            $emulator.ViewerCountry | Should -BeNullOrEmpty
        }
    }

    Context 'Start-IvsEmulator -StatePath' {
        BeforeEach {
            $state = Join-Path $folder state.json
            $PSDefaultParameterValues = @{}
        }

        It 'restores the complete state on another port, from a file that only its owner can read' {
            $first = Start-IvsEmulator -StatePath state.json -SetEnvironment
            $pair = New-IvsPlaybackKeyPair -Name prod | Import-IvsPlaybackKeyPair
            $channel = New-IvsChannel -Name studio -Authorized $true -Tag @{ team = 'live' }
            $first.Streams.Start($channel.Arn)
            $first.Streams.End($channel.Arn)
            $first.Streams.Start($channel.Arn)
            $first.Streams.Change($channel.Arn, 'STARVING', 120)
            $channel | Start-IvsViewerSessionRevocation -ViewerId bad
            $sessions = (Get-IvsStreamSession -ChannelArn $channel.Arn -All).StreamId
            $first | Stop-IvsEmulator
            if (-not $IsWindows) { [int](Get-Item $state).UnixFileMode | Should -Be 0x180 }

            $second = Start-IvsEmulator -StatePath state.json -SetEnvironment
            $second.Url | Should -Not -Be $first.Url
            $loaded = Get-IvsChannel -Arn $channel.Arn
            $loaded.Name, $loaded.Tags.team, $loaded.StreamKeyArn | Should -Be $channel.Name, 'live', $channel.StreamKeyArn
            (Get-IvsStreamKey -ChannelArn $channel.Arn).Value | Should -Be $channel.StreamKey.Value
            (Get-IvsPlaybackKeyPair -Arn $pair.Arn).Fingerprint | Should -Be $pair.Fingerprint
            (Get-IvsStreamSession -ChannelArn $channel.Arn -All).StreamId | Should -Be $sessions
            $stream = Get-IvsStream -ChannelArn $channel.Arn
            $stream.StreamId, $stream.Health, $stream.ViewerCount | Should -Be $sessions[0], 'STARVING', 120
            # The second emulator checks tokens with the key that was imported into the first, and the revocation still applies.
            $good, $bad = 'good', 'bad' | ForEach-Object { $loaded | New-IvsViewerToken -ViewerId $_ -PrivateKeyPath prod.private.pem }
            $good.PlaybackUrl | Should -BeLike "$($second.Url)/*"
            Invoke-RestMethod $good.PlaybackUrl | Should -BeLike '#EXTM3U*'
            { Invoke-RestMethod $bad.PlaybackUrl } | Should -Throw
            # New resources are saved with the existing resources.
            $null = New-IvsChannel -Name lobby
            $second | Stop-IvsEmulator
            $third = Start-IvsEmulator -StatePath state.json -SetEnvironment
            (Get-IvsChannel).Name | Should -Be 'studio', 'lobby'
            $third | Stop-IvsEmulator
            (Get-ChildItem $folder -Filter 'state*').Name | Should -Be 'state.json'
        }

        It 'saves the state as soon as SaveState is called' {
            $emulator = Start-IvsEmulator -StatePath state.json
            $arn = (New-IvsChannel -EndpointUrl $emulator.Url).Arn
            $emulator.SaveState()
            (Get-Content $state -Raw | ConvertFrom-Json).states.resources.channels.arn | Should -Be $arn
        }

        It 'does not reuse the IDs of restored resources, even with the same seed' {
            $arns = 1..2 | ForEach-Object {
                $emulator = Start-IvsEmulator -StatePath state.json -Seed 7
                (New-IvsChannel -EndpointUrl $emulator.Url).Arn
                $emulator | Stop-IvsEmulator
            }
            $arns | Select-Object -Unique | Should -HaveCount 2
        }

        It 'rejects <Why>, does not change the file and leaves no port open' -ForEach @(
            @{ Why = 'a file that is not JSON'; Content = 'channels: 3' }
            @{ Why = 'an empty file'; Content = '' }
            @{ Why = 'other JSON'; Content = '[1, 2]' }
            @{ Why = 'null'; Content = 'null' }
            @{ Why = 'another version'; Content = '{"version": 99}' }
            @{
                Why = 'a file with missing members'
                Content = '{"version": 2, "clockAhead": "00:00:00", "states": [{"region": "us-west-2", "accountId": "123456789012"}]}'
            }
            @{
                Why = 'the state of a Region without Amazon IVS'
                Content = '{"version": 2, "states": [{"region": "eu-west-2", "accountId": "123456789012"}]}'
            }
            @{
                Why = 'the state of another account'
                Content = '{"version": 2, "states": [{"region": "us-west-2", "accountId": "210987654321"}]}'
            }
        ) {
            Set-Content $state $Content -NoNewline
            $free = Get-FreePort
            $none = Start-IvsEmulator -StatePath state.json -Port $free -ErrorVariable failed -ErrorAction SilentlyContinue
            $none | Should -BeNullOrEmpty
            $failed | Should -HaveCount 1
            Get-ErrorId $failed[0] | Should -Be EmulatorStateError
            $failed[0].CategoryInfo.Category | Should -Be InvalidData
            Get-Content $state -Raw | Should -Be ($Content ? $Content : $null)
            (Start-IvsEmulator -Port $free).Port | Should -Be $free
        }

        It 'writes an error at the start if the file cannot be created: <_>' -ForEach '.', 'nosuch/state.json' {
            Start-IvsEmulator -StatePath $_ -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            Get-ErrorId $failed[0] | Should -Be EmulatorStateError
            [IvsTools.Emulator.EmulatorServer]::Running | Should -BeNullOrEmpty
        }

        It 'causes an error in Stop-IvsEmulator if the state cannot be saved, but Stop-IvsEmulator still stops every emulator' {
            $folder = New-Item -ItemType Directory gone
            $emulator = Start-IvsEmulator -StatePath gone/state.json
            $other = Start-IvsEmulator
            $folder.Delete()
            Stop-IvsEmulator -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed | ForEach-Object { Get-ErrorId $_ } | Should -Be EmulatorStateError
            [IvsTools.Emulator.EmulatorServer]::Running | Should -BeNullOrEmpty
            { [System.Net.Sockets.TcpClient]::new('127.0.0.1', $emulator.Port) } | Should -Throw
            { [System.Net.Sockets.TcpClient]::new('127.0.0.1', $other.Port) } | Should -Throw
        }
    }

    Context 'Start-IvsEmulator -AllowedOrigin' {
        It 'allows calls only from pages of the specified origin' {
            $emulator = Start-IvsEmulator -AllowedOrigin https://studio.example
            $headers = @{ Origin = 'https://studio.example'; 'Access-Control-Request-Method' = 'POST' }
            $response = Invoke-WebRequest "$($emulator.Url)/CreateChannel" -Method Options -Headers $headers
            $response.StatusCode | Should -Be 204
            $response.Headers['Access-Control-Allow-Origin'] | Should -Be https://studio.example
            $response.Headers['Access-Control-Allow-Headers'] | Should -Match 'Authorization.*X-Amz-Date.*amz-sdk-request'
            $read = Invoke-WebRequest "$($emulator.Url)/ListChannels" -Method Post -Headers @{
                Origin = 'https://studio.example'
            } -SkipHttpErrorCheck
            $read.Headers['Access-Control-Allow-Origin'] | Should -Be https://studio.example
            $read.Headers['Access-Control-Expose-Headers'] | Should -Match 'x-amzn-requestid'

            $headers.Origin = 'https://other.example'
            $response = Invoke-WebRequest "$($emulator.Url)/CreateChannel" -Method Options -Headers $headers -SkipHttpErrorCheck
            $response.StatusCode | Should -Be 404
            $response.Headers.Keys | Should -Not -Contain 'Access-Control-Allow-Origin'
            # Pages of the allowed origin cannot call the control routes.
            (
                Invoke-WebRequest "$($emulator.Url)/_emulator/health" -Headers @{ Origin = 'https://studio.example' } -SkipHttpErrorCheck
            ).StatusCode |
                Should -Be 403
        }

        It 'rejects <Origin>' -ForEach @(
            @{ Origin = 'studio.example' }
            @{ Origin = 'https://studio.example/' }
            @{ Origin = 'HTTPS://studio.example' }
            @{ Origin = '' }
            @{ Origin = $null }
            @{ Origin = @('https://studio.example', $null) }
        ) {
            { Start-IvsEmulator -AllowedOrigin $Origin } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
            [IvsTools.Emulator.EmulatorServer]::Running | Should -BeNullOrEmpty
        }
    }
}
