BeforeDiscovery {
    # The documented errors of CreateStreamKey and ImportPlaybackKeyPair, the common AWS errors, and an unknown error.
    $errors = @(
        @{ Code = 'AccessDeniedException'; Status = 403; Category = 'PermissionDenied'; Action = 'ivs:CreateStreamKey' }
        @{ Code = 'PendingVerification'; Status = 403; Category = 'PermissionDenied'; Action = 'AWS Support' }
        @{ Code = 'ResourceNotFoundException'; Status = 404; Category = 'ObjectNotFound'; Action = 'Check the ARN' }
        @{ Code = 'ServiceQuotaExceededException'; Status = 402; Category = 'QuotaExceeded'; Action = 'Reset-IvsStreamKey' }
        @{ Code = 'ValidationException'; Status = 400; Category = 'InvalidArgument'; Action = 'Correct the value' }
        @{ Code = 'ConflictException'; Status = 409; Category = 'ResourceExists' }
        @{ Code = 'ThrottlingException'; Status = 429; Category = 'LimitsExceeded'; Action = 'If -ThrottleLimit is greater than 1' }
        @{ Code = 'InternalServerException'; Status = 500; Category = 'ResourceUnavailable'; Action = 'Try again' }
        @{ Code = 'ServiceUnavailable'; Status = 503; Category = 'ResourceUnavailable'; Action = 'Try again' }
        @{ Code = 'StreamUnavailable'; Status = 503; Category = 'ResourceUnavailable'; Action = 'Try again' }
        @{ Code = 'ChannelNotBroadcasting'; Status = 404; Category = 'InvalidOperation'; Action = 'Start the encoder' }
        @{ Code = 'ExpiredTokenException'; Status = 403; Category = 'AuthenticationError'; Action = 'Sign in again' }
        @{ Code = 'IncompleteSignature'; Status = 403; Category = 'AuthenticationError'; Action = 'secret access key' }
        @{ Code = 'InternalFailure'; Status = 500; Category = 'ResourceUnavailable'; Action = 'Try again' }
        @{ Code = 'MalformedHttpRequestException'; Status = 400; Category = 'InvalidArgument'; Action = 'proxy' }
        @{ Code = 'NotAuthorized'; Status = 401; Category = 'PermissionDenied'; Action = 'ivs:CreateStreamKey' }
        @{ Code = 'OptInRequired'; Status = 403; Category = 'PermissionDenied'; Action = 'Region' }
        @{ Code = 'RequestAbortedException'; Status = 400; Category = 'InvalidArgument'; Action = 'proxy' }
        @{ Code = 'RequestEntityTooLargeException'; Status = 413; Category = 'InvalidArgument'; Action = 'fewer' }
        @{ Code = 'RequestExpired'; Status = 400; Category = 'AuthenticationError'; Action = 'Sign in again' }
        @{ Code = 'RequestTimeoutException'; Status = 408; Category = 'OperationTimeout'; Action = '-TimeoutSec' }
        @{ Code = 'UnrecognizedClientException'; Status = 403; Category = 'AuthenticationError'; Action = 'access key' }
        @{ Code = 'UnknownOperationException'; Status = 404; Category = 'InvalidArgument'; Action = '-EndpointUrl' }
        @{ Code = 'ValidationError'; Status = 400; Category = 'InvalidArgument'; Action = 'Correct the value' }
        @{ Code = 'SomethingNewException'; Status = 400; Category = 'InvalidOperation' }
    )
}

BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $arn = 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh'
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'The error <Code>' -ForEach $errors {
    BeforeEach { Reset-Emulator }

    It 'is written by New-IvsStreamKey with its ID, category, request ID, status and recommended action' {
        $emulator.Faults.Fail('CreateStreamKey', $Code, 9, "The emulator was configured to return $Code.", $Status)
        New-IvsStreamKey $arn -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -Be "$Code,IvsTools.Commands.NewIvsStreamKeyCommand"
        $failed[0].CategoryInfo.Category | Should -Be $Category
        $failed[0].TargetObject | Should -Be $arn
        $failed[0].Exception | Should -BeOfType ([IvsTools.Service.IvsServiceException])
        $failed[0].Exception.RequestId | Should -Be (Get-Sent CreateStreamKey)[-1].RequestId
        [int]$failed[0].Exception.StatusCode | Should -Be $Status
        $failed[0].Exception.Operation | Should -Be 'CreateStreamKey'
        "$($failed[0])" | Should -Match "configured to return $Code"
        "$($failed[0])" | Should -Not -Match '\bat Amazon\.'
        if ($Action) { $failed[0].ErrorDetails.RecommendedAction | Should -Match $Action }
    }

    It 'is written by Import-IvsPlaybackKeyPair with its ID, category and request ID' {
        $emulator.Faults.Fail('ImportPlaybackKeyPair', $Code, 9, "The emulator was configured to return $Code.", $Status)
        New-PublicPem | Import-IvsPlaybackKeyPair -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -Be "$Code,IvsTools.Commands.ImportIvsPlaybackKeyPairCommand"
        $failed[0].CategoryInfo.Category | Should -Be $Category
        $failed[0].Exception.RequestId | Should -Be (Get-Sent ImportPlaybackKeyPair)[-1].RequestId
    }
}

Describe 'A faulty response' {
    BeforeEach { Reset-Emulator }

    It 'causes <Id>: <Kind>' -ForEach @(
        @{ Kind = 'Html'; Id = 'InvalidResponse'; Category = 'InvalidResult' }
        @{ Kind = 'EmptyBody'; Id = 'InvalidResponse'; Category = 'InvalidResult' }
        @{ Kind = 'GarbageJson'; Id = 'InvalidResponse'; Category = 'InvalidResult' }
        @{ Kind = 'CutOffBody'; Id = 'ConnectionFailed'; Category = 'ConnectionError' }
        @{ Kind = 'DropConnection'; Id = 'ConnectionFailed'; Category = 'ConnectionError' }
    ) {
        $null = New-IvsChannel
        $emulator.Faults.Break('CreateChannel', $Kind, 9)
        New-IvsChannel -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId $failed[0] | Should -Be $Id
        $failed[0].CategoryInfo.Category | Should -Be $Category
        $failed[0].Exception.RequestId | Should -Be (Get-Sent CreateChannel)[-1].RequestId
        $failed[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        "$($failed[0])" | Should -Not -Match '\bat (Amazon|System)\.'
    }

    It 'causes OperationTimeout if it arrives later than -TimeoutSec allows' {
        $emulator.Faults.Latency = [timespan]::FromSeconds(30)
        New-IvsChannel -TimeoutSec 1 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId $failed[0] | Should -Be 'OperationTimeout'
        $failed[0].CategoryInfo.Category | Should -Be 'OperationTimeout'
        $failed[0].ErrorDetails.RecommendedAction | Should -Match '-TimeoutSec'
        $emulator.Requests.Count | Should -Be 0
    }
}

Describe 'An endpoint that does not accept connections' {
    It 'ends the pipeline, because no input can succeed' {
        $probe = Start-IvsEmulator
        $probe | Stop-IvsEmulator
        $tried = 0
        $connection = @{ EndpointUrl = $probe.Url; AccessKey = 'a'; SecretKey = 'b'; ThrottleLimit = 1; ErrorAction = 'SilentlyContinue' }
        { 1..5 | ForEach-Object { $script:tried++; $arn } | New-IvsStreamKey @connection } |
            Should -Throw -ErrorId 'ConnectionFailed,IvsTools.Commands.NewIvsStreamKeyCommand' -ExpectedMessage "*$($probe.Url)*"
        $script:tried | Should -BeLessThan 5
    }

    It 'ends the pipeline even if an earlier input was rejected before its request was sent' {
        $probe = Start-IvsEmulator
        $probe | Stop-IvsEmulator
        $tried = [System.Collections.Generic.List[string]]::new()
        $connection = @{
            EndpointUrl = $probe.Url
            AccessKey = 'a'
            SecretKey = 'b'
            Region = 'us-west-2'
            ErrorAction = 'SilentlyContinue'
        }
        $abroad = $arn.Replace('us-west-2', 'eu-west-1')
        { $abroad, $arn, $arn | ForEach-Object { $tried.Add($_); $_ } | New-IvsStreamKey @connection -ErrorVariable rejected } |
            Should -Throw -ErrorId 'ConnectionFailed,*'
        $tried | Should -Be $abroad, $arn
    }
}

Describe 'Inputs for several Regions' {
    BeforeEach { Reset-Emulator }
    BeforeAll {
        function Get-ArnIn([string] $Region) { "arn:aws:ivs:${Region}:123456789012:channel/abcdABCDefgh" }
        # Pester compares the items of an array, so an array of ARNs is converted to text, which differs from each ARN.
        function Get-Target($Failures) { $Failures | ForEach-Object { "$($_.TargetObject)" } }
    }

    It 'do not end the pipeline if the Region in one ARN is not valid' {
        $channel = New-IvsChannel
        $invalid = '-west-2', 'us-', '--', ('a' * 64) | ForEach-Object { Get-ArnIn $_ }
        foreach ($limit in 1, 2) {
            ($invalid + $channel.Arn | Get-IvsChannel -ThrottleLimit $limit -ErrorVariable failed -ErrorAction SilentlyContinue).Arn |
                Should -Be $channel.Arn
            $failed.TargetObject | Should -Be $invalid
            $failed.ForEach({ Get-ErrorId $_ }) | Select-Object -Unique | Should -Be 'InvalidRegion'
        }
    }

    It 'cause one error for each ARN that -Region does not match' {
        $arns = 1..3 | ForEach-Object { "$(Get-ArnIn us-west-2)$_" }
        $given = @{ Region = 'eu-west-1'; ErrorVariable = 'failed'; ErrorAction = 'SilentlyContinue' }
        foreach ($limit in 1, 2) {
            Get-IvsChannel $arns @given -ThrottleLimit $limit
            Get-Target $failed | Should -Be $arns
            $arns | Get-IvsChannel @given -ThrottleLimit $limit
            Get-Target $failed | Should -Be $arns
            Get-IvsChannelBatch $arns @given -ThrottleLimit $limit
            Get-Target $failed | Should -Be $arns
            Start-IvsViewerSessionRevocation $arns[0] one, two @given -ThrottleLimit $limit -Force
            Get-Target $failed | Should -Be one, two
            $failed.ForEach({ Get-ErrorId $_ }) | Select-Object -Unique | Should -Be 'RegionMismatch'
        }
    }

    It 'do not end the pipeline if the endpoint of one Region does not respond, and do not call this endpoint again' {
        $PSDefaultParameterValues.Remove('*-Ivs*:EndpointUrl')
        try {
            # The host names do not exist.
            $arns = 'xx-none-1', 'xx-none-1', 'yy-none-1' | ForEach-Object { Get-ArnIn $_ }
            $lines = $arns | Get-IvsChannel -AccessKey a -SecretKey b -TimeoutSec 20 -Verbose -ErrorVariable failed `
                -ErrorAction SilentlyContinue 4>&1
        }
        finally { $PSDefaultParameterValues['*-Ivs*:EndpointUrl'] = $emulator.Url }
        if ((Get-ErrorId $failed[0]) -ne 'ConnectionFailed') {
            Set-ItResult -Skipped -Because 'the network resolves every host name'
            return
        }
        $failed.TargetObject | Should -Be $arns
        $failed.ForEach({ Get-ErrorId $_ }) | Select-Object -Unique | Should -Be 'ConnectionFailed'
        @($lines -match '^GetChannel in ').Count | Should -Be 2
    }
}

Describe 'The error of a call that cannot be made' {
    BeforeAll {
        $saved = $env:AWS_CONFIG_FILE
        $env:AWS_CONFIG_FILE = "$TestDrive/config"
        $profiles = [ordered]@{
            keys = 'aws_access_key_id = AKIA', 'aws_secret_access_key = hunter2'
            sso = 'sso_start_url = https://example.awsapps.com/start', 'sso_region = us-west-2', 'sso_account_id = 123456789012',
                'sso_role_name = viewer'
            'role-of-sso' = 'role_arn = arn:aws:iam::123456789012:role/viewer', 'source_profile = sso'
            role = 'role_arn = arn:aws:iam::123456789012:role/viewer', 'source_profile = keys'
            login = 'login_session = arn:aws:iam::123456789012:user/viewer'
            'region-only' = @()
            half = 'aws_access_key_id = AKIA'
            'no-source' = 'role_arn = arn:aws:iam::123456789012:role/viewer', 'source_profile = nosuch'
            'program-fails' = 'credential_process = no-such-program hunter2'
            'program-talks' = 'credential_process = echo hunter2'
        }
        Set-Content $env:AWS_CONFIG_FILE (
            $profiles.GetEnumerator() | ForEach-Object { "[profile $($_.Key)]"; 'region = us-west-2'; $_.Value }
        )
    }
    BeforeEach { Reset-Emulator }
    AfterEach {
        $env:AWS_ENDPOINT_URL_STS = $env:AWS_PROFILE = $env:AWS_ACCESS_KEY_ID = $null
        $env:AWS_WEB_IDENTITY_TOKEN_FILE = $env:AWS_ROLE_ARN = $null
    }
    AfterAll { $env:AWS_CONFIG_FILE = $saved }

    It 'reports a missing Region, and its recommended action lists the ways to set the Region' {
        $missing = { Get-IvsChannel -EndpointUrl http://127.0.0.1:9 -AccessKey a -SecretKey b -ErrorAction Stop } |
            Should -Throw -ErrorId 'NoRegion,*' -PassThru
        "$($missing.Exception.Message)" | Should -BeExactly 'The Region is missing.'
        foreach ($way in '-Region', 'AWS_REGION', 'profile') { $missing.ErrorDetails.RecommendedAction | Should -Match $way }
    }

    It 'reports missing credentials' {
        { Get-IvsChannel -EndpointUrl http://127.0.0.1:9 -Region us-west-2 } | Should -Throw -ErrorId 'NoCredentials,*'
    }

    It 'recommends -EndpointUrl if an emulator runs in the session, but the call does not specify an endpoint' {
        $PSDefaultParameterValues.Remove('*-Ivs*:EndpointUrl')
        try {
            { Get-IvsChannel } | Should -Throw -ErrorId 'NoRegion,*'
            { Get-IvsChannel -Region us-west-2 } | Should -Throw -ErrorId 'NoCredentials,*'
        }
        finally { $PSDefaultParameterValues['*-Ivs*:EndpointUrl'] = $emulator.Url }
        $Error[0, 1].ErrorDetails.RecommendedAction |
            Should -BeLike "*To call the emulator in this session, use -EndpointUrl $($emulator.Url)."
    }

    It 'says what is missing and what to do: <Why>' -ForEach @(
        @{
            Why = 'a profile that is not signed in'
            Profile = 'sso'
            Says = "The profile 'sso' is not signed in"
            Action = '^Run: aws sso login --profile sso$'
        }
        @{
            Why = 'a role whose source is not signed in'
            Profile = 'role-of-sso'
            Says = "The profile 'sso' is not signed in"
            Action = '--profile sso$'
        }
        @{
            Why = 'a profile that uses aws login'
            Profile = 'login'
            Says = "uses 'aws login'"
            Action = 'export-credentials --profile login'
        }
        @{
            Why = 'a profile with only a Region'
            Profile = 'region-only'
            Says = 'does not contain credentials'
            Action = '^Run: aws configure --profile region-only$'
        }
        @{ Why = 'a profile without a secret key'; Profile = 'half'; Says = 'but not an aws_secret_access_key'; Action = 'aws configure' }
        @{
            Why = 'a source profile that does not exist'
            Profile = 'no-source'
            Says = "source_profile 'nosuch', which does not exist"
            Action = 'Correct source_profile'
        }
        @{
            Why = 'a credential_process that fails'
            Profile = 'program-fails'
            Says = "credential_process of the profile 'program-fails' failed"
            Action = 'in a terminal'
        }
        @{
            Why = 'a credential_process that does not return JSON'
            Profile = 'program-talks'
            Says = 'did not return valid JSON'
            Action = 'in a terminal'
        }
        @{
            Why = 'a role that STS cannot assume'
            Profile = 'role'
            Says = 'AWS STS could not be reached to assume the role .+role/viewer'
            Action = 'network'
        }
    ) {
        $env:AWS_ENDPOINT_URL_STS = 'http://127.0.0.1:9'
        $failed = $null
        try { Get-IvsChannel -ProfileName $Profile -ErrorAction Stop } catch { $failed = $_ }
        Get-ErrorId $failed | Should -Be 'NoCredentials'
        $failed.CategoryInfo.Category | Should -Be 'AuthenticationError'
        "$failed" | Should -Match $Says
        $failed.ErrorDetails.RecommendedAction | Should -Match $Action
        $failed | Format-List * -Force | Out-String | Should -Not -Match 'hunter2'
        $emulator.Requests.Count | Should -Be 0
    }

    It 'lists the profiles if a profile is unknown, and suggests one if its name is similar' {
        { Get-IvsChannel -ProfileName nobody } | Should -Throw -ErrorId 'UnknownProfile,*' -ExpectedMessage "*'nobody'*"
        $Error[0].ErrorDetails.RecommendedAction | Should -Match 'half|login|no-source'
        { Get-IvsChannel -ProfileName kyes } | Should -Throw -ErrorId 'UnknownProfile,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -Be "Did you mean 'keys'?"
        $env:AWS_PROFILE = 'nobody'
        { Get-IvsChannel -EndpointUrl http://127.0.0.1:9 } | Should -Throw -ErrorId 'UnknownProfile,*' -ExpectedMessage "*'nobody'*"
    }

    It 'names the environment variables if the credentials in them are incomplete' {
        $env:AWS_ACCESS_KEY_ID = 'AKIA'
        { Get-IvsChannel -EndpointUrl http://127.0.0.1:9 -Region us-west-2 } |
            Should -Throw -ErrorId 'NoCredentials,*' -ExpectedMessage '*AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not.'
        $env:AWS_WEB_IDENTITY_TOKEN_FILE = 'token'
        $env:AWS_ROLE_ARN = 'arn:aws:iam::123456789012:role/viewer'
        $env:AWS_ACCESS_KEY_ID = $null
        { Get-IvsChannel -EndpointUrl http://127.0.0.1:9 -Region us-west-2 } |
            Should -Throw -ErrorId 'NoCredentials,*' -ExpectedMessage '*AWS_WEB_IDENTITY_TOKEN_FILE*role/viewer*'
    }

    It 'lists the sources that were searched, and the existing profiles' {
        { Get-IvsChannel -EndpointUrl http://127.0.0.1:9 -Region us-west-2 } |
            Should -Throw -ErrorId 'NoCredentials,*' -ExpectedMessage (
                "*No credentials were found in the parameters, the environment variables, the profile 'default'*")
        $Error[0].ErrorDetails.RecommendedAction | Should -Match '-ProfileName with one of the profiles: .*keys'
        "$($Error[0])" | Should -Not -Match 'Exception \d of'
    }

    It 'recommends checking -Region if the service rejects the Region of the signature' {
        Get-IvsChannel -Region us-wset-2 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId $failed[0] | Should -Be 'InvalidSignatureException'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*-Region*'
    }

    It 'suggests a Region if the specified name is similar' {
        # The host name does not exist. A DNS resolver that returns an address for every name causes a different error.
        $failed = $null
        try { Get-IvsChannel -Region us-wset-2 -AccessKey a -SecretKey b -EndpointUrl:$null -TimeoutSec 20 } catch { $failed = $_ }
        Get-ErrorId $failed | Should -Be 'InvalidEndpoint'
        $PSDefaultParameterValues.Remove('*-Ivs*:EndpointUrl')
        try { Get-IvsChannel -Region us-wset-2 -AccessKey a -SecretKey b -TimeoutSec 20 } catch { $failed = $_ }
        $PSDefaultParameterValues['*-Ivs*:EndpointUrl'] = $emulator.Url
        if ((Get-ErrorId $failed) -ne 'ConnectionFailed') { Set-ItResult -Skipped -Because 'the network resolves every host name' ; return }
        $failed.ErrorDetails.RecommendedAction |
            Should -Be "Check -Region: 'us-wset-2' is not a known Region of Amazon IVS. Did you mean us-west-2?"
    }

    It 'shows the invalid endpoint URL' {
        { Get-IvsChannel -EndpointUrl nowhere -Region us-west-2 -AccessKey a -SecretKey b } |
            Should -Throw -ErrorId 'InvalidEndpoint,*' -ExpectedMessage '*nowhere*'
    }

    It 'says that -AccessKey and -SecretKey must be specified together' {
        { Get-IvsChannel -AccessKey a -Region us-west-2 } | Should -Throw -ErrorId 'NoCredentials,*'
    }
}

Describe 'An error that quotes external text' {
    BeforeAll {
        # Returns everything that an error shows to users and scripts.
        function Get-Shown($ErrorRecord) {
            "$ErrorRecord $($ErrorRecord.TargetObject) $($ErrorRecord.CategoryInfo) $($ErrorRecord.Exception)"
        }
    }
    BeforeEach { Reset-Emulator }

    It 'shows no control character and no stream key from a batch response' {
        $body = '{"channels":[],"errors":[{"arn":"a\u001b[31m","code":"X\u001b","message":"m\u0007"},' +
            '{"arn":"sk_us-west-2_abcd_hunter2","code":"ACCESS_DENIED_EXCEPTION","message":"sk_us-west-2_abcd_hunter2"}]}'
        $server = Start-OneResponse $body
        $arns = 'a', 'b' | ForEach-Object { "arn:aws:ivs:us-west-2:123456789012:channel/$_" }
        try {
            Get-IvsChannel $arns -EndpointUrl $server.Url -AccessKey AKIA -SecretKey x -ErrorVariable failed -ErrorAction SilentlyContinue
        }
        finally { Stop-OneResponse $server }
        $failed | ForEach-Object { Get-ErrorId $_ } |
            Should -Be 'InvalidResponse', 'InvalidResponse', 'InvalidResponse', 'AccessDeniedException'
        foreach ($one in $failed) {
            Get-Shown $one | Should -Not -Match "[\x00-\x08\x0b-\x1f]|hunter2"
        }
    }

    It 'shows no key text from a path argument' {
        $key = "-----BEGIN PRIVATE KEY-----`n" +
            'MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDhunter2AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
            "`n-----END PRIVATE KEY-----"
        foreach ($text in $key, $key.Replace("`n", '\n')) {
            foreach ($name in 'Import-IvsPlaybackKeyPair', 'Get-IvsPlaybackKeyFile') {
                $failed = $null
                try { & $name -LiteralPath $text } catch { $failed = $_ }
                Get-ErrorId $failed | Should -Be 'ParameterArgumentTransformationError'
                Get-Shown $failed | Should -Not -Match 'hunter2'
                "$failed" | Should -Match 'The value is \(key text\), which is not valid for this parameter'
            }
        }
    }
}
