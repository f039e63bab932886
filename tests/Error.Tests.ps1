BeforeDiscovery {
    # The errors of the two operations' pages, and those common to all actions of AWS.
    $errors = @(
        @{ Code = 'AccessDeniedException'; Status = 403; Category = 'PermissionDenied'; Action = 'ivs:CreateStreamKey' }
        @{ Code = 'PendingVerification'; Status = 403; Category = 'PermissionDenied'; Action = 'AWS Support' }
        @{ Code = 'ResourceNotFoundException'; Status = 404; Category = 'ObjectNotFound'; Action = 'Check the ARN' }
        @{ Code = 'ServiceQuotaExceededException'; Status = 402; Category = 'QuotaExceeded'; Action = 'Reset-IvsStreamKey' }
        @{ Code = 'ValidationException'; Status = 400; Category = 'InvalidArgument'; Action = 'Correct the value' }
        @{ Code = 'ConflictException'; Status = 409; Category = 'ResourceExists' }
        @{ Code = 'ThrottlingException'; Status = 429; Category = 'LimitsExceeded'; Action = '-ThrottleLimit' }
        @{ Code = 'InternalServerException'; Status = 500; Category = 'ResourceUnavailable'; Action = 'Try again' }
        @{ Code = 'ServiceUnavailable'; Status = 503; Category = 'ResourceUnavailable'; Action = 'Try again' }
        @{ Code = 'StreamUnavailable'; Status = 503; Category = 'ResourceUnavailable'; Action = 'Try again' }
        @{ Code = 'ChannelNotBroadcasting'; Status = 404; Category = 'InvalidOperation'; Action = 'no live stream' }
        @{ Code = 'ExpiredTokenException'; Status = 403; Category = 'AuthenticationError'; Action = 'Sign in again' }
        @{ Code = 'IncompleteSignature'; Status = 403; Category = 'AuthenticationError'; Action = 'secret key' }
        @{ Code = 'InternalFailure'; Status = 500; Category = 'ResourceUnavailable'; Action = 'Try again' }
        @{ Code = 'MalformedHttpRequestException'; Status = 400; Category = 'InvalidArgument'; Action = 'proxy' }
        @{ Code = 'NotAuthorized'; Status = 401; Category = 'PermissionDenied'; Action = 'ivs:CreateStreamKey' }
        @{ Code = 'OptInRequired'; Status = 403; Category = 'PermissionDenied'; Action = 'Region' }
        @{ Code = 'RequestAbortedException'; Status = 400; Category = 'InvalidArgument'; Action = 'proxy' }
        @{ Code = 'RequestEntityTooLargeException'; Status = 413; Category = 'InvalidArgument'; Action = 'less' }
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

    It 'has its id, category, request id, status and advice on New-IvsStreamKey' {
        $emulator.Faults.Fail('CreateStreamKey', $Code, 9)
        New-IvsStreamKey $arn -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -Be "$Code,IvsTools.Commands.NewIvsStreamKeyCommand"
        $failed[0].CategoryInfo.Category | Should -Be $Category
        $failed[0].TargetObject | Should -Be $arn
        $failed[0].Exception | Should -BeOfType ([IvsTools.Service.IvsServiceException])
        $failed[0].Exception.RequestId | Should -Be (Get-Sent CreateStreamKey)[-1].RequestId
        [int]$failed[0].Exception.StatusCode | Should -Be $Status
        $failed[0].Exception.Operation | Should -Be 'CreateStreamKey'
        "$($failed[0])" | Should -Match "asked to answer $Code"
        "$($failed[0])" | Should -Not -Match '\bat Amazon\.'
        if ($Action) { $failed[0].ErrorDetails.RecommendedAction | Should -Match $Action }
    }

    It 'has its id and category on Import-IvsPlaybackKeyPair' {
        $emulator.Faults.Fail('ImportPlaybackKeyPair', $Code, 9)
        New-PublicPem | Import-IvsPlaybackKeyPair -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -Be "$Code,IvsTools.Commands.ImportIvsPlaybackKeyPairCommand"
        $failed[0].CategoryInfo.Category | Should -Be $Category
        $failed[0].Exception.RequestId | Should -Be (Get-Sent ImportPlaybackKeyPair)[-1].RequestId
    }
}

Describe 'An answer that is none' {
    BeforeEach { Reset-Emulator }

    It 'becomes <Id> when it is <Kind>' -ForEach @(
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

    It 'ends at -TimeoutSec, retries included' {
        $emulator.Faults.Latency = [timespan]::FromSeconds(30)
        New-IvsChannel -TimeoutSec 1 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId $failed[0] | Should -Be 'OperationTimeout'
        $failed[0].CategoryInfo.Category | Should -Be 'OperationTimeout'
        $failed[0].ErrorDetails.RecommendedAction | Should -Match '-TimeoutSec'
        $emulator.Requests.Count | Should -Be 0
    }
}

Describe 'An endpoint that nobody listens at' {
    It 'ends the pipeline: no input could succeed' {
        $probe = Start-IvsEmulator
        $probe | Stop-IvsEmulator
        $tried = 0
        $connection = @{ EndpointUrl = $probe.Url; AccessKey = 'a'; SecretKey = 'b'; ThrottleLimit = 1; ErrorAction = 'SilentlyContinue' }
        { 1..5 | ForEach-Object { $script:tried++; $arn } | New-IvsStreamKey @connection } |
            Should -Throw -ErrorId 'ConnectionFailed,IvsTools.Commands.NewIvsStreamKeyCommand' -ExpectedMessage "*$($probe.Url)*"
        $script:tried | Should -BeLessThan 5
    }
}

Describe 'Where no call can be made' {
    It 'says that there is no Region' {
        { Get-IvsChannel -EndpointUrl http://127.0.0.1:9 -AccessKey a -SecretKey b } | Should -Throw -ErrorId 'NoRegion,*'
    }

    It 'says that there are no credentials' {
        { Get-IvsChannel -EndpointUrl http://127.0.0.1:9 -Region us-west-2 } | Should -Throw -ErrorId 'NoCredentials,*'
    }

    It 'names an unknown profile and an endpoint that is no URL' {
        { Get-IvsChannel -ProfileName nobody -Region us-west-2 } | Should -Throw -ErrorId 'UnknownProfile,*' -ExpectedMessage '*nobody*'
        { Get-IvsChannel -EndpointUrl nowhere -Region us-west-2 -AccessKey a -SecretKey b } | Should -Throw -ErrorId 'InvalidEndpoint,*' -ExpectedMessage '*nowhere*'
    }

    It 'wants both halves of a key' {
        { Get-IvsChannel -AccessKey a -Region us-west-2 } | Should -Throw -ErrorId 'NoCredentials,*'
    }
}
