BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $recipient = New-RecipientCertificate
    $arn = 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh'
    $pass = ConvertTo-Secret 'correct horse'
    function Reset-Folder {
        $script:dir = New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))
        Set-Location $dir
    }
}
AfterAll { $emulator | Stop-IvsEmulator; Set-Location $PSScriptRoot }

Describe 'New-IvsPlaybackKeyPair with a protected private key' {
    BeforeEach { Reset-Folder }

    It 'accepts <How> for -ProtectTo, and Unprotect-CmsMessage opens the key' -ForEach @(
        @{ How = 'a certificate'; To = { $recipient } }
        @{ How = 'a certificate file'; To = { Set-Content runbook.cer $recipient.ExportCertificatePem(); "$PWD/runbook.cer" } }
        @{ How = 'several certificates'; To = { (New-RecipientCertificate other), $recipient } }
    ) {
        $pair = New-IvsPlaybackKeyPair -Name prod -ProtectTo (& $To)
        Get-Content $pair.PrivateKeyPath -TotalCount 1 | Should -Be '-----BEGIN CMS-----'
        $opened = Unprotect-CmsMessage -Path $pair.PrivateKeyPath -To $recipient
        $opened | Should -Match '^-----BEGIN PRIVATE KEY-----'
        (New-IvsViewerToken $arn -PrivateKey $opened).KeyFingerprint | Should -Be $pair.Fingerprint
        (New-IvsViewerToken $arn $pair.PrivateKeyPath -DecryptionCertificate $recipient).KeyFingerprint | Should -Be $pair.Fingerprint
        if (-not $IsWindows) { (Get-Item $pair.PrivateKeyPath).UnixFileMode | Should -Be ([System.IO.UnixFileMode]'UserRead, UserWrite') }
    }

    It 'finds a certificate by its thumbprint in the store of the user, and uses the certificate to open the key' {
        $store = [System.Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser')
        $store.Open('ReadWrite')
        # On Windows, a stored certificate keeps its private key only with PersistKeySet.
        $stored = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new(
            $recipient.Export('Pkcs12', 'x'), 'x', 'Exportable, PersistKeySet'
        )
        $store.Add($stored)
        try {
            $pair = New-IvsPlaybackKeyPair -Name prod -ProtectTo $recipient.Thumbprint
            (New-IvsViewerToken $arn $pair.PrivateKeyPath).KeyFingerprint | Should -Be $pair.Fingerprint
        }
        finally {
            $store.Remove($stored)
            $store.Dispose()
        }
    }

    It 'rejects <Why> for -ProtectTo and writes no file' -ForEach @(
        @{ Why = 'an unknown thumbprint'; To = { '0' * 40 } }
        @{
            Why = 'a certificate that does not allow document encryption'
            To = {
                $rsa = [System.Security.Cryptography.RSA]::Create(2048)
                $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new(
                    'CN=x', $rsa, 'SHA256', [System.Security.Cryptography.RSASignaturePadding]::Pkcs1
                )
                $request.CreateSelfSigned([DateTimeOffset]::UtcNow, [DateTimeOffset]::UtcNow.AddDays(1))
            }
        }
    ) {
        New-IvsPlaybackKeyPair -Name prod -ProtectTo (& $To) -ErrorVariable bad -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ErrorId $bad[0] | Should -Be 'WrongCertificate'
        Get-ChildItem | Should -BeNullOrEmpty
    }

    It 'rejects an empty passphrase' {
        { New-IvsPlaybackKeyPair -Name prod -Passphrase ([securestring]::new()) } |
            Should -Throw '*empty*' -ErrorId 'ParameterArgumentValidationError,*'
        { New-IvsPlaybackKeyPair -Name prod -Passphrase $null } | Should -Throw '*empty*'
        Get-ChildItem | Should -BeNullOrEmpty
    }
}

Describe 'Get-IvsPlaybackKeyFile' {
    BeforeAll {
        Reset-Folder
        $plain = New-IvsPlaybackKeyPair -Name plain
        $locked = New-IvsPlaybackKeyPair -Name locked -Passphrase $pass
        $sealed = New-IvsPlaybackKeyPair -Name sealed -ProtectTo $recipient
        Set-Content rsa.pem ([System.Security.Cryptography.RSA]::Create(2048).ExportPkcs8PrivateKeyPem())
        Set-Content p256.pem (New-PublicPem nistP256)
        Set-Content text.pem 'Dear operations'
    }

    It 'describes every file of a folder, and does not write an error for an invalid key' {
        $found = Get-ChildItem | Get-IvsPlaybackKeyFile -ErrorVariable bad
        $bad | Should -BeNullOrEmpty
        $by = @{}
        $found | ForEach-Object { $by[(Split-Path -Leaf $_.Path)] = $_ }
        $found.Count | Should -Be 9
        $by['plain.private.pem'].Kind | Should -Be 'Private'
        $by['plain.private.pem'].Protection | Should -Be 'None'
        $by['plain.private.pem'].Fingerprint | Should -Be $plain.Fingerprint
        $by['plain.public.pem'].Kind | Should -Be 'Public'
        $by['plain.public.pem'].Curve | Should -Be 'P-384'
        $by['locked.private.pem'].Protection | Should -Be 'Passphrase'
        $by['locked.private.pem'].Fingerprint | Should -BeNullOrEmpty
        $by['sealed.private.pem'].Protection | Should -Be 'Certificate'
        $by['sealed.private.pem'].ProtectedTo | Should -Match $recipient.SerialNumber
        $by['rsa.pem'].Algorithm | Should -Be 'RSA'
        $by['p256.pem'].Curve | Should -Be 'P-256'
        $by['p256.pem'].Problem | Should -Match 'only P-384'
        $by['text.pem'].Kind | Should -Be 'Unknown'
        $by['plain.public.pem'].IsImported | Should -BeNullOrEmpty
    }

    It 'accepts the column Path of a CSV' {
        $found = Get-IvsPlaybackKeyFile plain.private.pem
        $again = $found | ConvertTo-Csv | ConvertFrom-Csv | Get-IvsPlaybackKeyFile -ErrorAction Stop
        $again.Path | Should -Be $found.Path
    }

    It 'opens protected keys with <With>' -ForEach @(
        @{ With = 'a passphrase'; File = 'locked.private.pem'; Pair = { $locked }; Arguments = { @{ Passphrase = $pass } } }
        @{
            With = 'a certificate'; File = 'sealed.private.pem'; Pair = { $sealed }
            Arguments = { @{ DecryptionCertificate = $recipient } }
        }
    ) {
        $arguments = & $Arguments
        $found = Get-IvsPlaybackKeyFile $File @arguments
        $found.Fingerprint | Should -Be (& $Pair).Fingerprint
        $found.Problem | Should -BeNullOrEmpty
    }

    It 'accepts key pairs of New-IvsPlaybackKeyPair, paths as text, and wildcards' {
        ($plain | Get-IvsPlaybackKeyFile).Kind | Should -Be 'Private'
        ('plain.public.pem' | Get-IvsPlaybackKeyFile).Kind | Should -Be 'Public'
        (Get-IvsPlaybackKeyFile *.public.pem).Count | Should -Be 3
        (Get-IvsPlaybackKeyFile -LiteralPath plain.public.pem).Kind | Should -Be 'Public'
    }

    It 'writes an error for a missing file, and continues' {
        (Get-IvsPlaybackKeyFile nowhere.pem, plain.public.pem -ErrorVariable bad -ErrorAction SilentlyContinue).Kind | Should -Be 'Public'
        Get-ErrorId $bad[0] | Should -Be 'FileNotFound'
    }

    It 'makes only one ListPlaybackKeyPairs call for several files with -Online' {
        Reset-Emulator
        $imported = $plain | Import-IvsPlaybackKeyPair
        $emulator.ClearRequests()
        $found = Get-IvsPlaybackKeyFile plain.private.pem, locked.public.pem, locked.private.pem, text.pem -Online
        $found.IsImported | Should -Be $true, $false, $null, $null
        $found[0].Arn | Should -Be $imported.Arn
        (Get-Sent ListPlaybackKeyPairs).Count | Should -Be 1
        $emulator.Requests.Body -match 'PRIVATE' | Should -BeNullOrEmpty
    }

    It 'with -Online, calls ListPlaybackKeyPairs for the second file if this call failed for the first file' {
        Reset-Emulator
        $null = $locked | Import-IvsPlaybackKeyPair
        $emulator.Faults.Fail('ListPlaybackKeyPairs', 'AccessDeniedException')
        $found = Get-IvsPlaybackKeyFile plain.public.pem, locked.public.pem -Online -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId $failed[0] | Should -Be AccessDeniedException
        $failed.Count | Should -Be 1
        $found.IsImported | Should -Be $true
    }

    It 'with -Online, checks the key pairs that can be read, and writes an error only if the key was not found' {
        Reset-Emulator
        $null = $locked, $plain | Import-IvsPlaybackKeyPair
        $emulator.Faults.Fail('GetPlaybackKeyPair', 'ResourceNotFoundException', 1)
        (Get-IvsPlaybackKeyFile plain.public.pem, locked.public.pem -Online).IsImported | Should -Be $true, $false
        $emulator.Faults.Fail('GetPlaybackKeyPair', 'AccessDeniedException', 1)
        $found = Get-IvsPlaybackKeyFile plain.public.pem -Online
        $found.IsImported | Should -Be $true
        $emulator.Faults.Fail('GetPlaybackKeyPair', 'AccessDeniedException', 1)
        Get-IvsPlaybackKeyFile locked.public.pem -Online -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ErrorId $failed[0] | Should -Be AccessDeniedException
    }

    It 'applies -Select to the description of each key' {
        Reset-Emulator
        $null = $plain | Import-IvsPlaybackKeyPair
        Get-IvsPlaybackKeyFile plain.public.pem, p256.pem -Select Curve | Should -Be 'P-384', 'P-256'
        Get-IvsPlaybackKeyFile plain.public.pem, text.pem -Select Fingerprint | Should -Be $plain.Fingerprint
        'plain.public.pem', 'locked.public.pem' | Get-IvsPlaybackKeyFile -Online -Select IsImported | Should -Be $true, $false
        'plain.public.pem', 'locked.public.pem' | Get-IvsPlaybackKeyFile -Select ^Path | Should -Be 'plain.public.pem', 'locked.public.pem'
        (Get-IvsPlaybackKeyFile plain.public.pem -Select *).Fingerprint | Should -Be $plain.Fingerprint
        { Get-IvsPlaybackKeyFile plain.public.pem -Select Nonsense } | Should -Throw -ErrorId 'UnknownSelection,*'
    }

    It 'compares the key with the key pair in -Arn' {
        Reset-Emulator
        $imported = $plain, $locked | Import-IvsPlaybackKeyPair
        (Get-IvsPlaybackKeyFile plain.private.pem, locked.public.pem -Arn $imported[1].Arn).IsImported | Should -Be $false, $true
        Get-IvsPlaybackKeyFile plain.private.pem -Arn "$($imported[0].Arn)x" -ErrorVariable gone -ErrorAction SilentlyContinue
        Get-ErrorId $gone[0] | Should -Be 'ResourceNotFoundException'
    }
}

Describe 'Protect-IvsPlaybackKey' {
    BeforeEach {
        Reset-Folder
        $pair = New-IvsPlaybackKeyPair -Name prod
    }

    It 'replaces a plain key with a CMS message if -Force is specified' {
        $info = $pair | Protect-IvsPlaybackKey -ProtectTo $recipient -Force
        $info.Protection | Should -Be 'Certificate'
        $info.Fingerprint | Should -Be $pair.Fingerprint
        Get-Content $pair.PrivateKeyPath -Raw | Should -Not -Match 'PRIVATE KEY'
        Unprotect-CmsMessage -Path $pair.PrivateKeyPath -To $recipient | Should -Match 'BEGIN PRIVATE KEY'
        @(Get-ChildItem).Count | Should -Be 2
    }

    It 'does not overwrite a file that contains <What>' -ForEach @(
        @{ What = 'two private keys'; Text = { (New-PrivatePem), (New-PrivatePem) } }
        @{ What = 'a certificate and a private key'; Text = { $recipient.ExportCertificatePem(), (New-PrivatePem) } }
    ) {
        Set-Content several.pem (& $Text)
        $before = Get-Content several.pem -Raw
        Protect-IvsPlaybackKey several.pem -NewPassphrase $pass -Force -ErrorVariable failed -ErrorAction SilentlyContinue |
            Should -BeNullOrEmpty
        Get-ErrorId $failed[0] | Should -Be 'SeveralKeys'
        Get-Content several.pem -Raw | Should -Be $before
        (Protect-IvsPlaybackKey several.pem one.pem -NewPassphrase $pass).Protection | Should -Be 'Passphrase'
        Get-Content several.pem -Raw | Should -Be $before
    }

    It 'protects the target of a symbolic link' -Skip:$IsWindows {
        $null = New-Item -ItemType SymbolicLink link.pem -Target $pair.PrivateKeyPath
        $null = Protect-IvsPlaybackKey link.pem -NewPassphrase $pass -Force
        (Get-Item link.pem).LinkType | Should -Be 'SymbolicLink'
        Get-Content $pair.PrivateKeyPath -TotalCount 1 | Should -Be '-----BEGIN ENCRYPTED PRIVATE KEY-----'
    }

    It 'does not change a file that contains two private keys, even if the destination is another path to it' -Skip:$IsWindows {
        $null = New-Item -ItemType Directory real
        $null = New-Item -ItemType SymbolicLink linked -Target (Resolve-Path real)
        Set-Content real/several.pem (New-PrivatePem), (New-PrivatePem)
        $before = Get-Content real/several.pem -Raw
        Protect-IvsPlaybackKey linked/several.pem real/several.pem -NewPassphrase $pass -Force -ErrorVariable failed `
            -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ErrorId $failed[0] | Should -Be 'SeveralKeys'
        Get-Content real/several.pem -Raw | Should -Be $before
    }

    It 'writes to another file, and changes the protection from a certificate to a passphrase and back' {
        $null = Protect-IvsPlaybackKey prod.private.pem a.pem -ProtectTo $recipient
        $null = Protect-IvsPlaybackKey a.pem b.pem -DecryptionCertificate $recipient -NewPassphrase $pass
        $info = Protect-IvsPlaybackKey b.pem c.pem -Passphrase $pass -ProtectTo $recipient
        $info.Path | Should -Be (Join-Path $dir c.pem)
        Get-Content b.pem -TotalCount 1 | Should -Be '-----BEGIN ENCRYPTED PRIVATE KEY-----'
        (New-IvsViewerToken $arn c.pem -DecryptionCertificate $recipient).KeyFingerprint | Should -Be $pair.Fingerprint
    }

    It 'reads a key that Protect-CmsMessage wrote' {
        Get-Content prod.private.pem -Raw | Protect-CmsMessage -To $recipient -OutFile cms.pem
        (New-IvsViewerToken $arn cms.pem -DecryptionCertificate $recipient).KeyFingerprint | Should -Be $pair.Fingerprint
        (Protect-IvsPlaybackKey cms.pem new.pem -DecryptionCertificate $recipient -NewPassphrase $pass).Fingerprint |
            Should -Be $pair.Fingerprint
    }

    It 'accepts files from Get-ChildItem' {
        $null = New-IvsPlaybackKeyPair -Name second
        $found = Get-ChildItem *.private.pem | Protect-IvsPlaybackKey -ProtectTo $recipient -Force
        $found.Protection | Should -Be 'Certificate', 'Certificate'
    }

    It 'writes the error <Id> and does not change any file if <Condition>' -ForEach @(
        @{
            Condition = 'the destination is the input file and -Force is not specified'
            Id = 'FileExists'
            Arguments = { @{ Path = 'prod.private.pem'; NewPassphrase = $pass } }
        }
        @{
            Condition = 'the destination is another file that exists'
            Id = 'FileExists'
            Arguments = { @{ Path = 'prod.private.pem'; DestinationPath = 'prod.public.pem'; NewPassphrase = $pass } }
        }
        @{
            Condition = 'the input file contains a public key'
            Id = 'PrivateKeyRequired'
            Arguments = { @{ Path = 'prod.public.pem'; DestinationPath = 'new.pem'; NewPassphrase = $pass } }
        }
        @{
            Condition = 'the input file does not exist'
            Id = 'FileNotFound'
            Arguments = { @{ Path = 'nowhere.pem'; DestinationPath = 'new.pem'; NewPassphrase = $pass } }
        }
        @{
            Condition = 'the destination folder does not exist'
            Id = 'FileNotFound'
            Arguments = { @{ Path = 'prod.private.pem'; DestinationPath = 'none/new.pem'; NewPassphrase = $pass } }
        }
        @{
            Condition = 'the certificate does not exist'
            Id = 'WrongCertificate'
            Arguments = { @{ Path = 'prod.private.pem'; ProtectTo = '0' * 40; Force = $true } }
        }
    ) {
        $arguments = & $Arguments
        $before = Get-FileHash *
        Protect-IvsPlaybackKey @arguments -ErrorVariable bad -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $bad.Count | Should -Be 1
        Get-ErrorId $bad[0] | Should -Be $Id
        (Get-FileHash *).Hash | Should -Be $before.Hash
    }

    It 'rejects an empty passphrase' {
        { Protect-IvsPlaybackKey prod.private.pem new.pem -NewPassphrase ([securestring]::new()) } | Should -Throw '*empty*'
        Test-Path new.pem | Should -BeFalse
    }

    It 'rejects a passphrase with an unpaired surrogate' {
        $half = [securestring]::new()
        'a', [char] 0xd83d | ForEach-Object { $half.AppendChar($_) }
        { Protect-IvsPlaybackKey prod.private.pem new.pem -NewPassphrase $half } |
            Should -Throw '*incomplete*' -ErrorId 'ParameterArgumentValidationError,*'
        { New-IvsPlaybackKeyPair half -Passphrase $half } | Should -Throw '*incomplete*' -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'writes nothing with -WhatIf' {
        Protect-IvsPlaybackKey prod.private.pem new.pem -NewPassphrase $pass -WhatIf | Should -BeNullOrEmpty
        Test-Path new.pem | Should -BeFalse
    }
}
