BeforeDiscovery { . $PSScriptRoot/Moto.ps1 }
BeforeAll {
    . $PSScriptRoot/Setup.ps1
    . $PSScriptRoot/Moto.ps1
    if (-not $hasMoto) { Write-Host 'The Python package moto is not on this machine: the tests with AWS KMS are skipped.' }
    $arn = 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh'
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'The AWS SDK assemblies for AWS KMS and Parameter Store' {
    It 'are not loaded by the import of the module or by calls to Amazon IVS' {
        $loaded = Invoke-PowerShell -Command "
            Import-Module '$PSScriptRoot/../IvsTools.psd1'
            `$e = Start-IvsEmulator; `$null = New-IvsChannel -EndpointUrl `$e.Url
            New-IvsPlaybackKeyPair -Name x -DestinationPath '$TestDrive' | Import-IvsPlaybackKeyPair -EndpointUrl `$e.Url | Out-Null
            `$null = New-IvsViewerToken $arn -PrivateKeyPath '$TestDrive/x.private.pem'
            `$context = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext([IvsTools.StreamKey].Assembly)
            `$context.Assemblies.GetName().Name -like 'AWSSDK.*'"
        $loaded | Should -Contain 'AWSSDK.Core'
        $loaded | Should -Not -Contain 'AWSSDK.KeyManagementService'
        $loaded | Should -Not -Contain 'AWSSDK.SimpleSystemsManagement'
    }
}

Describe 'A call to AWS KMS or Parameter Store' {
    BeforeEach {
        # Accepts connections, and never responds.
        $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $env:AWS_ENDPOINT_URL_KMS = $env:AWS_ENDPOINT_URL_SSM = "http://127.0.0.1:$($listener.LocalEndpoint.Port)"
        $shell = [powershell]::Create()
    }
    AfterEach {
        $shell.Dispose()
        $listener.Stop()
        Remove-Item env:AWS_ENDPOINT_URL_KMS, env:AWS_ENDPOINT_URL_SSM
    }

    It 'ends without an error when the pipeline is stopped: <_>' -ForEach @(
        'New-IvsViewerToken $arn -KmsKeyId alias/ivs'
        'New-IvsViewerToken $arn -SsmParameter /ivs/key'
        'Test-IvsViewerToken a.b.c -KmsKeyId alias/ivs'
        'Import-IvsPlaybackKeyPair -KmsKeyId alias/ivs'
        'New-IvsPlaybackKeyPair x -Kms'
        'Protect-IvsPlaybackKey -SsmParameter /ivs/key -DestinationPath x.pem -NewPassphrase (ConvertTo-SecureString secret -AsPlainText)'
    ) {
        $connection = '@{ Region = "us-west-2"; AccessKey = "AKIAIOSFODNN7EXAMPLE"; SecretKey = "secret" }'
        $null = $shell.AddScript(
            "Import-Module '$PSScriptRoot/../IvsTools.psd1'; `$arn = '$arn'; `$connection = $connection; $_ @connection"
        )
        $running = $shell.BeginInvoke()
        Wait-Until { $listener.Pending() }
        $shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
        $running.AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
        $shell.InvocationStateInfo.State | Should -Be Stopped
        $shell.Streams.Error.Count | Should -Be 0
    }
}

Describe 'A private key in AWS KMS' -Skip:(-not $hasMoto) {
    BeforeAll {
        $moto = Start-Moto
        $key = (Invoke-Moto TrentService.CreateKey @{ KeySpec = 'ECC_NIST_P384'; KeyUsage = 'SIGN_VERIFY' }).KeyMetadata
        $null = Invoke-Moto TrentService.CreateAlias @{ AliasName = 'alias/ivs'; TargetKeyId = $key.KeyId }
    }
    AfterAll { Stop-Moto $moto }

    It 'is found by its <_>, and signs tokens that Test-IvsViewerToken verifies' -ForEach 'alias', 'id', 'ARN', 'alias ARN' {
        $id = @{ alias = 'alias/ivs'; id = $key.KeyId; ARN = $key.Arn; 'alias ARN' = $key.Arn -replace 'key/.*', 'alias/ivs' }[$_]
        $token = New-IvsViewerToken $arn -KmsKeyId $id -ViewerId viewer-1
        $report = $token | Test-IvsViewerToken -KmsKeyId $id
        $report.IsValid, $report.Signature, $report.KeyFingerprint | Should -Be $true, 'Verified', $token.KeyFingerprint
        $other = New-IvsPlaybackKeyPair -Name ([guid]::NewGuid()) -DestinationPath $TestDrive
        ($token | Test-IvsViewerToken -PublicKey $other).Signature | Should -Be Invalid
    }

    It 'signs each token in a separate Sign call, which the verbose stream shows' {
        $all = 'a', 'b', 'c' | ForEach-Object { [pscustomobject] @{ ViewerId = $_ } } |
            New-IvsViewerToken $arn -KmsKeyId alias/ivs -Verbose 4>&1
        @($all | Where-Object { $_ -is [IvsTools.ViewerToken] }).ViewerId | Should -Be 'a', 'b', 'c'
        $verbose = @($all | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }).Message
        @($verbose -match '^Sign in us-west-2 at http://127').Count | Should -Be 3
        @($verbose -match '^GetPublicKey in us-west-2 at').Count | Should -Be 1
        @($verbose -match 'Each token requires one call to AWS KMS').Count | Should -Be 1
    }

    It 'signs several tokens at the same time with -ThrottleLimit, and the output has the order of the input' {
        $ids = 1..40 | ForEach-Object { "viewer-$_" }
        (
            $ids | ForEach-Object { [pscustomobject] @{ ViewerId = $_ } } | New-IvsViewerToken $arn -KmsKeyId alias/ivs -ThrottleLimit 8
        ).ViewerId |
            Should -Be $ids
    }

    It 'is used in the Region of its ARN' {
        { New-IvsViewerToken $arn -KmsKeyId ($key.Arn -replace 'us-west-2', 'eu-west-1') -ErrorAction Stop } |
            Should -Throw -ErrorId 'NotFoundException,*'
        { New-IvsViewerToken $arn -KmsKeyId $key.Arn -Region eu-west-1 } | Should -Throw -ErrorId 'RegionMismatch,*'
    }

    It 'is rejected if its ID is the ARN of another service' {
        $other = 'arn:aws:ivs:us-west-2:123456789012:playback-key/abcd'
        { New-IvsViewerToken $arn -KmsKeyId $other } | Should -Throw '*of the service ivs*alias/prod*'
        { Test-IvsViewerToken a.b.c -KmsKeyId $other } | Should -Throw '*of the service ivs*'
        { Import-IvsPlaybackKeyPair -KmsKeyId $other } | Should -Throw '*of the service ivs*'
    }

    It 'causes one terminating error if it does not exist or is an RSA key' {
        # The response of moto does not contain the key spec, so the module gets the key spec from the public key.
        $rsa = (Invoke-Moto TrentService.CreateKey @{ KeySpec = 'RSA_2048'; KeyUsage = 'SIGN_VERIFY' }).KeyMetadata.KeyId
        { New-IvsViewerToken $arn -KmsKeyId $rsa } | Should -Throw '*RSA*' -ErrorId 'NotEllipticCurve,*'
        { New-IvsViewerToken $arn -KmsKeyId alias/none } | Should -Throw -ErrorId 'NotFoundException,*'
        { 'a.b.c' | Test-IvsViewerToken -KmsKeyId alias/none } | Should -Throw -ErrorId 'NotFoundException,*'
        $error[0].ErrorDetails.RecommendedAction | Should -BeLike 'Check the ID or the alias*'
        $error[0].CategoryInfo.Category | Should -Be ObjectNotFound
    }

    It 'causes an error if AWS KMS cannot be reached' {
        $before = $env:AWS_ENDPOINT_URL_KMS
        try {
            $env:AWS_ENDPOINT_URL_KMS = 'http://127.0.0.1:9'
            { New-IvsViewerToken $arn -KmsKeyId alias/ivs } | Should -Throw '*http://127.0.0.1:9*' -ErrorId 'ConnectionFailed,*'
            $error[0].ErrorDetails.RecommendedAction | Should -BeLike '*AWS_ENDPOINT_URL_KMS*'
            $env:AWS_ENDPOINT_URL_KMS = 'localhost:4566'
            { New-IvsViewerToken $arn -KmsKeyId alias/ivs } | Should -Throw -ErrorId 'InvalidEndpoint,*'
            $error[0].ErrorDetails.RecommendedAction | Should -BeLike 'Correct AWS_ENDPOINT_URL_KMS,*'
            # An empty variable is ignored, as it is for the endpoint of Amazon IVS.
            [System.Environment]::SetEnvironmentVariable('AWS_ENDPOINT_URL_KMS', '')
            { New-IvsViewerToken $arn -KmsKeyId alias/ivs -Region xx-none-1 } |
                Should -Throw '*https://kms.xx-none-1.amazonaws.com*' -ErrorId 'ConnectionFailed,*'
        }
        finally { $env:AWS_ENDPOINT_URL_KMS = $before }
    }

    It 'has an alias and tags, can be imported, and signs tokens for a private channel' {
        Reset-Emulator
        $created = New-IvsPlaybackKeyPair -Name prod -Kms -Tag @{ team = 'live' }
        $created.Name, $created.Alias | Should -Be 'prod', 'alias/prod'
        $metadata = (Invoke-Moto TrentService.DescribeKey @{ KeyId = 'alias/prod' }).KeyMetadata
        $metadata.Arn, $metadata.KeyUsage, $metadata.CustomerMasterKeySpec | Should -Be $created.KmsKeyId, 'SIGN_VERIFY', 'ECC_NIST_P384'
        (Invoke-Moto TrentService.ListResourceTags @{ KeyId = $metadata.KeyId }).Tags | ForEach-Object { "$($_.TagKey)=$($_.TagValue)" } |
            Should -Be 'team=live'

        $pair, $verbose = ($created | Import-IvsPlaybackKeyPair -Verbose 4>&1).Where({ $_ -is [IvsTools.PlaybackKeyPair] }, 'Split')
        @("$verbose" | Select-String 'GetPublicKey in us-west-2').Count | Should -Be 1
        $pair.Name, $pair.Fingerprint | Should -Be 'prod', $created.Fingerprint
        (Import-IvsPlaybackKeyPair -KmsKeyId alias/prod -ReuseExisting).Arn | Should -Be $pair.Arn
        $channel = New-IvsChannel -Name studio -Authorized $true
        $emulator.Streams.Start($channel.Arn)
        $token = $channel | New-IvsViewerToken -KmsKeyId alias/prod
        (Invoke-WebRequest $token.PlaybackUrl).StatusCode | Should -Be 200
    }

    It 'is created and then scheduled for deletion if another key already has the requested alias' {
        $null = New-IvsPlaybackKeyPair -Name taken -Kms
        $null = New-IvsPlaybackKeyPair -Name taken -Kms -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId $failed[0] | Should -Be AlreadyExistsException
        $failed[0].Exception.Message -match '(arn:aws:kms:\S+) was scheduled' | Should -BeTrue
        (Invoke-Moto TrentService.DescribeKey @{ KeyId = $Matches[1] }).KeyMetadata.KeyState | Should -Be PendingDeletion
    }

    It 'is not created with -WhatIf' {
        New-IvsPlaybackKeyPair -Name whatif -Kms -WhatIf | Should -BeNullOrEmpty
        { Invoke-Moto TrentService.DescribeKey @{ KeyId = 'alias/whatif' } } | Should -Throw
    }

    It 'is found in the Region of its ARN, which is also the Region of the import if -Region is omitted' {
        Reset-Emulator
        (Import-IvsPlaybackKeyPair -KmsKeyId $key.Arn).Arn | Should -BeLike 'arn:aws:ivs:us-west-2:*'
        (Import-IvsPlaybackKeyPair -KmsKeyId $key.Arn -Region eu-west-1).Arn | Should -BeLike 'arn:aws:ivs:eu-west-1:*'
        { Import-IvsPlaybackKeyPair -KmsKeyId ($key.Arn -replace 'us-west-2', 'eu-west-1') -ErrorAction Stop } |
            Should -Throw -ErrorId 'NotFoundException,*'
    }

    It 'causes one error if it does not exist, but does not stop the import of the other rows' {
        Reset-Emulator
        $rows = 'KmsKeyId,Name', 'alias/none,a', 'alias/ivs,b' | ConvertFrom-Csv
        $pairs = $rows | Import-IvsPlaybackKeyPair -ErrorVariable failed -ErrorAction SilentlyContinue
        $pairs.Name | Should -Be b
        $failed.Count | Should -Be 1
        $failed[0].TargetObject, (Get-ErrorId $failed[0]) | Should -Be 'alias/none', 'NotFoundException'
    }

    It 'with -CheckpointPath and -ThrottleLimit <_>, signs only the tokens that an interrupted run did not sign' -ForEach 1, 8 {
        $checkpoint = Join-Path $TestDrive "tokens-$_"
        $viewers = 1..100 | ForEach-Object { [pscustomobject] @{ ViewerId = "viewer-$_"; SingleUse = $_ % 2 -eq 0 } }
        $sign = {
            param($limit, $count) $viewers |
                New-IvsViewerToken $arn -KmsKeyId alias/ivs -CheckpointPath $checkpoint -ThrottleLimit $limit -Verbose 4>&1 |
                Select-Object -First $count
        }
        $calls = {
            param($out) @(
                $out | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -and $_.Message -like 'Sign in*' }
            ).Count
        }

        # The first run ends after 60 objects, some of which are verbose records.
        $null = & $sign $_ 60
        $done = @(Get-Content $checkpoint).Count
        $done | Should -BeGreaterThan 10
        $done | Should -BeLessThan 100
        $out = & $sign $_ 1000
        $tokens = $out | Where-Object { $_ -is [IvsTools.ViewerToken] }
        $tokens.ViewerId | Should -Be $viewers.ViewerId
        & $calls $out | Should -Be (100 - $done)
        @($tokens.Token | Sort-Object -Unique).Count | Should -Be 100
        @($tokens | Test-IvsViewerToken -KmsKeyId alias/ivs | Where-Object { -not $_.IsValid }).Count | Should -Be 0

        $again = & $sign $_ 1000
        & $calls $again | Should -Be 0
        ($again | Where-Object { $_ -is [IvsTools.ViewerToken] }).Token | Should -Be $tokens.Token
    }

    It 'does not sign tokens if New-IvsViewerToken cannot use the file in -CheckpointPath' {
        { New-IvsViewerToken $arn -KmsKeyId alias/ivs -CheckpointPath "$TestDrive/none/tokens" } | Should -Throw -ErrorId 'FileNotFound,*'
        { New-IvsViewerToken $arn -KmsKeyId alias/ivs -CheckpointPath $TestDrive } | Should -Throw '*a folder*' -ErrorId 'FileError,*'
        { New-IvsViewerToken $arn -KmsKeyId alias/ivs -CheckpointPath Env:tokens } | Should -Throw -ErrorId 'FileNotFound,*'
        $csv = Join-Path $TestDrive viewers.csv
        Set-Content $csv 'ChannelArn,ViewerId'
        { New-IvsViewerToken $arn -KmsKeyId alias/ivs -CheckpointPath $csv } |
            Should -Throw '*not a checkpoint file*' -ErrorId 'FileError,*'
        Get-Content $csv | Should -Be 'ChannelArn,ViewerId'
    }
}
