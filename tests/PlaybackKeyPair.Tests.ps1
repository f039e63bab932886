BeforeAll {
    . $PSScriptRoot/Setup.ps1
    function Reset-Folder {
        $script:dir = New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))
        Set-Location $dir
    }
}
AfterAll { $emulator | Stop-IvsEmulator; Set-Location $PSScriptRoot }

Describe 'Import-IvsPlaybackKeyPair accepts' {
    BeforeEach {
        Reset-Emulator
        Reset-Folder
        Set-Content a.pem (New-PublicPem)
        Set-Content b.pem (New-PublicPem)
    }

    It 'the lines of several files' {
        $pairs = Get-Content *.pem | Import-IvsPlaybackKeyPair
        $pairs.Count | Should -Be 2
        (Get-Sent ImportPlaybackKeyPair).Count | Should -Be 2
    }

    It 'a complete file as one string' {
        (Get-Content a.pem -Raw | Import-IvsPlaybackKeyPair).Arn | Should -Match ':playback-key/'
    }

    It 'a file as one array of lines' {
        (Get-Content a.pem -ReadCount 0 | Import-IvsPlaybackKeyPair).Arn | Should -Match ':playback-key/'
    }

    It 'the bytes of several files, one after the other or in one array' {
        (Get-Content *.pem -AsByteStream | Import-IvsPlaybackKeyPair).Count | Should -Be 2
        Reset-Emulator
        (Get-ChildItem *.pem | ForEach-Object { , (Get-Content $_ -AsByteStream -Raw) } | Import-IvsPlaybackKeyPair).Count | Should -Be 2
        Reset-Emulator
        (Import-IvsPlaybackKeyPair ([System.Text.Encoding]::Unicode.GetPreamble() +
            [System.Text.Encoding]::Unicode.GetBytes((Get-Content a.pem -Raw)))).Count | Should -Be 1
    }

    It 'the bytes of a file, and writes only one error if the file is not PEM' {
        $der = [System.Convert]::FromBase64String((Get-Content a.pem | Where-Object { $_ -notmatch '-----' }))
        $null = $der | Import-IvsPlaybackKeyPair -ErrorVariable rejected -ErrorAction SilentlyContinue
        $rejected.Count | Should -Be 1
        Get-ErrorId $rejected[0] | Should -Be 'NotPem'
        Get-Sent ImportPlaybackKeyPair | Should -BeNullOrEmpty
    }

    It 'files, but does not use their Name property as the name' {
        $pairs = Get-ChildItem *.pem | Import-IvsPlaybackKeyPair
        $pairs.Count | Should -Be 2
        $pairs.Name | Should -Be @('', '')
    }

    It 'files, and evaluates a script block in -Name for each file' {
        (Get-ChildItem *.pem | Import-IvsPlaybackKeyPair -Name { $_.BaseName }).Name | Should -Be 'a', 'b'
    }

    It 'lines, and evaluates a script block in -Name for the BEGIN line of each key' {
        (Get-Content *.pem | Import-IvsPlaybackKeyPair -Name { $_.PSChildName -replace '\W', '-' }).Name | Should -Be 'a-pem', 'b-pem'
    }

    It 'paths with wildcards' {
        (Import-IvsPlaybackKeyPair -Path *.pem -Name prod).Name | Should -Be 'prod', 'prod'
    }

    It 'literal paths' {
        Set-Content -LiteralPath 'odd[1].pem' (New-PublicPem)
        (Import-IvsPlaybackKeyPair -LiteralPath 'odd[1].pem').Arn | Should -Match ':playback-key/'
    }

    It 'a string by position' {
        (Import-IvsPlaybackKeyPair (Get-Content a.pem -Raw)).Arn | Should -Match ':playback-key/'
        (Import-IvsPlaybackKeyPair (Get-Content b.pem)).Arn | Should -Match ':playback-key/'
    }

    It 'the output of New-IvsPlaybackKeyPair <Way>' -ForEach @(
        @{ Way = 'after Import-Clixml'; Through = { Export-Clixml k.xml -InputObject $_; Import-Clixml k.xml } }
        @{ Way = 'from a CSV'; Through = { $_ | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Way = 'from JSON'; Through = { $_ | ConvertTo-Json | ConvertFrom-Json } }
        @{ Way = 'after Select-Object'; Through = { $_ | Select-Object * } }
    ) {
        $file = New-IvsPlaybackKeyPair -Name 'stored' -Force
        $pair = $file | ForEach-Object $Through | Import-IvsPlaybackKeyPair -ErrorAction Stop
        $pair.Name | Should -Be 'stored'
        $pair.Fingerprint | Should -Be $file.Fingerprint
    }

    It 'the output of New-IvsPlaybackKeyPair' {
        $file = New-IvsPlaybackKeyPair -Name prod
        $pair = $file | Import-IvsPlaybackKeyPair
        $pair.Name | Should -Be 'prod'
        $pair.Fingerprint | Should -Be $file.Fingerprint
    }

    It 'the columns PublicKeyMaterial and Name of a CSV' {
        [pscustomobject]@{ PublicKeyMaterial = Get-Content a.pem -Raw; Name = 'one' },
        [pscustomobject]@{ PublicKeyMaterial = Get-Content b.pem -Raw; Name = 'two' } | Export-Csv keys.csv
        (Import-Csv keys.csv | Import-IvsPlaybackKeyPair).Name | Should -Be 'one', 'two'
    }

    It 'the columns Path and Name of a CSV' {
        "Path,Name`na.pem,one`nb.pem,two" | Set-Content keys.csv
        (Import-Csv keys.csv | Import-IvsPlaybackKeyPair).Name | Should -Be 'one', 'two'
    }

    It 'key text in other forms, and sends it in canonical form: <_>' -ForEach @(
        'CRLF', 'CR', 'UTF-16', 'UTF-8 with a byte order mark', 'one line'
    ) {
        $pem = New-PublicPem
        $text, $encoding = switch ($_) {
            'CRLF' { ($pem -replace "`n", "`r`n"), 'utf8NoBOM' }
            'CR' { ($pem -replace "`n", "`r"), 'utf8NoBOM' }
            'UTF-16' { $pem, 'unicode' }
            'UTF-8 with a byte order mark' { $pem, 'utf8BOM' }
            'one line' { ($pem -replace "`n", ' '), 'utf8NoBOM' }
        }
        Set-Content c.pem $text -Encoding $encoding -NoNewline
        $null = Import-IvsPlaybackKeyPair -Path c.pem
        ((Get-Sent ImportPlaybackKeyPair)[-1].Body | ConvertFrom-Json).publicKeyMaterial | Should -BeExactly "$pem`n"
    }
}

Describe 'Import-IvsPlaybackKeyPair' {
    BeforeEach { Reset-Emulator; Reset-Folder }

    It 'imports the three valid keys of a mixed folder, and writes an error with the reason for each other file' {
        1..3 | ForEach-Object { Set-Content "good$_.pem" (New-PublicPem) }
        $private = New-PrivatePem
        Set-Content private.pem $private
        Set-Content rsa.pem ([System.Security.Cryptography.RSA]::Create(2048).ExportSubjectPublicKeyInfoPem())
        Set-Content p256.pem (New-PublicPem nistP256)
        Set-Content truncated.pem ((New-PublicPem) -split "`n" | Select-Object -First 3)
        Set-Content text.pem 'Dear operations,', 'the keys are in the safe.'

        # Before PowerShell 7.6, -Debug asks for confirmation.
        $loud = @{ Verbose = $true; Debug = $true; Confirm = $false }
        $streams = Get-Content *.pem |
            Import-IvsPlaybackKeyPair -ErrorVariable rejected -ErrorAction SilentlyContinue @loud 4>&1 5>&1

        @($streams | Where-Object { $_ -is [IvsTools.PlaybackKeyPair] }).Count | Should -Be 3
        $byFile = @{}
        $rejected | ForEach-Object { $byFile[(Split-Path -Leaf $_.TargetObject)] = Get-ErrorId $_ }
        $rejected.Count | Should -Be 5
        $byFile['private.pem'] | Should -Be 'PrivateKeyRejected'
        $byFile['rsa.pem'] | Should -Be 'NotEllipticCurve'
        $byFile['p256.pem'] | Should -Be 'WrongCurve'
        $byFile['truncated.pem'] | Should -Be 'IncompletePem'
        $byFile['text.pem'] | Should -Be 'NotPem'

        $secret = @($private -split "`n")[1..3]
        $said = (
            ($emulator.Requests.Body) + ($streams | Out-String) + (
                $rejected | ForEach-Object { "$_ $($_.Exception) $($_ | Format-List * -Force | Out-String)" }
            )
        ) -join "`n"
        foreach ($line in $secret) { $said.Contains($line) | Should -BeFalse }
    }

    It 'imports copies of a key only once, and for each copy, writes a warning that names the first file' {
        Set-Content a.pem (New-PublicPem)
        Copy-Item a.pem b.pem
        Copy-Item a.pem c.pem
        $pairs = Get-Content *.pem | Import-IvsPlaybackKeyPair -WarningVariable warned -WarningAction SilentlyContinue
        @($pairs).Count | Should -Be 1
        $warned.Count | Should -Be 2
        $warned[0].Message | Should -Match "b\.pem: .*already read from '.*a\.pem'.*imported once"
        $warned[1].Message | Should -Match "c\.pem: .*already read from '.*a\.pem'.*imported once"
    }

    It 'writes the warning about a repeated key in the order of the input, even with overlapping calls' {
        $key, $other = (New-PublicPem), (New-PublicPem)
        $order = $key, $key, $other | Import-IvsPlaybackKeyPair -ThrottleLimit 5 3>&1 | ForEach-Object { $_.GetType().Name }
        $order | Should -Be 'PlaybackKeyPair', 'WarningRecord', 'PlaybackKeyPair'
    }

    It 'rejects a name <Why> before a request is sent, with an error that explains the rule' -ForEach @(
        @{ Why = 'with a trailing line feed'; Name = "prod`n"; Rule = 'Only the letters' }
        @{ Why = 'with a Kelvin sign'; Name = "prod$([char]0x212A)"; Rule = 'Only the letters' }
        @{ Why = 'of 129 characters'; Name = 'a' * 129; Rule = 'maximum is 128' }
        @{ Why = 'with a dot'; Name = 'viewer.pem'; Rule = 'Only the letters' }
    ) {
        { Import-IvsPlaybackKeyPair (New-PublicPem) -Name $Name } |
            Should -Throw "*$Rule*Example: prod-2026*" -ErrorId (
                'ParameterArgumentValidationError,IvsTools.Commands.ImportIvsPlaybackKeyPairCommand')
        $emulator.Requests.Count | Should -Be 0
    }

    It 'accepts the name <Name>' -ForEach @{ Name = 'a' * 128 }, @{ Name = '' }, @{ Name = 'Prod_2026-x' } {
        (Import-IvsPlaybackKeyPair (New-PublicPem) -Name $Name).Name | Should -BeExactly $Name
    }

    It 'derives the public key with -FromPrivateKey, and does not send the private key' {
        $private = New-PrivatePem
        $pair = $private | Import-IvsPlaybackKeyPair -FromPrivateKey
        $pair.Fingerprint | Should -Match '^([0-9a-f]{2}:){15}[0-9a-f]{2}$'
        @($emulator.Requests.Body) -match 'PRIVATE' | Should -BeNullOrEmpty
    }

    It 'opens an encrypted key only with -Passphrase' {
        $pass = ConvertTo-SecureString 'correct horse' -AsPlainText -Force
        $file = New-IvsPlaybackKeyPair -Name locked -Passphrase $pass
        (Import-IvsPlaybackKeyPair -Path $file.PrivateKeyPath -FromPrivateKey -Passphrase $pass).Fingerprint | Should -Be $file.Fingerprint
        Import-IvsPlaybackKeyPair -Path $file.PrivateKeyPath -FromPrivateKey -ErrorVariable none -ErrorAction SilentlyContinue
        Get-ErrorId $none[0] | Should -Be 'PassphraseRequired'
        $wrong = ConvertTo-SecureString 'battery staple' -AsPlainText -Force
        $private = @{ Path = $file.PrivateKeyPath; FromPrivateKey = $true }
        Import-IvsPlaybackKeyPair @private -Passphrase $wrong -ErrorVariable bad -ErrorAction SilentlyContinue
        Get-ErrorId $bad[0] | Should -Be 'WrongPassphrase'
    }

    It 'opens a CMS message with -DecryptionCertificate, and does not send the private key' {
        $recipient = New-RecipientCertificate
        $file = New-IvsPlaybackKeyPair -Name sealed -ProtectTo $recipient
        $other = New-RecipientCertificate other
        $private = @{ FromPrivateKey = $true; ErrorAction = 'SilentlyContinue' }
        Import-IvsPlaybackKeyPair -Path $file.PrivateKeyPath @private -ErrorVariable none
        Get-ErrorId $none[0] | Should -Be WrongCertificate
        Import-IvsPlaybackKeyPair -Path $file.PrivateKeyPath @private -DecryptionCertificate $other -ErrorVariable bad
        Get-ErrorId $bad[0] | Should -Be WrongCertificate
        $emulator.ClearRequests()
        $pair = Get-Content $file.PrivateKeyPath | Import-IvsPlaybackKeyPair @private -DecryptionCertificate $recipient
        $pair.Fingerprint | Should -Be $file.Fingerprint
        $emulator.Requests.Count | Should -Be 1
        $emulator.Requests[0].Body | Should -Not -Match 'CMS|PRIVATE'
    }

    It 'returns the existing key pair with -ReuseExisting, even if the Region contains three key pairs' {
        $pem = New-PublicPem
        $first = $pem | Import-IvsPlaybackKeyPair -Name first
        $null = 1..2 | ForEach-Object { New-PublicPem | Import-IvsPlaybackKeyPair }
        ($pem | Import-IvsPlaybackKeyPair -ReuseExisting).Arn | Should -Be $first.Arn
        $pem | Import-IvsPlaybackKeyPair -ErrorVariable conflict -ErrorAction SilentlyContinue
        Get-ErrorId $conflict[0] | Should -Be 'ConflictException'
        New-PublicPem | Import-IvsPlaybackKeyPair -ReuseExisting -ErrorVariable full -ErrorAction SilentlyContinue
        Get-ErrorId $full[0] | Should -Be 'ServiceQuotaExceededException'
        $full[0].ErrorDetails.RecommendedAction | Should -Match 'Remove-IvsPlaybackKeyPair'
    }

    It 'with -ReuseExisting, ignores a key pair that was deleted after the list was read' {
        $pem = New-PublicPem
        $null = New-PublicPem | Import-IvsPlaybackKeyPair
        $existing = $pem | Import-IvsPlaybackKeyPair
        $emulator.Faults.Fail('GetPlaybackKeyPair', 'ResourceNotFoundException', 1)
        ($pem | Import-IvsPlaybackKeyPair -ReuseExisting).Arn | Should -Be $existing.Arn
    }

    It 'returns a matching key pair with -ReuseExisting, even if other key pairs cannot be read' {
        $first, $second = (New-PublicPem), (New-PublicPem)
        $pairs = $first, $second | Import-IvsPlaybackKeyPair
        $emulator.Faults.Fail('GetPlaybackKeyPair', 'AccessDeniedException', 1)
        ($second | Import-IvsPlaybackKeyPair -ReuseExisting).Arn | Should -Be $pairs[1].Arn
        $emulator.Faults.Fail('GetPlaybackKeyPair', 'AccessDeniedException', 1)
        $first | Import-IvsPlaybackKeyPair -ReuseExisting -ErrorVariable denied -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ErrorId $denied[0] | Should -Be 'AccessDeniedException'
    }

    It 'recommends -Path if the text is the path of a file: <Path>' -ForEach @(
        @{ Path = { Join-Path $dir a.pem } }
        # The current location of PowerShell is not the current folder of the process.
        @{ Path = { 'a.pem' } }
        @{ Path = { './a.pem' } }
        @{ Path = { 'Keys:/a.pem' } }
    ) {
        $null = New-PSDrive Keys FileSystem $dir
        Set-Content a.pem (New-PublicPem)
        try { Import-IvsPlaybackKeyPair (& $Path) -ErrorVariable rejected -ErrorAction SilentlyContinue }
        finally { Remove-PSDrive Keys }
        Get-ErrorId $rejected[0] | Should -Be 'NotPem'
        $rejected[0].Exception.Message | Should -BeLike '*the text is the path of a file.'
        $rejected[0].ErrorDetails.RecommendedAction | Should -Be 'Use -Path for a path, or use the content of the file.'
    }

    It 'does not recommend -Path if the text is not the path of a file: <_>' -ForEach 'b.pem', 'Nowhere:/a.pem', 'none::a.pem', 'a:b', '*' {
        Set-Content a.pem (New-PublicPem)
        Import-IvsPlaybackKeyPair $_ -ErrorVariable rejected -ErrorAction SilentlyContinue
        $rejected.Count | Should -Be 1
        Get-ErrorId $rejected[0] | Should -Be 'NotPem'
        $rejected[0].Exception.Message | Should -BeLike '*no line starts with -----BEGIN.'
    }

    It 'writes an error for a missing file, and continues' {
        Set-Content a.pem (New-PublicPem)
        $pair = Import-IvsPlaybackKeyPair -Path nowhere.pem, a.pem -ErrorVariable missing -ErrorAction SilentlyContinue
        $pair.Arn | Should -Match ':playback-key/'
        Get-ErrorId $missing[0] | Should -Be 'FileNotFound'
    }

    It 'sends nothing with -WhatIf' {
        New-PublicPem | Import-IvsPlaybackKeyPair -WhatIf
        $emulator.Requests.Count | Should -Be 0
    }

    It 'converts tag values of every type to text' {
        $pair = New-PublicPem |
            Import-IvsPlaybackKeyPair -Tag (
                [ordered]@{ env = 'prod'; n = 1.5; on = $true; none = $null; at = [datetime]'2026-01-02T03:04:05Z' }
            )
        $pair.Tags.n | Should -Be '1.5'
        $pair.Tags.none | Should -Be ''
        $pair.Tags.on | Should -Be 'True'
        $pair.Tags.at | Should -Match '^2026-01-02T'
    }

    It 'accepts 50 tags and a tag key of 128 code points above U+FFFF, and rejects <Why>' -ForEach @(
        @{ Why = '51 tags'; Bad = { $h = @{}; 1..51 | ForEach-Object { $h["k$_"] = '' }; $h } }
        @{ Why = 'a tag key of 129 code points'; Bad = { @{ ('😀' * 129) = 'x' } } }
        @{ Why = 'an empty tag key'; Bad = { @{ '' = 'x' } } }
        @{ Why = 'a tag value of 257 code points'; Bad = { @{ k = 'v' * 257 } } }
    ) {
        $fifty = @{ ('𐐷' * 128) = '𐐷' * 256 }
        1..49 | ForEach-Object { $fifty["k$_"] = 'v' }
        (New-PublicPem | Import-IvsPlaybackKeyPair -Tag $fifty).Tags.Count | Should -Be 50
        $emulator.ClearRequests()
        { New-PublicPem | Import-IvsPlaybackKeyPair -Tag (& $Bad) } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        $emulator.Requests.Count | Should -Be 0
    }
}

Describe 'New-IvsPlaybackKeyPair' {
    BeforeEach { Reset-Emulator; Reset-Folder }

    It 'writes a private key that only the owner can read, and sends no request' {
        $file = New-IvsPlaybackKeyPair -Name prod -DestinationPath $dir
        $file.PrivateKeyPath | Should -Be (Join-Path $dir prod.private.pem)
        if (-not $IsWindows) { (Get-Item $file.PrivateKeyPath).UnixFileMode | Should -Be ([System.IO.UnixFileMode]'UserRead, UserWrite') }
        Get-Content $file.PrivateKeyPath -TotalCount 1 | Should -Be '-----BEGIN PRIVATE KEY-----'
        $emulator.Requests.Count | Should -Be 0
        @(Get-ChildItem $dir).Count | Should -Be 2
    }

    It 'does not overwrite a file without -Force' {
        $first = New-IvsPlaybackKeyPair -Name prod
        New-IvsPlaybackKeyPair -Name prod -ErrorVariable there -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ErrorId $there[0] | Should -Be 'FileExists'
        (Import-IvsPlaybackKeyPair -Path $first.PublicKeyPath).Fingerprint | Should -Be $first.Fingerprint
        (New-IvsPlaybackKeyPair -Name prod -Force).Fingerprint | Should -Not -Be $first.Fingerprint
    }

    It 'reports a missing folder' {
        New-IvsPlaybackKeyPair -Name prod -DestinationPath nowhere -ErrorVariable missing -ErrorAction SilentlyContinue
        Get-ErrorId $missing[0] | Should -Be 'FileNotFound'
    }

    It 'writes nothing with -WhatIf' {
        New-IvsPlaybackKeyPair -Name prod -WhatIf
        @(Get-ChildItem $dir).Count | Should -Be 0
    }
}

Describe 'Key pairs' {
    BeforeEach { Reset-Emulator }

    It 'are listed with fingerprints, read by ARN, and deleted with Remove-IvsPlaybackKeyPair' {
        $pairs = 1..3 | ForEach-Object { New-PublicPem | Import-IvsPlaybackKeyPair -Name "k$_" }
        (Get-IvsPlaybackKeyPair).Fingerprint | Should -Be $pairs.Fingerprint
        ($pairs.Arn | Get-IvsPlaybackKeyPair).Name | Should -Be 'k1', 'k2', 'k3'
        $pairs | Remove-IvsPlaybackKeyPair -Confirm:$false
        Get-IvsPlaybackKeyPair | Should -BeNullOrEmpty
        Remove-IvsPlaybackKeyPair $pairs[0].Arn -Force -ErrorVariable gone -ErrorAction SilentlyContinue
        Get-ErrorId $gone[0] | Should -Be 'ResourceNotFoundException'
        $gone[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'are listed even if one of them cannot be read, which causes an error with its ARN' {
        $pairs = 1..3 | ForEach-Object { New-PublicPem | Import-IvsPlaybackKeyPair -Name "k$_" }
        $emulator.Faults.Fail('GetPlaybackKeyPair', 'AccessDeniedException', 1)
        (Get-IvsPlaybackKeyPair -ErrorVariable denied -ErrorAction SilentlyContinue).Arn | Should -Be $pairs[1, 2].Arn
        $denied.TargetObject | Should -Be $pairs[0].Arn
    }
}
