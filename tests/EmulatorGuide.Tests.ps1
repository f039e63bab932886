# Runs each sample of docs/emulator with ivs-emulator on the PATH. A sample is skipped if a program that it requires is not installed.
# The samples run without changes, except that a free port replaces a fixed port.
BeforeDiscovery {
    $samples = Get-ChildItem "$PSScriptRoot/../docs/emulator/samples" -Recurse -File |
        ForEach-Object { @{ Path = $_.FullName; Name = $_.Name } }
}
BeforeAll {
    . $PSScriptRoot/Setup.ps1
    . $PSScriptRoot/EmulatorTool.ps1
    . $PSScriptRoot/ModuleLink.ps1
    $emulator | Stop-IvsEmulator
    $PSDefaultParameterValues = @{}
    # The samples rely on the retries of their SDKs.
    Remove-Item env:AWS_MAX_ATTEMPTS
    $samples = Convert-Path "$PSScriptRoot/../docs/emulator/samples"
    $guide = Get-Content "$samples/../README.md" -Raw
    $before = $env:PATH
    $settings = Get-AwsSetting

    # Returns the missing programs, for the message of a skipped test.
    function Get-MissingProgram([string[]] $Name) {
        ($Name | Where-Object { -not (Get-Command $_ -CommandType Application -ErrorAction Ignore) }) -join ', '
    }

    # Copies a sample, because its program can write files to its folder.
    function Copy-Sample([string] $Name) {
        Copy-Item "$samples/$Name" "$TestDrive/$Name" -Recurse
        Set-Location "$TestDrive/$Name"
    }

    # Returns the output of a program, which must end with exit code 0.
    # There is no param block, because PowerShell would bind arguments of the program to the parameters of the function.
    function Invoke-Sample {
        $program, [string[]] $arguments = $args
        $out = & $program @arguments 2>&1 | Out-String
        $LASTEXITCODE | Should -Be 0 -Because $out
        $out
    }

    # Starts a program and reads its output while it runs, because a full pipe would block the program.
    function Start-Sample([string] $Program, [string[]] $Arguments) {
        $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Command $Program -CommandType Application)[0].Source, $Arguments)
        $start.WorkingDirectory = $PWD.ProviderPath
        $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        $process = [System.Diagnostics.Process]::Start($start)
        @{ Process = $process; Output = $process.StandardOutput.ReadToEndAsync(); Error = $process.StandardError.ReadToEndAsync() }
    }

    function Wait-Sample($Sample) {
        # A program that does not end must not block the test run.
        if (-not $Sample.Process.WaitForExit(180000)) { $Sample.Process.Kill($true) }
        $Sample.Process.WaitForExit()
        @{ ExitCode = $Sample.Process.ExitCode; Text = $Sample.Output.Result + $Sample.Error.Result }
    }

    # The samples that do not use ivs-emulator run in the background.
    if (-not (Get-MissingProgram node, npm)) {
        Copy-Sample javascript
        $npm = Start-Sample npm 'install', '--no-audit', '--no-fund', '--no-package-lock', '--fetch-retries=0', '--fetch-timeout=30000'
    }
    Copy-Sample pester
    $modules = New-ModuleLink
    $program, $arguments = Get-EngineCommand
    $pester = Start-Sample $program ($arguments + '-Command' + "
        `$env:PSModulePath = '$modules' + [System.IO.Path]::PathSeparator + `$env:PSModulePath
        Import-Module '$(Join-Path (Get-Module Pester).ModuleBase Pester.psd1)'
        exit (Invoke-Pester . -PassThru -Output Detailed).FailedCount")
    Set-Location $PSScriptRoot

    $tool = Split-Path (Install-EmulatorTool $TestDrive)
    $env:PATH = $tool + [System.IO.Path]::PathSeparator + $env:PATH
}
AfterAll {
    $env:PATH = $before
    $npm, $pester | Where-Object { $_ -and -not $_.Process.HasExited } | ForEach-Object { $_.Process.Kill($true) }
    Remove-ModuleLink $modules
    Set-Location $PSScriptRoot
}

Describe 'The samples of the guide' {
    AfterEach {
        # Each sample must run without the AWS settings of another sample, as it does for a new user.
        Restore-AwsSetting $settings
        Set-Location $PSScriptRoot
    }

    It 'are linked from the guide: <Name>' -ForEach $samples {
        $guide.Contains("](samples/$(Split-Path (Split-Path $Path) -Leaf)/$Name)") | Should -BeTrue
    }

    It 'run with boto3 and pytest' {
        # boto3 supports AWS_ENDPOINT_URL_IVS since 1.28.
        $ready = 'import pytest, boto3; raise SystemExit(tuple(map(int, boto3.__version__.split(".")[:2])) < (1, 28))'
        $python = 'python3', 'python' |
            Where-Object { -not (Get-MissingProgram $_) -and $(& $_ -c $ready 2>&1 | Out-Null; $LASTEXITCODE -eq 0) } |
            Select-Object -First 1
        if (-not $python) { Set-ItResult -Skipped -Because 'Python with pytest and boto3 1.28 or later is not on this machine'; return }
        Copy-Sample pytest
        Invoke-Sample $python -m pytest -q -p no:cacheprovider | Should -Match '4 passed'
    }

    It 'run with the commands of the GitHub Actions workflow' {
        # The port in the sample may be in use by another test run on this machine.
        $port = Get-FreePort
        if ($missing = Get-MissingProgram bash, curl, aws) { Set-ItResult -Skipped -Because "not on this machine: $missing"; return }
        Copy-Sample github-actions
        $steps = [regex]::Matches((Get-Content test.yml -Raw), '(?m)^        run: \|\n(?<code>(?:          .*\n)+)') |
            ForEach-Object { $_.Groups['code'].Value -replace '(?m)^          ' -replace '\b4487\b', $port }
        $steps | Should -HaveCount 2
        [regex]::Matches($steps[0], "\b$port\b") | Should -HaveCount 3
        # The package is installed from its folder instead of nuget.org. The test runs as a user who has not installed any tools.
        $user = (New-Item -ItemType Directory "$TestDrive/runner").FullName
        $null = New-Item -ItemType Directory "$user/.config"
        $packages = Convert-Path "$PSScriptRoot/../output/tool"
        Set-Content nuget.config ("<configuration><packageSources><clear />" +
            "<add key=`"packed`" value=`"$packages`" /></packageSources></configuration>")
        $kept = $env:HOME, $env:PATH, $env:NUGET_PACKAGES
        try {
            $env:HOME = $user
            $env:NUGET_PACKAGES = "$user/nuget"
            $env:GITHUB_ENV = "$user/environment"
            $env:PATH = "$user/.dotnet/tools" + [System.IO.Path]::PathSeparator + $before
            $null = Invoke-Sample bash -e -c "$($steps[0])`njobs -p > '$user/pid'"
            foreach ($line in Get-Content $env:GITHUB_ENV) { $variable, $value = $line -split '=', 2; Set-Item "env:$variable" $value }
            Invoke-Sample bash -e -c $steps[1] | Should -Match '(?s)"name": "studio".*"name": "studio"'
        }
        finally {
            $env:HOME, $env:PATH, $env:NUGET_PACKAGES = $kept
            Remove-Item env:GITHUB_ENV
            if (Test-Path "$user/pid") { kill -s TERM (Get-Content "$user/pid") }
        }
        Get-Content ivs-emulator.log |
            Should -Contain ("Amazon IVS emulator on http://127.0.0.1:$port, Region us-west-2, account 123456789012. " +
                'Press Ctrl+C to end the emulator.')
    }

    It 'run with PowerShell and Pester' {
        $ended = Wait-Sample $pester
        $ended.ExitCode | Should -Be 0 -Because $ended.Text
        $ended.Text | Should -Match 'Tests Passed: 4'
    }

    It 'run with the AWS SDK for JavaScript and the test runner of Node.js' {
        if ($missing = Get-MissingProgram node, npm) { Set-ItResult -Skipped -Because "not on this machine: $missing"; return }
        $installed = Wait-Sample $npm
        if ($installed.ExitCode -ne 0) {
            Set-ItResult -Skipped -Because "npm cannot install @aws-sdk/client-ivs: $($installed.Text)"
            return
        }
        Set-Location "$TestDrive/javascript"
        Invoke-Sample npm test | Should -Match 'pass 4\b'
    }

    It 'run as PowerShell commands, which publish a stream and return its URLs and a viewer token' {
        if ($missing = Get-MissingProgram ffmpeg) { Set-ItResult -Skipped -Because "not on this machine: $missing"; return }
        Set-Location (New-Item -ItemType Directory "$TestDrive/commands")
        $publish, $watch = [regex]::Matches($guide, '(?s)```powershell\n(?<code>.*?)\n```') | ForEach-Object { $_.Groups['code'].Value }
        try {
            $publish | Should -Match ' -t 20 '
            . ([scriptblock]::Create(($publish -replace ' -t 20 ', ' -nostdin -loglevel error -t 1 ')))
            $LASTEXITCODE | Should -Be 0
            $events = "$($emulator.Url)/_emulator/encoders"
            # ffmpeg does not wait until the emulator has read its last message.
            Wait-Until { (Invoke-RestMethod $events).Count -eq 2 }
            (Invoke-RestMethod $events).reason | Should -Be $null, Disconnected
            $encoder, $text, $playback, $page = . ([scriptblock]::Create($watch)) | Where-Object { $_ -is [string] }
            $encoder | Should -BeLike 'rtmps://127.0.0.1:*/app/sk_us-west-2_*'
            ($text | Test-IvsViewerToken).IsValid | Should -BeTrue
            $playback | Should -BeLike "*.m3u8?token=$text"
            Invoke-RestMethod $page | Should -Not -BeNullOrEmpty
        }
        finally { Stop-IvsEmulator }
    }

    # This context must be last, because when it ends, Pester deletes files in TestDrive that the other contexts use.
    Context 'with ivs-emulator started as the guide describes' {
        BeforeAll {
            $arguments = '--port', '0', '--ingest-port', '0', '--quiet', '--additional-account', 'staging=210987654321'
            $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Command ivs-emulator).Source, [string[]]$arguments)
            $start.RedirectStandardOutput = $true
        }
        BeforeEach {
            $process = [System.Diagnostics.Process]::Start($start)
            $null = $process.StandardOutput.ReadLine()
            1..5 |
                ForEach-Object {
                    $variable, $value = $process.StandardOutput.ReadLine().Trim() -split '=', 2
                    Set-Item "env:$variable" $value
                }
        }
        AfterEach { if (-not $process.HasExited) { $process.Kill() } }

        It 'run with Terraform' {
            if ($missing = Get-MissingProgram terraform) { Set-ItResult -Skipped -Because "not on this machine: $missing"; return }
            Copy-Sample terraform
            $null = Invoke-Sample terraform fmt -check
            # The provider is downloaded from the Terraform registry, or from a mirror in the file that TF_CLI_CONFIG_FILE specifies.
            $said = terraform init -no-color -input=false 2>&1 | Out-String
            if ($LASTEXITCODE -ne 0) { Set-ItResult -Skipped -Because "Terraform cannot install its AWS provider: $said"; return }
            Invoke-Sample terraform apply -no-color -input=false -auto-approve | Should -Match '1 added'
            (Get-IvsChannel).Name | Should -Be studio
            # If the emulator did not return the specified values, or the defaults that the provider expects, the plan would have changes.
            Invoke-Sample terraform plan -no-color -input=false -detailed-exitcode | Should -Match 'No changes'
            Invoke-Sample terraform destroy -no-color -input=false -auto-approve | Should -Match '1 destroyed'
            Get-IvsChannel | Should -BeNullOrEmpty
        }

        It 'run as shell commands' {
            if ($missing = Get-MissingProgram bash, curl, aws) { Set-ItResult -Skipped -Because "not on this machine: $missing"; return }
            Set-Location $TestDrive
            $block = [regex]::Match($guide, '(?s)## Control routes.*?```sh\n(?<code>.*?)\n```').Groups['code'].Value
            $block | Should -Not -BeNullOrEmpty
            $out = Invoke-Sample bash -e -c $block
            $out | Should -Match '"LIVE"'
            $out | Should -Match 'ThrottlingException'
        }

        It 'publish a stream for one second with ffmpeg' {
            if ($missing = Get-MissingProgram bash, aws, jq, ffmpeg) {
                Set-ItResult -Skipped -Because "not on this machine: $missing"
                return
            }
            Set-Location $TestDrive
            $guide | Should -Match 'ivs-emulator --ingest-port 1936'
            $block = [regex]::Match($guide, '(?s)## Publish .*?```sh\n(?<code>aws ivs .*?)\n```').Groups['code'].Value
            $block | Should -Match ' -t 20 '
            $null = Invoke-Sample bash -e -c ($block -replace ' -t 20 ', ' -t 1 ')
            # ffmpeg does not wait until the emulator has read its last message.
            Wait-Until { (Invoke-RestMethod "$env:AWS_ENDPOINT_URL_IVS/_emulator/encoders").Count -eq 2 }
            $events = Invoke-RestMethod "$env:AWS_ENDPOINT_URL_IVS/_emulator/encoders"
            $events.action | Should -Be Started, Ended
            $events.reason | Should -Be $null, Disconnected
        }

        It 'run in several Regions and accounts' {
            if ($missing = Get-MissingProgram bash, aws) { Set-ItResult -Skipped -Because "not on this machine: $missing"; return }
            $guide | Should -Match 'ivs-emulator --additional-account staging=210987654321'
            $block = [regex]::Match($guide, '(?s)```sh\n(?<code>aws ivs create-channel .*?)\n```').Groups['code'].Value
            [regex]::Matches((Invoke-Sample bash -e -c $block), '"arn": "(arn:\S+:channel)/') | ForEach-Object { $_.Groups[1].Value } |
                Should -Be 'arn:aws:ivs:us-west-2:123456789012:channel', 'arn:aws:ivs:eu-west-1:123456789012:channel',
                    'arn:aws:ivs:us-west-2:210987654321:channel'
        }
    }
}
