BeforeDiscovery { . $PSScriptRoot/Moto.ps1 }
BeforeAll {
    . $PSScriptRoot/Setup.ps1
    . $PSScriptRoot/Moto.ps1
    $arn = 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh'
    $pem = New-PrivatePem
    $file = Join-Path $TestDrive key.pem
    Set-Content $file $pem -NoNewline
    $fingerprint = (Get-IvsPlaybackKeyFile $file).Fingerprint
    $json = @{ keyPairArn = 'arn:aws:ivs:us-west-2:123456789012:playback-key/abcd'; privateKey = $pem } | ConvertTo-Json
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'The private key that -SsmParameter specifies' -Skip:(-not $hasMoto) {
    BeforeAll {
        $moto = Start-Moto
        $values = @{ '/ivs/pem' = $pem; '/ivs/json' = $json; '/ivs/text' = 'hello' }
        foreach ($parameter in $values.Keys | ForEach-Object { @{ Name = $_; Value = $values[$_] } }) {
            $null = Invoke-Moto AmazonSSM.PutParameter ($parameter + @{ Type = 'SecureString' })
        }
        $null = Invoke-Moto AmazonSSM.PutParameter @{ Name = '/ivs/plain'; Value = $pem; Type = 'String' }
    }
    AfterAll { Stop-Moto $moto }

    It 'signs tokens, verifies them and can be imported: <_>' -ForEach '/ivs/pem', '/ivs/json', '/ivs/pem:1' {
        Reset-Emulator
        $token = New-IvsViewerToken $arn -SsmParameter $_
        $token.KeyFingerprint | Should -Be $fingerprint
        ($token | Test-IvsViewerToken -SsmParameter $_).Signature | Should -Be Verified
        (Import-IvsPlaybackKeyPair -SsmParameter $_ -Name stored).Fingerprint | Should -Be $fingerprint
        "$($emulator.Requests.Body)" | Should -Not -Match 'PRIVATE'
    }

    It 'can be in a secret of AWS Secrets Manager, if the parameter name references the secret' {
        $null = Invoke-Moto secretsmanager.CreateSecret @{ Name = 'ivs-key'; SecretString = $json }
        (New-IvsViewerToken $arn -SsmParameter /aws/reference/secretsmanager/ivs-key).KeyFingerprint | Should -Be $fingerprint
    }

    It 'can be saved in an encrypted file with Protect-IvsPlaybackKey' {
        $passphrase = ConvertTo-Secret 'a passphrase'
        $protected = Protect-IvsPlaybackKey -SsmParameter /ivs/json -DestinationPath "$TestDrive/ssm.pem" -NewPassphrase $passphrase
        $protected.Fingerprint, $protected.Protection | Should -Be $fingerprint, 'Passphrase'
        (New-IvsViewerToken $arn -PrivateKeyPath "$TestDrive/ssm.pem" -Passphrase $passphrase).KeyFingerprint | Should -Be $fingerprint
    }

    It 'causes a warning if it is stored as a String instead of a SecureString' {
        $token = New-IvsViewerToken $arn -SsmParameter /ivs/plain -WarningVariable warned -WarningAction SilentlyContinue
        $token.KeyFingerprint | Should -Be $fingerprint
        "$warned" | Should -Be 'The parameter /ivs/plain is not encrypted, because it is not a SecureString.'
    }

    It 'causes one error if it is not in Parameter Store or is not a valid key' {
        { New-IvsViewerToken $arn -SsmParameter /ivs/none } | Should -Throw -ErrorId 'ParameterNotFound,*'
        $error[0].ErrorDetails.RecommendedAction | Should -BeLike 'Check the name,*'
        $error[0].CategoryInfo.Category, $error[0].TargetObject | Should -Be ObjectNotFound, '/ivs/none'
        { New-IvsViewerToken $arn -SsmParameter /ivs/text } | Should -Throw -ErrorId 'NotPem,*'
        { Test-IvsViewerToken a.b.c -SsmParameter /ivs/text } | Should -Throw -ErrorId 'NotPem,*'
        Import-IvsPlaybackKeyPair -SsmParameter /ivs/text -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId $failed[0] | Should -Be NotPem
    }
}

Describe 'A private key in SecretManagement' {
    BeforeAll {
        # A test double replaces SecretManagement. Its Get-Secret returns each type that a vault can return.
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive 'modules/Microsoft.PowerShell.SecretManagement') -Force
        Set-Content "$folder/Microsoft.PowerShell.SecretManagement.psm1" @'
function Get-Secret {
    [CmdletBinding()]
    param([string] $Name, [string] $Vault)
    $text = [System.IO.File]::ReadAllText($env:IVSTOOLS_TEST_SECRET)
    if ($Vault -and $Vault -ne 'production') { throw "Vault $Vault does not exist in registry." }
    switch ($Name) {
        secure { ConvertTo-SecureString $text -AsPlainText -Force }
        string { $text }
        bytes { , [System.Text.Encoding]::UTF8.GetBytes($text) }
        json { ConvertTo-SecureString (@{ privateKey = $text } | ConvertTo-Json) -AsPlainText -Force }
        hashtable { @{ privateKey = ConvertTo-SecureString $text -AsPlainText -Force } }
        credential { [pscredential]::new('key', (ConvertTo-SecureString $text -AsPlainText -Force)) }
        ordinal { $entries = [hashtable]::new([StringComparer]::Ordinal); $entries['PRIVATE_KEY'] = $text; $entries }
        talkative { throw "The value $text is locked." }
        number { 42 }
        nothing { }
        default { Write-Error "There is no secret named '$Name'." }
    }
}
'@
        $name = 'Microsoft.PowerShell.SecretManagement'
        New-ModuleManifest "$folder/$name.psd1" -RootModule "$name.psm1" -FunctionsToExport Get-Secret
        $env:IVSTOOLS_TEST_SECRET = $file
        $modulePath = $env:PSModulePath
    }
    AfterAll {
        $env:PSModulePath = $modulePath
        Remove-Item env:IVSTOOLS_TEST_SECRET
        Remove-Module Microsoft.PowerShell.SecretManagement -ErrorAction Ignore
    }

    It 'causes one error if SecretManagement is not installed' -Skip:(
        [bool](Get-Module Microsoft.PowerShell.SecretManagement -ListAvailable)
    ) {
        { New-IvsViewerToken $arn -SecretName secure } | Should -Throw -ErrorId 'SecretManagementMissing,*'
        $error[0].CategoryInfo.Category | Should -Be NotInstalled
    }

    It 'signs tokens, verifies them and can be imported: <_>' -ForEach @(
        'secure', 'string', 'bytes', 'json', 'hashtable', 'ordinal', 'credential'
    ) {
        $env:PSModulePath = "$TestDrive/modules$([System.IO.Path]::PathSeparator)$modulePath"
        Reset-Emulator
        $token = New-IvsViewerToken $arn -SecretName $_ -VaultName production
        $token.KeyFingerprint | Should -Be $fingerprint
        ($token | Test-IvsViewerToken -SecretName $_).Signature | Should -Be Verified
        (Import-IvsPlaybackKeyPair -SecretName $_ -Name stored).Fingerprint | Should -Be $fingerprint
    }

    It 'can be a CMS message, which -DecryptionCertificate opens for the import' {
        $recipient = New-RecipientCertificate
        $env:IVSTOOLS_TEST_SECRET = (Protect-IvsPlaybackKey $file "$TestDrive/sealed.pem" -ProtectTo $recipient).Path
        try {
            Reset-Emulator
            Import-IvsPlaybackKeyPair -SecretName string -ErrorVariable failed -ErrorAction SilentlyContinue
            Get-ErrorId $failed[0] | Should -Be WrongCertificate
            (Import-IvsPlaybackKeyPair -SecretName string -DecryptionCertificate $recipient).Fingerprint | Should -Be $fingerprint
        }
        finally { $env:IVSTOOLS_TEST_SECRET = $file }
    }

    It 'causes an error if it cannot be read, and the error does not contain the key' {
        { New-IvsViewerToken $arn -SecretName missing } |
            Should -Throw "The secret 'missing' cannot be read: There is no secret named 'missing'." -ErrorId 'SecretNotRead,*'
        $error[0].ErrorDetails.RecommendedAction | Should -BeLike '*unlocked*Get-SecretInfo*'
        { New-IvsViewerToken $arn -SecretName secure -VaultName other } |
            Should -Throw '*Vault other does not exist*' -ErrorId 'SecretNotRead,*'
        { New-IvsViewerToken $arn -SecretName number } | Should -Throw -ErrorId 'SecretNotRead,*'
        { Test-IvsViewerToken a.b.c -SecretName nothing } | Should -Throw -ErrorId 'SecretNotRead,*'
        $rejected = { New-IvsViewerToken $arn -SecretName talkative } | Should -Throw -ErrorId 'SecretNotRead,*' -PassThru
        $shown = "$rejected $($rejected | Format-List * -Force | Out-String -Width 5000) $($rejected.Exception)"
        $shown | Should -Match 'key text'
        $shown.Contains(($pem -split '\n')[1]) | Should -BeFalse
    }
}

Describe 'The parameters for a private key' {
    It 'have the same type and attributes in every cmdlet: -<Parameter>' -ForEach @(
        @{ Parameter = 'KmsKeyId'; Cmdlets = 'New-IvsViewerToken', 'Test-IvsViewerToken', 'Test-IvsPlayback', 'Import-IvsPlaybackKeyPair' }
        @{
            Parameter = 'SsmParameter'
            Cmdlets = 'New-IvsViewerToken', 'Test-IvsViewerToken', 'Test-IvsPlayback', 'Import-IvsPlaybackKeyPair', 'Protect-IvsPlaybackKey'
        }
        @{
            Parameter = 'SecretName'
            Cmdlets = 'New-IvsViewerToken', 'Test-IvsViewerToken', 'Test-IvsPlayback', 'Import-IvsPlaybackKeyPair', 'Protect-IvsPlaybackKey'
        }
    ) {
        foreach ($cmdlet in $Cmdlets) {
            $found = (Get-Command $cmdlet).Parameters[$Parameter]
            $first = (Get-Command New-IvsViewerToken).Parameters[$Parameter]
            $found.ParameterType, $found.Attributes.Count | Should -Be $first.ParameterType, $first.Attributes.Count -Because $cmdlet
            $found.ParameterSets.Keys | Should -Be $Parameter
            $found.ParameterSets[$Parameter].IsMandatory | Should -BeTrue
            if ($Parameter -eq 'SecretName') { (Get-Command $cmdlet).Parameters['VaultName'].ParameterSets.Keys | Should -Be SecretName }
        }
    }

    It 'do not accept the ARN of another service in -SsmParameter' {
        { New-IvsViewerToken $arn -SsmParameter arn:aws:secretsmanager:us-west-2:123456789012:secret:ivs } |
            Should -Throw '*of the service secretsmanager*/aws/reference/secretsmanager/*'
        { Import-IvsPlaybackKeyPair -SsmParameter $arn } | Should -Throw '*of the service ivs*/ivs/prod*'
    }

    It 'must include exactly one of -NewPassphrase and -ProtectTo in Protect-IvsPlaybackKey' {
        { Protect-IvsPlaybackKey $file } | Should -Throw -ErrorId 'ProtectionRequired,*'
        { Protect-IvsPlaybackKey $file -NewPassphrase (ConvertTo-Secret x1) -ProtectTo (New-RecipientCertificate) } |
            Should -Throw -ErrorId 'ProtectionRequired,*'
    }
}

Describe 'A private key in Parameter Store that cannot be decrypted' {
    BeforeAll {
        $denied = 'User: u is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-west-2:123456789012:key/k'
        $body = @{ __type = 'AccessDeniedException'; Message = $denied } | ConvertTo-Json -Compress
        $server = Start-OneResponse $body -Status '400 Bad Request'
        $env:AWS_ENDPOINT_URL_SSM = $server.Url
    }
    AfterAll {
        Remove-Item env:AWS_ENDPOINT_URL_SSM
        Stop-OneResponse $server
    }

    It 'causes an error that recommends the missing permission' {
        { New-IvsViewerToken $arn -SsmParameter /ivs/key -Region us-west-2 -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey secret } |
            Should -Throw -ErrorId 'AccessDeniedException,*'
        $error[0].ErrorDetails.RecommendedAction | Should -BeLike '*kms:Decrypt*key policy*'
    }
}
