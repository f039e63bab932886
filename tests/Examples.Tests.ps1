# Runs every example of every help page without changes. Their resources and files are created here and listed in CONTRIBUTING.md.
BeforeDiscovery {
    $examples = foreach ($page in Get-ChildItem "$PSScriptRoot/../docs/en-US/*-*.md") {
        $section = [regex]::Match((Get-Content $page -Raw), '(?s)\n## EXAMPLES\n(.*?)\n## PARAMETERS').Groups[1].Value
        foreach ($example in [regex]::Matches($section, '(?s)### (?<title>[^\n]+)\n(?<body>.*?)(?=\n### |\z)')) {
            $code = [regex]::Matches($example.Groups['body'].Value, '(?s)```powershell\n(.*?)\n```') | ForEach-Object { $_.Groups[1].Value }
            @{ Page = $page.BaseName; Title = $example.Groups['title'].Value; Code = $code -join "`n" }
        }
    }
    $stories = Get-ChildItem "$PSScriptRoot/../docs/en-US/about_IvsPrivateChannels.md"
}

BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $start = $PWD

    # A certificate for document encryption, such as for a runbook.
    function New-Certificate {
        $rsa = [System.Security.Cryptography.RSA]::Create(2048)
        $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=runbook', $rsa, 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1)
        $usage = [System.Security.Cryptography.X509Certificates.X509KeyUsageFlags]'DataEncipherment, KeyEncipherment'
        $request.CertificateExtensions.Add([System.Security.Cryptography.X509Certificates.X509KeyUsageExtension]::new($usage, $true))
        $purposes = [System.Security.Cryptography.OidCollection]::new()
        $null = $purposes.Add([System.Security.Cryptography.Oid]::new('1.3.6.1.4.1.311.80.1'))
        $request.CertificateExtensions.Add([System.Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension]::new($purposes, $false))
        $request.CreateSelfSigned([datetimeoffset]::Now.AddDays(-1), [datetimeoffset]::Now.AddYears(1))
    }

    $certificate = New-Certificate

    function Initialize-Example {
        Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
        [System.IO.File]::WriteAllBytes("$PWD/runbook.cer", $certificate.Export('Cert'))
        [System.IO.File]::WriteAllBytes("$PWD/runbook.pfx", $certificate.Export('Pfx', 'secret'))
        $null = New-IvsPlaybackKeyPair -Name prod | Import-IvsPlaybackKeyPair
        $null = New-IvsPlaybackKeyPair -Name spare
        $recording = New-IvsRecordingConfiguration -Name archive -DestinationConfiguration @{ s3 = @{ bucketName = 'studio-archive' } }
        $null = New-IvsPlaybackRestrictionPolicy -Name europe -AllowedCountry DE, FR
        $ads = New-IvsAdConfiguration -Name ads -MediaTailorPlaybackConfiguration 'arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/ads'
        $studio = New-IvsChannel -Name studio -Authorized $true -RecordingConfigurationArn $recording.Arn -AdConfigurationArn $ads.Arn -Tag @{ team = 'live' }
        $lobby = New-IvsChannel -Name lobby
        $emulator.Streams.Start($studio.Arn)
        $lobby.StreamKey | Remove-IvsStreamKey -Force
        "ViewerId,Email`nviewer-1,ann@example.com`nviewer-2,bob@example.com" | Set-Content viewers.csv
        "ChannelArn,Email`n$($lobby.Arn),ann@example.com" | Set-Content channels.csv
        "Path,Name`nspare.public.pem,spare" | Set-Content keys.csv
    }
}
AfterAll { Stop-IvsEmulator; Set-Location $start }

Describe 'The examples of <Page>' -ForEach ($examples | Group-Object { $_.Page } | ForEach-Object { @{ Page = $_.Name; Examples = $_.Group } }) {
    # A new endpoint and defaults for each example, which can close the endpoint and change the defaults.
    BeforeEach {
        $emulator = Start-IvsEmulator
        $PSDefaultParameterValues = @{ '*-Ivs*:EndpointUrl' = $emulator.Url }
        Initialize-Example
    }
    AfterEach { Stop-IvsEmulator }

    It 'run without changes: <Title>' -ForEach $Examples {
        $Code | Should -Not -BeNullOrEmpty
        # An example that shows an error has a comment with its ID.
        $expected = if ($Code -match '# error: (\w+)') { $Matches[1] }
        $failures = $null
        & ([scriptblock]::Create("`$ErrorActionPreference = 'Continue'`n$Code")) -ErrorAction SilentlyContinue 2>&1 3>$null 4>$null 6>$null |
            Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } -OutVariable failures | Out-Null
        @($failures | ForEach-Object { $_.FullyQualifiedErrorId.Split(',')[0] }) | Should -Be @($expected | Where-Object { $_ })
    }
}

Describe 'The steps of <BaseName>' -ForEach $stories {
    It 'run in order, with one error for removing a key too early' {
        Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
        $code = [regex]::Matches((Get-Content $_ -Raw), '(?s)```powershell\n(.*?)\n```') | ForEach-Object { $_.Groups[1].Value }
        # The page sets its own endpoint.
        $PSDefaultParameterValues = @{}
        $out = & ([scriptblock]::Create($code -join "`n")) 2>&1
        $failures = @($out | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
        $failures.FullyQualifiedErrorId | Should -Be 'KeyStillInUse,IvsTools.Commands.RemoveIvsPlaybackKeyPairCommand'
        "$out" | Should -Match '#EXTM3U'
    }
}
