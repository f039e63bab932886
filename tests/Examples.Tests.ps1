# Runs every example of every help page without changes.
# The resources and files that the examples use are created here, and CONTRIBUTING.md lists them.
BeforeDiscovery {
    . $PSScriptRoot/Moto.ps1
    $examples = foreach ($page in Get-ChildItem "$PSScriptRoot/../docs/en-US/*-*.md") {
        $section = [regex]::Match((Get-Content $page -Raw), '(?s)\n## EXAMPLES\n(.*?)\n## PARAMETERS').Groups[1].Value
        foreach ($example in [regex]::Matches($section, '(?s)### (?<title>[^\n]+)\n(?<body>.*?)(?=\n### |\z)')) {
            $code = [regex]::Matches($example.Groups['body'].Value, '(?s)```powershell\n(.*?)\n```') | ForEach-Object { $_.Groups[1].Value }
            $needsKms = $code -join "`n" -match '(?m)^# Requires AWS KMS\.'
            @{ Page = $page.BaseName; Title = $example.Groups['title'].Value; Code = $code -join "`n"; NeedsKms = $needsKms }
        }
    }
    # The sections of the README and of the topics. The code blocks of a section run in order.
    $sections = foreach ($page in Get-ChildItem "$PSScriptRoot/../README.md", "$PSScriptRoot/../docs/en-US/about_*.md") {
        foreach ($section in (Get-Content $page -Raw) -split '(?m)^##+ ' | Select-Object -Skip 1) {
            $code = @([regex]::Matches($section, '(?ms)^```powershell\r?\n(.*?)\r?\n```') | ForEach-Object { $_.Groups[1].Value })
            # A block that cannot run everywhere starts with a comment such as '# Requires Windows.'
            $missing = @(foreach ($need in [regex]::Matches($code -join "`n", '(?m)^# Requires (.+)\.\r?$')) {
                    $is = switch ($need.Groups[1].Value) {
                        'Windows' { $IsWindows }
                        'FFmpeg' { Get-Command ffmpeg -CommandType Application -ErrorAction Ignore }
                        'openssl' { Get-Command openssl -CommandType Application -ErrorAction Ignore }
                        'the AWS CLI' { Get-Command aws -CommandType Application -ErrorAction Ignore }
                        'the AWS CLI and Parameter Store' { $hasMoto -and (Get-Command aws -CommandType Application -ErrorAction Ignore) }
                        'AWS KMS' { $hasMoto }
                    }
                    if (-not $is) { $need.Groups[1].Value }
                })
            $code = @($code | Where-Object { $_ -notmatch '(?m)^# Requires (.+)\.' -or $Matches[1] -notin $missing })
            $shown = @(
                [regex]::Matches($section, '(?ms)^```\r?\nPS> ([^\n]+)\n(.*?)\r?\n```') |
                    ForEach-Object { @{ Line = $_.Groups[1].Value.Trim(); Output = $_.Groups[2].Value } }
            )
            @{
                Page = $page.BaseName
                Title = ($section -split '\r?\n')[0]
                Code = $code
                NeedsMoto = $code -join "`n" -match '(?m)^# Requires (AWS KMS|the AWS CLI and Parameter Store)\.'
                Shown = $shown
                Missing = $missing | Select-Object -Unique
            }
        }
    }
    $stories = Get-ChildItem "$PSScriptRoot/../docs/en-US/about_IvsPrivateChannels.md"
    $blocks = $sections | Where-Object { $_.Code -and $_.Page -notin $stories.BaseName }
    $notRun = $sections | Where-Object Missing
    $outputs = foreach ($section in $sections | Where-Object Shown) {
        $section.Shown | ForEach-Object { @{ Page = $section.Page; Line = $_.Line; Output = $_.Output } }
    }
}

BeforeAll {
    . $PSScriptRoot/Setup.ps1
    . $PSScriptRoot/ModuleLink.ps1
    . $PSScriptRoot/Moto.ps1
    $start = $PWD

    # Creates a certificate for document encryption, of the kind that runbooks use.
    function New-Certificate {
        $rsa = [System.Security.Cryptography.RSA]::Create(2048)
        $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new(
            'CN=runbook', $rsa, 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1
        )
        $usage = [System.Security.Cryptography.X509Certificates.X509KeyUsageFlags]'DataEncipherment, KeyEncipherment'
        $request.CertificateExtensions.Add([System.Security.Cryptography.X509Certificates.X509KeyUsageExtension]::new($usage, $true))
        $purposes = [System.Security.Cryptography.OidCollection]::new()
        $null = $purposes.Add([System.Security.Cryptography.Oid]::new('1.3.6.1.4.1.311.80.1'))
        $request.CertificateExtensions.Add(
            [System.Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension]::new($purposes, $false)
        )
        $request.CreateSelfSigned([datetimeoffset]::Now.AddDays(-1), [datetimeoffset]::Now.AddYears(1))
    }

    $certificate = New-Certificate
    # Runspaces and other processes find the module by its name, like an installed module.
    $modulePath = $env:PSModulePath
    $modules = New-ModuleLink
    $env:PSModulePath = $modules + [System.IO.Path]::PathSeparator + $modulePath
    # A test double replaces SecretManagement and keeps the secrets in a variable.
    $name = 'Microsoft.PowerShell.SecretManagement'
    $vault = New-Item -ItemType Directory (Join-Path $TestDrive "modules/$name")
    Set-Content "$vault/$name.psm1" @'
$secrets = @{}
function Get-Secret([string] $Name, [string] $Vault) { $secrets[$Name] }
function Set-Secret([string] $Name, [securestring] $SecureStringSecret) { $secrets[$Name] = $SecureStringSecret }
'@
    New-ModuleManifest "$vault/$name.psd1" -RootModule "$name.psm1" -FunctionsToExport Get-Secret, Set-Secret
    Import-Module "$vault/$name.psd1"

    function Initialize-Example {
        Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
        [System.IO.File]::WriteAllBytes("$PWD/runbook.cer", $certificate.Export('Cert'))
        [System.IO.File]::WriteAllBytes("$PWD/runbook.pfx", $certificate.Export('Pfx', 'secret'))
        $null = New-IvsPlaybackKeyPair -Name prod | Import-IvsPlaybackKeyPair
        $null = New-IvsPlaybackKeyPair -Name spare
        $recording = New-IvsRecordingConfiguration -Name archive -DestinationConfiguration @{ s3 = @{ bucketName = 'studio-archive' } }
        $null = New-IvsPlaybackRestrictionPolicy -Name europe -AllowedCountry DE, FR
        $tailor = 'arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/ads'
        $ads = New-IvsAdConfiguration -Name ads -MediaTailorPlaybackConfiguration $tailor
        $configurations = @{ RecordingConfigurationArn = $recording.Arn; AdConfigurationArn = $ads.Arn }
        $studio = New-IvsChannel -Name studio -Authorized $true @configurations -Tag @{ team = 'live' }
        $lobby = New-IvsChannel -Name lobby
        $emulator.Streams.Start($studio.Arn)
        $lobby.StreamKey | Remove-IvsStreamKey -Force
        "ViewerId,Email`nviewer-1,ann@example.com`nviewer-2,bob@example.com" | Set-Content viewers.csv
        "ChannelArn,Email`n$($lobby.Arn),ann@example.com" | Set-Content channels.csv
        "Path,Name`nspare.public.pem,spare" | Set-Content keys.csv
    }

    # Prepares the session for the code of a page. The code uses variables, a runbook file, and commands of other modules.
    function Initialize-Page {
        Initialize-Example
        Set-Variable channel (Get-IvsChannel studio) -Scope 1
        Set-Variable arn $channel.Arn -Scope 1
        "'studio', 'lobby' | New-IvsChannel -Authorized `$true -ErrorAction Continue" | Set-Content My-Runbook.ps1
        Set-Secret ivs-playback-key (ConvertTo-SecureString (Get-Content prod.private.pem -Raw) -AsPlainText)
        $null = New-Item function: -Name 'script:Get-AutomationCertificate' -Value { $certificate }.GetNewClosure() -Force
        $null = New-Item function: -Name 'script:Read-Host' -Value { ConvertTo-SecureString 'secret' -AsPlainText } -Force
    }

    # Runs a block in a child process if it uses Pester or -Parallel. Pester does not run inside Pester, and the runspaces of
    # -Parallel import the module by its name.
    function Invoke-Block([string] $Code) {
        if ($Code -match '-Parallel') {
            Set-Content Block.ps1 $Code
            Set-Content Run.ps1 'Import-Module IvsTools', '. ./Block.ps1', 'if ($Error) { $Error; exit 1 }'
            return Invoke-PowerShell -File Run.ps1
        }
        if ($Code -notmatch '(?m)^Describe ') {
            return & ([scriptblock]::Create("`$ErrorActionPreference = 'Continue'`n$Code")) 2>&1 3>$null 4>$null 6>$null
        }
        Set-Content Block.Tests.ps1 $Code
        Set-Content Run.ps1 "Import-Module '$((Get-Module Pester).Path)', IvsTools",
            '$run = Invoke-Pester ./Block.Tests.ps1 -Output None -PassThru', '"$($run.PassedCount) passed, $($run.FailedCount) failed"'
        Invoke-PowerShell -File Run.ps1 2>&1
    }

    # Creates a token with the two mistakes of a widely copied sample: exp is in milliseconds, and the signing key was not imported.
    function New-ViewerTokenInMilliseconds([string] $ChannelArn) {
        $key = [System.Security.Cryptography.ECDsa]::Create([System.Security.Cryptography.ECCurve+NamedCurves]::nistP384)
        $claims = [ordered]@{
            'aws:channel-arn' = $ChannelArn
            'aws:viewer-id' = 'v'
            exp = [DateTimeOffset]::UtcNow.AddMinutes(5).ToUnixTimeMilliseconds()
        }
        $parts = '{"alg":"ES384","typ":"JWT"}', ($claims | ConvertTo-Json -Compress) |
            ForEach-Object {
                [System.Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($_)).TrimEnd('=').Replace('+', '-').Replace('/', '_')
            }
        $signed = $parts -join '.'
        $signature = $key.SignData([System.Text.Encoding]::ASCII.GetBytes($signed), 'SHA384')
        "$signed." + [System.Convert]::ToBase64String($signature).TrimEnd('=').Replace('+', '-').Replace('/', '_')
    }

    # Replaces what differs between runs: IDs, times, numbers, and the widths of columns and lines.
    function ConvertTo-Shape([string] $Text) {
        $shape = $Text -creplace '\b(?=\w*\d|\w+[A-Z])[0-9A-Za-z]{12}\b', '#' -replace '\b[0-9a-f]{2}(:[0-9a-f]{2}){15}',
            '#' -replace '\d+', '#' -replace '-{2,}', '-'
        ($shape -replace '\s+', ' ').Trim()
    }
}
AfterAll {
    Stop-IvsEmulator
    Set-Location $start
    $env:PSModulePath = $modulePath
    Remove-ModuleLink $modules
    Remove-Module Microsoft.PowerShell.SecretManagement
}

Describe 'The examples of <Page>' -ForEach (
    $examples | Group-Object { $_.Page } | ForEach-Object { @{ Page = $_.Name; Examples = $_.Group } }
) {
    # Each example has its own endpoint and defaults, because an example can close the endpoint and change the defaults.
    BeforeEach {
        $emulator = Start-IvsEmulator
        $PSDefaultParameterValues = @{ '*-Ivs*:EndpointUrl' = $emulator.Url }
        Initialize-Example
    }
    AfterEach {
        Stop-IvsEmulator
        if ($moto) { Stop-Moto $moto }
    }

    It 'run without changes: <Title>' -ForEach $Examples {
        $Code | Should -Not -BeNullOrEmpty
        if ($NeedsKms -and -not $hasMoto) {
            Set-ItResult -Skipped -Because 'it requires AWS KMS'
            return
        }
        if ($NeedsKms) { $moto = Start-Moto }
        # An example that shows an error has a comment with the ID of the error.
        $expected = if ($Code -match '# error: (\w+)') { $Matches[1] }
        $failures = $null
        $block = [scriptblock]::Create("`$ErrorActionPreference = 'Continue'`n$Code")
        & $block -ErrorAction SilentlyContinue 2>&1 3>$null 4>$null 6>$null |
            Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } -OutVariable failures | Out-Null
        @($failures | ForEach-Object { $_.FullyQualifiedErrorId.Split(',')[0] }) | Should -Be @($expected | Where-Object { $_ })
    }
}

Describe 'The code of <Page>' -ForEach ($blocks | Group-Object { $_.Page } | ForEach-Object { @{ Page = $_.Name; Sections = $_.Group } }) {
    BeforeEach {
        $emulator = Start-IvsEmulator
        $PSDefaultParameterValues = @{ '*-Ivs*:EndpointUrl' = $emulator.Url }
        Initialize-Page
        $global:LASTEXITCODE = 0
    }
    AfterEach {
        Stop-IvsEmulator
        if ($moto) { Stop-Moto $moto }
    }

    It 'runs without changes: <Title>' -ForEach $Sections {
        # A section with its own emulator sets the endpoint itself, and starts in an empty folder.
        if ("$Code" -match '(?m)^.emulator = Start-IvsEmulator') {
            $PSDefaultParameterValues = @{}
            Set-Location (New-Item -ItemType Directory empty)
        }
        if ($NeedsMoto) { $moto = Start-Moto }
        # The first example runs twice, because new users may run it again in the same folder.
        $runs = $Title -like '*six lines' ? 2 : 1
        $out = foreach ($block in @($Code) * $runs) { Invoke-Block $block }
        @(
            $out |
                Where-Object { $_ -is [System.Management.Automation.ErrorRecord] -and $_.FullyQualifiedErrorId -notlike 'NativeCommand*' } |
                ForEach-Object { "$($_.FullyQualifiedErrorId): $_" }
        ) |
            Should -BeNullOrEmpty
        if ($LASTEXITCODE) { throw "The last program ended with exit code ${LASTEXITCODE}: $out" }
        if ("$Code" -match '(?m)^Describe ') { "$out" | Should -Match '[1-9] passed, 0 failed' }
        if ("$Code" -match 'PlaybackUrl *#') { $out -match '#EXTM3U' | Should -HaveCount $runs }
    }
}

Describe 'The output on <Page>' -ForEach $outputs {
    BeforeAll {
        $emulator = Start-IvsEmulator
        $PSDefaultParameterValues = @{ '*-Ivs*:EndpointUrl' = $emulator.Url }
        Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
        $null = New-IvsPlaybackKeyPair -Name prod
        $null = New-IvsPlaybackKeyPair -Name spare
        Remove-Item spare.private.pem
        'Dear editor' | Set-Content letter.pem
        New-PublicPem nistP256 | Set-Content p256.pem
        [System.Security.Cryptography.RSA]::Create(2048).ExportSubjectPublicKeyInfoPem() | Set-Content old.pem
        $channel = New-IvsChannel -Name studio -Authorized $true
        'ViewerId', 'ann', 'bob' | Set-Content viewers.csv
        $urlOfTheViewer = 'https://example.com/studio.m3u8?token.m3u8?token=' + (New-ViewerTokenInMilliseconds $channel.Arn)
    }
    AfterAll { Stop-IvsEmulator }

    It 'matches the output of: <Line>' {
        # This preference is set outside the script block. If a script block has several lines, its errors contain line numbers, but the
        # errors on the page do not.
        $ErrorActionPreference = 'Continue'
        $out = & ([scriptblock]::Create($Line)) 2>&1
        if ($Output -match 'per second') {
            # The page shows a progress line, because its example is a long run. The run in this test is too short to show progress.
            # Other tests check the progress format.
            $out.Count | Should -Be 2
            ConvertTo-Shape $Output | Should -BeExactly 'New-IvsViewerToken # done, # in progress, #.# per second'
        }
        else {
            # Errors appear between the objects, as in an interactive session.
            ConvertTo-Shape ($out | Out-String -Width 500) | Should -BeExactly (ConvertTo-Shape $Output)
        }
    }
}

Describe 'A section that requires <Missing>' -ForEach $notRun {
    It 'is skipped: <Title>' {
        Set-ItResult -Skipped -Because "it requires $($Missing -join ', ')"
    }
}

Describe 'The steps of <BaseName>' -ForEach $stories {
    It 'run in order, with one error for removing a key too early' {
        Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
        $code = [regex]::Matches((Get-Content $_ -Raw), '(?s)```powershell\n(.*?)\n```') | ForEach-Object { $_.Groups[1].Value }
        # The examples of the page set the endpoint themselves.
        $PSDefaultParameterValues = @{}
        $out = & ([scriptblock]::Create($code -join "`n")) 2>&1
        $failures = @($out | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
        $failures.FullyQualifiedErrorId | Should -Be 'KeyStillInUse,IvsTools.Commands.RemoveIvsPlaybackKeyPairCommand'
        "$out" | Should -Match '#EXTM3U'
    }
}
