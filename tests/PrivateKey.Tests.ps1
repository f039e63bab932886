BeforeAll {
    . $PSScriptRoot/Setup.ps1
    Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
    $arn = 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh'
}
AfterAll { $emulator | Stop-IvsEmulator; Set-Location $PSScriptRoot }

Describe 'The private key in New-IvsViewerToken' {
    BeforeAll {
        $key = [System.Security.Cryptography.ECDsa]::Create([System.Security.Cryptography.ECCurve+NamedCurves]::nistP384)
        Set-Content their.public.pem $key.ExportSubjectPublicKeyInfoPem()
        $public = Get-Content their.public.pem -Raw
        $pass = ConvertTo-Secret 'correct horse'
        $pbe = [System.Security.Cryptography.PbeParameters]::new('Aes256Cbc', [System.Security.Cryptography.HashAlgorithmName]::SHA256, 10)
        $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new(
            'CN=viewer', $key, [System.Security.Cryptography.HashAlgorithmName]::SHA384
        )
        $certificate = $request.CreateSelfSigned([DateTimeOffset]::UtcNow.AddDays(-1), [DateTimeOffset]::UtcNow.AddDays(1))
        [System.IO.File]::WriteAllBytes("$PWD/their.pfx", $certificate.Export('Pkcs12', 'correct horse'))
        [System.IO.File]::WriteAllBytes("$PWD/their.der", $key.ExportPkcs8PrivateKey())
        Set-Content their.sec1.pem $key.ExportECPrivateKeyPem()
        Set-Content locked.pem $key.ExportEncryptedPkcs8PrivateKeyPem('correct horse', $pbe)
        $recipient = New-RecipientCertificate
        $key.ExportPkcs8PrivateKeyPem() | Protect-CmsMessage -To $recipient -OutFile sealed.pem
    }

    It 'is read from <How>' -ForEach @(
        @{ How = 'text'; Arguments = { @{ PrivateKey = $key.ExportPkcs8PrivateKeyPem() } } }
        @{ How = 'text from Get-Content -Raw'; Arguments = { @{ PrivateKey = Get-Content their.sec1.pem -Raw } } }
        @{ How = 'lines'; Arguments = { @{ PrivateKey = Get-Content their.sec1.pem } } }
        @{ How = 'a SecureString'; Arguments = { @{ PrivateKey = ConvertTo-Secret $key.ExportPkcs8PrivateKeyPem() } } }
        @{ How = 'bytes'; Arguments = { @{ PrivateKey = [System.IO.File]::ReadAllBytes("$PWD/their.der") } } }
        @{ How = 'bytes from Get-Content -AsByteStream'; Arguments = { @{ PrivateKey = Get-Content their.der -AsByteStream } } }
        @{ How = 'a certificate'; Arguments = { @{ PrivateKey = $certificate } } }
        @{ How = 'encrypted text'; Arguments = { @{ PrivateKey = Get-Content locked.pem -Raw; Passphrase = $pass } } }
        @{
            How = 'a CMS message from Protect-CmsMessage'
            Arguments = { @{ PrivateKey = Get-Content sealed.pem -Raw; DecryptionCertificate = $recipient } }
        }
        @{ How = 'a SEC1 file'; Arguments = { @{ PrivateKeyPath = 'their.sec1.pem' } } }
        @{ How = 'a DER file'; Arguments = { @{ PrivateKeyPath = 'their.der' } } }
        @{ How = 'an encrypted file'; Arguments = { @{ PrivateKeyPath = 'locked.pem'; Passphrase = $pass } } }
        @{ How = 'a PKCS#12 file'; Arguments = { @{ PrivateKeyPath = 'their.pfx'; Passphrase = $pass } } }
        @{ How = 'a file with a CMS message'; Arguments = { @{ PrivateKeyPath = 'sealed.pem'; DecryptionCertificate = $recipient } } }
    ) {
        $arguments = & $Arguments
        (New-IvsViewerToken $arn @arguments | Test-IvsViewerToken -PublicKey $public).Signature | Should -Be 'Verified'
    }

    It 'causes one error and no output if it cannot be used: <Id> for <What>' -ForEach @(
        @{
            What = 'a file that is missing'
            Id = 'FileNotFound'
            Category = 'ObjectNotFound'
            Arguments = { @{ PrivateKeyPath = 'nowhere.pem' } }
        }
        @{
            What = 'a wrong passphrase'
            Id = 'WrongPassphrase'
            Category = 'AuthenticationError'
            Arguments = { @{ PrivateKeyPath = 'locked.pem'; Passphrase = ConvertTo-Secret 'battery' } }
        }
        @{
            What = 'no passphrase'
            Id = 'PassphraseRequired'
            Category = 'AuthenticationError'
            Arguments = { @{ PrivateKeyPath = 'locked.pem' } }
        }
        @{
            What = 'a wrong passphrase of PKCS#12'
            Id = 'WrongPassphrase'
            Category = 'AuthenticationError'
            Arguments = { @{ PrivateKeyPath = 'their.pfx'; Passphrase = ConvertTo-Secret 'battery' } }
        }
        @{
            What = 'a wrong certificate'
            Id = 'WrongCertificate'
            Category = 'AuthenticationError'
            Arguments = { @{ PrivateKeyPath = 'sealed.pem'; DecryptionCertificate = New-RecipientCertificate other } }
        }
        @{
            What = 'no certificate'
            Id = 'WrongCertificate'
            Category = 'AuthenticationError'
            Arguments = { @{ PrivateKeyPath = 'sealed.pem' } }
        }
        @{
            What = 'a certificate without its private key'
            Id = 'PrivateKeyMissing'
            Category = 'InvalidData'
            Arguments = { @{ PrivateKey = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new($certificate.RawData) } }
        }
        @{
            What = 'a public key'
            Id = 'PrivateKeyRequired'
            Category = 'InvalidData'
            Arguments = { @{ PrivateKeyPath = 'their.public.pem' } }
        }
        @{
            What = 'a key of another curve'
            Id = 'WrongCurve'
            Category = 'InvalidData'
            Arguments = {
                @{
                    PrivateKey = [System.Security.Cryptography.ECDsa]::Create(
                        [System.Security.Cryptography.ECCurve]::CreateFromFriendlyName('nistP256')
                    ).ExportPkcs8PrivateKeyPem()
                }
            }
        }
        @{
            What = 'RSA'
            Id = 'NotEllipticCurve'
            Category = 'InvalidData'
            Arguments = { @{ PrivateKey = [System.Security.Cryptography.RSA]::Create(2048).ExportPkcs8PrivateKeyPem() } }
        }
        @{ What = 'a path as text'; Id = 'NotPem'; Category = 'InvalidData'; Arguments = { @{ PrivateKey = 'their.sec1.pem' } } }
    ) {
        $arguments = & $Arguments
        $tokens = [System.Collections.Generic.List[object]]::new()
        $failed = $null
        try {
            [pscustomobject]@{ ViewerId = 'ann' }, [pscustomobject]@{ ViewerId = 'bob' } | New-IvsViewerToken -ChannelArn $arn @arguments |
                ForEach-Object { $tokens.Add($_) }
        }
        catch { $failed = $_ }
        $failed.FullyQualifiedErrorId | Should -Be "$Id,IvsTools.Commands.NewIvsViewerTokenCommand"
        $failed.CategoryInfo.Category | Should -Be $Category
        $failed.Exception.Message | Should -Match '\A[^\n]*[A-Z][^\n]*\.\z'
        $tokens.Count | Should -Be 0
    }

    It 'causes an error that mentions wildcards if the path contains one and no such file exists' {
        $failure = { New-IvsViewerToken $arn their.*.pem } | Should -Throw -ErrorId 'FileNotFound,*' -PassThru
        $failure.ErrorDetails.RecommendedAction | Should -Match 'wildcards'
        $failure = { New-IvsViewerToken $arn nowhere.pem } | Should -Throw -ErrorId 'FileNotFound,*' -PassThru
        $failure.ErrorDetails.RecommendedAction | Should -BeNullOrEmpty
    }

    It 'is reported as a path if it is the path of a file in the current location' {
        { New-IvsViewerToken $arn -PrivateKey their.sec1.pem } | Should -Throw '*the text is the path of a file.' -ErrorId 'NotPem,*'
        { New-IvsViewerToken $arn -PrivateKey nowhere.pem } | Should -Throw '*no line starts with -----BEGIN.' -ErrorId 'NotPem,*'
    }

    It 'is rejected, and not shown in the error, if it is not a key' {
        { New-IvsViewerToken $arn -PrivateKey 4711 } |
            Should -Throw '*PEM text*-PrivateKeyPath*' -ErrorId 'ParameterArgumentTransformationError,*'
        { New-IvsViewerToken $arn -PrivateKey (Get-Item their.sec1.pem) } | Should -Throw '*-PrivateKeyPath*'
    }
}
