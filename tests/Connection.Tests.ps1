BeforeAll { . $PSScriptRoot/Setup.ps1 }
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'A connection' {
    BeforeAll { $settings = Get-AwsSetting }
    BeforeEach { Reset-Emulator }
    AfterEach {
        Restore-AwsSetting $settings
        $PSDefaultParameterValues['*-Ivs*:EndpointUrl'] = $emulator.Url
        Set-Location $PSScriptRoot
    }

    It 'uses the Region of the ARN, and rejects a different -Region before a request is sent' {
        $channel = New-IvsChannel
        $channel.StreamKey | Remove-IvsStreamKey -Force
        $emulator.ClearRequests()
        (New-IvsStreamKey $channel.Arn).Region | Should -Be 'us-west-2'
        $emulator.ClearRequests()
        $elsewhere = 'arn:aws:ivs:eu-west-1:123456789012:channel/abcdABCDefgh'
        $elsewhere, $channel.Arn | New-IvsStreamKey -Region us-west-2 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId $failed[0] | Should -Be 'RegionMismatch'
        $failed[0].TargetObject | Should -Be $elsewhere
        $emulator.Requests.Count | Should -Be 1
        (Get-IvsChannel $channel.Arn -Region fips-us-west-2).Arn | Should -Be $channel.Arn
    }

    It 'signs for the Region from -Region, the session, the environment or the profile, in this order of precedence' {
        function Get-SignedRegion { ((Get-Sent ListChannels)[-1].Headers['Authorization'] -split '/')[2] }
        $keys = @{ AccessKey = $emulator.AccessKeyId; SecretKey = $emulator.SecretAccessKey; ErrorAction = 'SilentlyContinue' }
        Set-Content $TestDrive/config '[profile studio]', 'region = ap-south-1', "aws_access_key_id = $($emulator.AccessKeyId)",
            "aws_secret_access_key = $($emulator.SecretAccessKey)"
        Get-IvsChannel -ProfileName studio -ProfileLocation $TestDrive/config -ErrorAction SilentlyContinue
        Get-SignedRegion | Should -Be 'ap-south-1'
        $env:AWS_REGION = 'eu-west-1'
        Get-IvsChannel @keys
        Get-SignedRegion | Should -Be 'eu-west-1'
        $StoredAWSRegion = 'eu-central-1'
        Get-IvsChannel @keys
        Get-SignedRegion | Should -Be 'eu-central-1'
        Get-IvsChannel @keys -Region us-east-1
        Get-SignedRegion | Should -Be 'us-east-1'
    }

    It 'accepts credentials as keys, as PSCredential and from a profile' {
        $secure = ConvertTo-SecureString $emulator.SecretAccessKey -AsPlainText -Force
        $credential = [pscredential]::new($emulator.AccessKeyId, $secure)
        Set-Content $TestDrive/credentials '[studio]', "aws_access_key_id = $($emulator.AccessKeyId)",
            "aws_secret_access_key = $($emulator.SecretAccessKey)"
        foreach ($arguments in @{ AccessKey = $emulator.AccessKeyId; SecretKey = $emulator.SecretAccessKey },
            @{ Credential = $credential }, @{ ProfileName = 'studio'; ProfileLocation = "$TestDrive/credentials" }) {
            Get-IvsChannel @arguments -Region us-west-2 -ErrorAction Stop
        }
        $emulator.Requests.Status | Should -Be 200, 200, 200
    }

    It 'finds the profile in -ProfileLocation without -ProfileName' {
        function Get-SentKey { [regex]::Match((Get-Sent ListChannels)[-1].Headers['Authorization'], 'Credential=([^/]+)').Groups[1].Value }
        Set-Content $TestDrive/own '[default]', 'aws_access_key_id = AKIADEFAULT', 'aws_secret_access_key = x',
            '[studio]', 'aws_access_key_id = AKIASTUDIO', 'aws_secret_access_key = x'
        $env:AWS_ACCESS_KEY_ID = $env:AWS_SECRET_ACCESS_KEY = 'AKIAENVIRONMENT'
        Get-IvsChannel -ProfileLocation $TestDrive/own -Region us-west-2 -ErrorAction SilentlyContinue
        Get-SentKey | Should -Be 'AKIADEFAULT'
        $env:AWS_PROFILE = 'studio'
        Get-IvsChannel -ProfileLocation $TestDrive/own -Region us-west-2 -ErrorAction SilentlyContinue
        Get-SentKey | Should -Be 'AKIASTUDIO'
        { Get-IvsChannel -ProfileLocation $TestDrive/missing -Region us-west-2 } | Should -Throw -ErrorId 'UnknownProfile,*'
        { Get-IvsChannel -ProfileLocation '' -Region us-west-2 } | Should -Throw '*The value is empty*'
    }

    It 'does not combine the values of two sources of credentials' {
        Add-Type -TypeDefinition @'
            public class TemporaryKeys {
                public string AccessKey => "ASIAROLE";
                public string SecretKey => "x";
                public string Token => "role";
                public TemporaryKeys GetCredentials() => this;
            }
'@
        $to = @{ Region = 'us-west-2'; ErrorAction = 'SilentlyContinue' }
        Get-IvsChannel @to -Credential ([TemporaryKeys]::new()) -AccessKey AKIA -SecretKey x
        $emulator.Requests[-1].Headers['Authorization'] | Should -Match 'Credential=AKIA/'
        $emulator.Requests[-1].Headers['X-Amz-Security-Token'] | Should -BeNullOrEmpty
        $emulator.ClearRequests()
        foreach ($incomplete in @{ AccessKey = 'AKIA' }, @{ SecretKey = 'x' }, @{ SessionToken = 'token' }) {
            { Get-IvsChannel @to @incomplete -Credential ([TemporaryKeys]::new()) } | Should -Throw -ErrorId 'NoCredentials,*'
            { Get-IvsChannel @to @incomplete } | Should -Throw -ErrorId 'NoCredentials,*'
        }
        $emulator.Requests.Count | Should -Be 0
    }

    It 'sends and signs a session token' {
        # The emulator has long-term credentials, so it rejects the session token.
        $temporary = @{ AccessKey = $emulator.AccessKeyId; SecretKey = $emulator.SecretAccessKey; SessionToken = 'token' }
        Get-IvsChannel @temporary -Region us-west-2 -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId $failed[0] | Should -Be 'UnrecognizedClientException'
        $emulator.Requests[0].Headers['X-Amz-Security-Token'] | Should -Be 'token'
        $emulator.Requests[0].Headers['Authorization'] | Should -Match 'SignedHeaders=[^,]*x-amz-security-token'
    }

    It 'reports unusable credentials, and uses parameters, Set-AWSCredential or the environment, in this order of precedence' {
        # For calls to an emulator in the same process, cmdlets use the credentials of the emulator. The script therefore runs in a
        # child process.
        # The script defines types with the names of the AWS.Tools types.
        $script = {
            param($url, $key, $secret)
            Add-Type @'
                namespace Amazon.PowerShell.Common {
                    public class Keys {
                        public string AccessKey { get; set; }
                        public string SecretKey { get; set; }
                        public string Token { get; set; }
                    }
                    public class Source {
                        public Keys Keys;
                        public Keys GetCredentials() =>
                            Keys ?? throw new System.InvalidOperationException("The sign-in has expired.");
                    }
                    public class AWSPSCredentials {
                        internal Source Credentials { get; private set; }
                        public static AWSPSCredentials Of(Keys keys) => new() { Credentials = new() { Keys = keys } };
                    }
                }
'@
            $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY, $env:AWS_MAX_ATTEMPTS = 'AKIAENVIRONMENT', 'x', '1'
            $to = @{ EndpointUrl = $url; Region = 'us-west-2'; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed' }
            function New-Stored($Key, $Secret, $Token) {
                [Amazon.PowerShell.Common.AWSPSCredentials]::Of(
                    [Amazon.PowerShell.Common.Keys]@{ AccessKey = $Key; SecretKey = $Secret; Token = $Token }
                )
            }
            # -Credential accepts an object that returns credentials, and the credentials themselves.
            $source = [Amazon.PowerShell.Common.Source]@{
                Keys = [Amazon.PowerShell.Common.Keys]@{ AccessKey = 'ASIAROLE'; SecretKey = 'x'; Token = 'role' }
            }
            $null = Get-IvsChannel @to -Credential $source
            try { Get-IvsChannel @to -Credential (Get-Date) } catch { "$_" }
            $StoredAWSCredentials = New-Stored $key $secret
            Get-IvsChannel @to
            "$($failed.Count)"
            Get-IvsChannel @to -AccessKey AKIAPARAMETER -SecretKey x
            $StoredAWSCredentials = New-Stored ASIASTORED x token
            Get-IvsChannel @to
            foreach ($StoredAWSCredentials in [Amazon.PowerShell.Common.AWSPSCredentials]::Of($null), 'default') {
                try { Get-IvsChannel @to } catch { "$($_.FullyQualifiedErrorId.Split(',')[0]): $($_.Exception.Message)" }
            }
            Remove-Variable StoredAWSCredentials
            Get-IvsChannel @to
        }
        $arguments = "'$($emulator.Url)' '$($emulator.AccessKeyId)' '$($emulator.SecretAccessKey)'"
        $out = Invoke-PowerShell -Command "Import-Module '$PSScriptRoot/../IvsTools.psd1'; & { $script } $arguments"
        $out[0] | Should -BeLike '*not a PSCredential*does not contain both an access key*'
        $out[1] | Should -Be '0'
        $out[2] | Should -BeLike 'NoCredentials: *The sign-in has expired.*'
        $out[3] | Should -BeLike 'NoCredentials: *does not contain both an access key*'
        $emulator.Requests.ForEach({ [regex]::Match($_.Headers['Authorization'], 'Credential=([^/]+)').Groups[1].Value }) |
            Should -Be 'ASIAROLE', $emulator.AccessKeyId, 'AKIAPARAMETER', 'ASIASTORED', 'AKIAENVIRONMENT'
        @($emulator.Requests)[0, 3].ForEach({ $_.Headers['X-Amz-Security-Token'] }) | Should -Be 'role', 'token'
    }

    It 'uses the endpoint in AWS_ENDPOINT_URL_IVS' {
        $env:AWS_ENDPOINT_URL_IVS = $emulator.Url
        $PSDefaultParameterValues.Remove('*-Ivs*:EndpointUrl')
        (New-IvsChannel -Name env).Name | Should -Be 'env'
    }

    It 'uses the credentials of an emulator in this process if AWS_ENDPOINT_URL contains its URL' {
        $PSDefaultParameterValues.Remove('*-Ivs*:EndpointUrl')
        $env:AWS_ENDPOINT_URL = $emulator.Url
        (New-IvsChannel -Name general).Name | Should -Be 'general'
        $env:AWS_IGNORE_CONFIGURED_ENDPOINT_URLS = 'true'
        { New-IvsChannel -Region us-west-2 -TimeoutSec 5 } | Should -Throw -ErrorId 'NoCredentials,*'
    }

    It 'uses the endpoint in AWS_ENDPOINT_URL_IVS in the culture <_>' -ForEach 'tr-TR', 'az', 'en-US' {
        $PSDefaultParameterValues.Remove('*-Ivs*:EndpointUrl')
        $env:AWS_ENDPOINT_URL_IVS = $emulator.Url
        # A new variable makes the cmdlet read the environment again.
        $env:AWS_TEST_CULTURE = $_
        $emulator.ClearRequests()
        Use-Culture $_ {
            try { Get-IvsChannel -AccessKey a -SecretKey b -Region nowhere-1 -ErrorAction SilentlyContinue } catch { $null = $_ }
        }
        $emulator.Requests.Count | Should -Be 1
    }

    It 'searches the instance metadata for the Region within the timeout, and other calls do not wait for this search' {
        # The listener accepts connections, but never sends a response.
        $silent = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $silent.Start()
        $import = "Import-Module '$PSScriptRoot/../IvsTools.psd1'"
        $keys = "-EndpointUrl http://127.0.0.1:$(Get-FreePort) -AccessKey a -SecretKey b"
        $shell = [powershell]::Create().AddScript("$import; Get-IvsChannel $keys")
        try {
            $env:AWS_EC2_METADATA_DISABLED = 'false'
            $env:AWS_EC2_METADATA_SERVICE_ENDPOINT = "http://$($silent.LocalEndpoint)"
            $null = $shell.BeginInvoke()
            Wait-Until { $silent.Pending() }
            { Get-IvsChannel -EndpointUrl http://127.0.0.1:1 -AccessKey a -SecretKey b -TimeoutSec 1 } |
                Should -Throw -ErrorId 'OperationTimeout,*'
            Get-IvsChannel -ErrorAction Stop
            $shell.InvocationStateInfo.State | Should -Be 'Running'
            $shell.Stop()
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        }
        finally {
            $silent.Stop()
            $shell.Dispose()
        }
    }

    It 'gets credentials from the container endpoint in a changed environment variable' {
        $servers = 'AKIAONE', 'AKIATWO' | ForEach-Object {
            $keys = @{ AccessKeyId = $_; SecretAccessKey = 'x'; Token = 't'; Expiration = [datetime]::UtcNow.AddHours(1) }
            Start-OneResponse ($keys | ConvertTo-Json)
        }
        try {
            $null = Invoke-PowerShell -Command "
                Import-Module '$PSScriptRoot/../IvsTools.psd1'
                foreach (`$url in '$($servers[0].Url)', '$($servers[1].Url)') {
                    `$env:AWS_CONTAINER_CREDENTIALS_FULL_URI = `$url
                    Get-IvsChannel -EndpointUrl $($emulator.Url) -Region us-west-2 -ErrorAction SilentlyContinue
                }"
        }
        finally { $servers.ForEach({ Stop-OneResponse $_ }) }
        $emulator.Requests.ForEach({ [regex]::Match($_.Headers['Authorization'], 'Credential=([^/]+)').Groups[1].Value }) |
            Should -Be 'AKIAONE', 'AKIATWO'
    }

    It 'ignores AWS_DEFAULTS_MODE if it is empty' {
        $env:AWS_DEFAULTS_MODE = ''
        (New-IvsChannel -Name mode).Name | Should -Be 'mode'
    }

    It 'uses changed files and variables in the next call' {
        $PSDefaultParameterValues.Remove('*-Ivs*:EndpointUrl')
        $env:AWS_CONFIG_FILE = "$TestDrive/late-config"
        $env:AWS_SHARED_CREDENTIALS_FILE = "$TestDrive/late-credentials"
        { Get-IvsChannel -ProfileName late } | Should -Throw -ErrorId 'UnknownProfile,*'
        Set-Content $env:AWS_SHARED_CREDENTIALS_FILE '[late]', 'aws_access_key_id = AKIAOLD', 'aws_secret_access_key = old'
        Set-Content $env:AWS_CONFIG_FILE '[profile late]', 'region = us-west-2', "endpoint_url = $($emulator.Url)"
        Get-IvsChannel -ProfileName late -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId $failed[0] | Should -Be 'UnrecognizedClientException'
        Set-Content $env:AWS_SHARED_CREDENTIALS_FILE '[late]', "aws_access_key_id = $($emulator.AccessKeyId)",
            "aws_secret_access_key = $($emulator.SecretAccessKey)"
        Get-IvsChannel -ProfileName late -ErrorAction Stop
        $env:AWS_PROFILE = 'late'
        Get-IvsChannel -ErrorAction Stop
        $env:AWS_ACCESS_KEY_ID = $env:AWS_SECRET_ACCESS_KEY = 'AKIAOTHER'
        Get-IvsChannel -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId $failed[0] | Should -Be 'UnrecognizedClientException'
    }

    It 'reports an invalid line of <File> without its text, and reads the corrected file in the same session' -ForEach @(
        @{ File = 'config'; Line = '[profile studio' }
        @{ File = 'credentials'; Line = 'aws_secret_access_key hunter2' }
    ) {
        # Runs in a new process, in which the SDK has not read the files yet.
        $out = Invoke-PowerShell -Command "
            Import-Module '$PSScriptRoot/../IvsTools.psd1'
            `$env:AWS_CONFIG_FILE = '$TestDrive/broken-config'
            `$env:AWS_SHARED_CREDENTIALS_FILE = '$TestDrive/broken-credentials'
            Set-Content '$TestDrive/broken-config', '$TestDrive/broken-credentials' '[default]'
            Add-Content '$TestDrive/broken-$File' '$Line'
            function Get-Failure {
                `$keys = @{ AccessKey = '$($emulator.AccessKeyId)'; SecretKey = 'x'; Region = 'us-west-2' }
                try { Get-IvsChannel -EndpointUrl $($emulator.Url) @keys -ErrorAction Stop }
                catch {
                    `$_.FullyQualifiedErrorId.Split(',')[0]
                    `$_ | Out-String
                    `$_ | Format-List * -Force | Out-String
                    `"`$(`$_.Exception)`"
                }
            }
            Get-Failure
            Set-Content '$TestDrive/broken-$File' '[default]'
            (Get-Failure)[0]
            Add-Content '$TestDrive/broken-$File' '$Line'
            Get-Failure" | Out-String
        # The secret access key is wrong, so InvalidSignatureException shows that the second call has read the files.
        @($out -split '\r?\n' -match '^[A-Z]\w+$') | Should -Be 'NoCredentials', 'InvalidSignatureException', 'NoCredentials'
        $out -replace '\s' | Should -Match "Line2ofthefile'.*broken-$File'isnotasection"
        $out | Should -Not -Match 'hunter2|profile studio'
    }

    It 'prefers the Region of the environment to that of -ProfileName, as other AWS SDKs do' {
        Set-Content $TestDrive/two '[studio]', 'region = ap-south-1', "aws_access_key_id = $($emulator.AccessKeyId)",
            "aws_secret_access_key = $($emulator.SecretAccessKey)"
        $env:AWS_REGION = 'eu-west-1'
        Set-Location $TestDrive
        Get-IvsChannel -ProfileName studio -ProfileLocation two -ErrorAction SilentlyContinue
        ((Get-Sent ListChannels)[-1].Headers['Authorization'] -split '/')[2] | Should -Be 'eu-west-1'
    }

    It 'fails with a wrong secret key, and does not show the key' {
        $arguments = @{ AccessKey = $emulator.AccessKeyId; SecretKey = 'a-wrong-secret'; Region = 'us-west-2' }
        $all = Get-IvsChannel @arguments -Verbose -Debug -ErrorVariable failed -ErrorAction SilentlyContinue *>&1
        Get-ErrorId $failed[0] | Should -Be 'InvalidSignatureException'
        $failed[0].CategoryInfo.Category | Should -Be 'AuthenticationError'
        "$($all | Out-String) $($failed[0] | Format-List * -Force | Out-String)" | Should -Not -Match 'a-wrong-secret'
    }

    It 'offers Regions and profiles for completion' {
        (TabExpansion2 'Get-IvsChannel -Region us-' 26).CompletionMatches.CompletionText | Should -Be 'us-east-1', 'us-west-2'
        Set-Content $TestDrive/some '[studio]', 'aws_access_key_id = a', 'aws_secret_access_key = b'
        $line = "Get-IvsChannel -ProfileLocation '$TestDrive/some' -ProfileName st"
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain 'studio'
        Set-Location $TestDrive
        $line = "Get-IvsChannel -ProfileLocation some -ProfileName st"
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain 'studio'
    }
}

Describe 'A proxy in the environment variables' {
    It 'is not used for an endpoint on this machine' {
        $names = 'http_proxy', 'https_proxy', 'all_proxy'
        $names | ForEach-Object { Set-Item "env:$_" http://127.0.0.1:9 }
        try {
            Invoke-PowerShell -Command "
                Import-Module '$PSScriptRoot/../IvsTools.psd1'
                `$null = New-Item -ItemType Directory '$TestDrive/proxy'
                Set-Location '$TestDrive/proxy'
                `$emulator = Start-IvsEmulator -SetEnvironment
                `$channel = New-IvsChannel -Name local
                `$emulator.Streams.Start(`$channel.Arn)
                `$channel.Name
                (`$channel | Test-IvsPlayback).CanPlay" | Should -Be 'local', 'True'
        }
        finally { $names | ForEach-Object { Remove-Item "env:$_" } }
    }
}

Describe 'A pipeline' {
    BeforeEach { Reset-Emulator }

    It 'cancels the waiting call when the pipeline is stopped, and leaves no call running' {
        $emulator.Faults.Latency = [timespan]::FromSeconds(30)
        $shell = [powershell]::Create()
        $null = $shell.AddScript("Import-Module '$PSScriptRoot/../IvsTools.psd1'; Get-IvsChannel -EndpointUrl $($emulator.Url)")
        $running = $shell.BeginInvoke()
        Wait-Until { $emulator.InFlight -gt 0 }
        $shell.Stop()
        # The pipeline ended before the response was sent.
        $emulator.Requests.Count | Should -Be 0
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $running.IsCompleted | Should -BeTrue
        $shell.Dispose()
    }

    It 'shows its progress after one second, and removes it at the end' {
        $emulator.Faults.Latency = [timespan]::FromMilliseconds(400)
        $shell = [powershell]::Create()
        $null = $shell.AddScript(
            "Import-Module '$PSScriptRoot/../IvsTools.psd1'
            1..6 | New-IvsChannel -Name { `"n`$_`" } -ThrottleLimit 1 -EndpointUrl $($emulator.Url)"
        )
        $shell.Invoke().Count | Should -Be 6
        $shown = $shell.Streams.Progress | Where-Object Activity -EQ 'New-IvsChannel'
        $shown[0].StatusDescription | Should -Match '^\d done, [01] in progress, [\d.,]+ per second$'
        $shown[-1].RecordType | Should -Be 'Completed'
        $shell.Dispose()
    }

    It 'writes output in the order of its inputs, even if the response for a later input arrives first' {
        $names = 1..40 | ForEach-Object { "n$_" }
        ($names | New-IvsChannel -Name { $_ } -ThrottleLimit 16).Name | Should -Be $names
    }

    It 'with -ThrottleLimit 2, sends the third request after the second response, without waiting for the first response' {
        $listener = Start-HttpListener
        $url = @($listener.Prefixes)[0]
        $server = [powershell]::Create().AddScript({
                param($Listener)
                $body = [System.Text.Encoding]::UTF8.GetBytes('{"__type":"ResourceNotFoundException"}')
                # The server responds to requests 2 and 3 before it responds to request 1.
                foreach ($request in 1..3) {
                    $context = $Listener.GetContext()
                    $context.Response.StatusCode = 404
                    if ($request -eq 1) { $first = $context } else { $context.Response.Close($body, $false) }
                }
                $first.Response.Close($body, $false)
            }).AddArgument($listener)
        $null = $server.BeginInvoke()
        try {
            $arns = 1..3 | ForEach-Object { "arn:aws:ivs:us-west-2:123456789012:channel/c$_" }
            $arns | Update-IvsChannel -Name renamed -EndpointUrl $url -AccessKey a -SecretKey b -ThrottleLimit 2 -TimeoutSec 20 `
                -ErrorVariable errors -ErrorAction SilentlyContinue
            $errors.FullyQualifiedErrorId | Should -Be (@('ResourceNotFoundException,IvsTools.Commands.UpdateIvsChannelCommand') * 3)
            $errors.TargetObject | Should -Be $arns
        }
        finally {
            $listener.Close()
            $server.Stop()
            $server.Dispose()
        }
    }

    It 'writes one error for each failed input and continues' {
        $channels = 1..6 | ForEach-Object { New-IvsChannel }
        $channels[0, 2, 4].StreamKey | Remove-IvsStreamKey -Force
        $keys = $channels.Arn | New-IvsStreamKey -ErrorVariable failed -ErrorAction SilentlyContinue
        $keys.ChannelArn | Should -Be $channels[0, 2, 4].Arn
        $failed.TargetObject | Should -Be $channels[1, 3, 5].Arn
        { $channels.Arn | New-IvsStreamKey -ErrorAction Stop } | Should -Throw -ErrorId 'ServiceQuotaExceededException,*'
    }
}

Describe 'A connection' {
    BeforeEach { Reset-Emulator }

    It 'causes an error that names the invalid setting, before a request is sent: <Why>' -ForEach @(
        @{ Why = 'an empty endpoint'; Arguments = @{ EndpointUrl = '' }; Id = 'InvalidEndpoint'; Says = 'is not an endpoint' }
        @{ Why = 'a null endpoint'; Arguments = @{ EndpointUrl = $null }; Id = 'InvalidEndpoint'; Says = 'is not an endpoint' }
        @{
            Why = 'a host without a scheme'
            Arguments = @{ EndpointUrl = 'localhost:4566' }
            Id = 'InvalidEndpoint'
            Says = 'http://localhost:4566'
        }
        @{
            Why = 'another scheme'
            Arguments = @{ EndpointUrl = 'ftp://localhost' }
            Id = 'InvalidEndpoint'
            Says = "'ftp://localhost' is not an endpoint. An endpoint must be an http or https URL, such as http://localhost:4566"
        }
        @{
            Why = 'a password in the endpoint'
            Arguments = @{ EndpointUrl = 'https://user:hunter2@example.com' }
            Id = 'InvalidEndpoint'
            Says = 'user name or password'
        }
        @{ Why = 'a Region with a line break'; Arguments = @{ Region = "us-west-2`r" }; Id = 'InvalidRegion'; Says = 'u000D' }
        @{
            Why = 'an access key that is followed by a header'
            Arguments = @{ AccessKey = "AKIA`r`nX-Other: 1"; SecretKey = 'x' }
            Id = 'InvalidCredentials'
            Says = 'access key'
        }
        @{
            Why = 'a secret key with a space'
            Arguments = @{ AccessKey = 'AKIA'; SecretKey = 'hunter2 ' }
            Id = 'InvalidCredentials'
            Says = 'secret key'
        }
        @{
            Why = 'a session token with a line break'
            Arguments = @{ AccessKey = 'AKIA'; SecretKey = 'hunter2'; SessionToken = "hunter2`n" }
            Id = 'InvalidCredentials'
            Says = 'session token'
        }
    ) {
        $failed = $null
        try { Get-IvsChannel @Arguments -ErrorAction Stop } catch { $failed = $_ }
        Get-ErrorId $failed | Should -Be $Id
        "$failed" | Should -Match $Says
        $failed | Format-List * -Force | Out-String | Should -Not -Match 'hunter2'
        $emulator.Requests.Count | Should -Be 0
    }
}
