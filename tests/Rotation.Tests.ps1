BeforeDiscovery { . $PSScriptRoot/Moto.ps1 }
BeforeAll {
    . $PSScriptRoot/Setup.ps1
    . $PSScriptRoot/Moto.ps1
    $rotate = "$PSScriptRoot/../docs/examples/Update-PlaybackKey.ps1"
    function Get-PlaylistStatus($Token) { (Invoke-WebRequest $Token.PlaybackUrl -SkipHttpErrorCheck).StatusCode }
    function New-CurrentToken {
        $current = (Get-Content "$folder/rotation.json" | ConvertFrom-Json).Current
        $key = $current.KmsKeyId ? @{ KmsKeyId = $current.KmsKeyId } : @{ PrivateKeyPath = $current.PrivateKeyPath }
        $channel | New-IvsViewerToken @key
    }
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'The rotation script' {
    BeforeEach {
        Reset-Emulator
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))
        $channel = New-IvsChannel -Name studio -Authorized $true
        $emulator.Streams.Start($channel.Arn)
    }

    It 'switches keys while tokens of both are valid, and removes the old key when its last token has expired' {
        $null = & $rotate -KeyFolder $folder -LongestTokenLife 01:00:00 -Name first
        $old = New-CurrentToken
        $keys = & $rotate -KeyFolder $folder -LongestTokenLife 01:00:00 -Name second
        $keys.Status | Should -Be 'Current', 'Retiring'
        $keys.Name | Should -Be 'second', 'first'
        $keys[1].NotBefore | Should -BeOfType ([datetimeoffset])
        $new = New-CurrentToken
        Get-PlaylistStatus $old | Should -Be 200
        Get-PlaylistStatus $new | Should -Be 200
        $new.KeyFingerprint | Should -Not -Be $old.KeyFingerprint

        # It is too early to remove the old key.
        (& $rotate -KeyFolder $folder -LongestTokenLife 01:00:00 -RetireOnly).Status | Should -Be 'Current', 'Retiring'
        (Get-IvsPlaybackKeyPair).Name | Should -Be 'first', 'second'

        $state = Get-Content "$folder/rotation.json" | ConvertFrom-Json
        $state.Retiring[0].NotBefore = [datetimeoffset]::UtcNow.AddSeconds(-1)
        $state | ConvertTo-Json -Depth 4 | Set-Content "$folder/rotation.json"
        $keys = & $rotate -KeyFolder $folder -LongestTokenLife 01:00:00 -RetireOnly
        $keys.Status | Should -Be 'Removed', 'Current'
        # The private key is not deleted, so the output contains its path.
        $keys[0].PrivateKeyPath | Should -Exist
        (Get-IvsPlaybackKeyPair).Name | Should -Be 'second'
        Get-PlaylistStatus $old | Should -Be 403
        Get-PlaylistStatus $new | Should -Be 200
    }

    It 'switches from a file to AWS KMS and back' -Skip:(-not $hasMoto) {
        $moto = Start-Moto
        try {
            $tokens = foreach ($kms in $false, $true, $false) {
                $current = & $rotate -KeyFolder $folder -LongestTokenLife 01:00:00 -Name "key-$(([guid]::NewGuid()))" -Kms:$kms |
                    Where-Object Status -EQ Current
                [bool] $current.KmsKeyId, [bool] $current.PrivateKeyPath | Should -Be $kms, (-not $kms)
                New-CurrentToken
            }
            $tokens | ForEach-Object { Get-PlaylistStatus $_ } | Should -Be 200, 200, 200
            @($tokens.KeyFingerprint | Sort-Object -Unique).Count | Should -Be 3
        }
        finally { Stop-Moto $moto }
    }

    It 'reports a key in AWS KMS that was created but not imported' -Skip:(-not $hasMoto) {
        $moto = Start-Moto
        try {
            $emulator.Faults.Fail('ImportPlaybackKeyPair', 'AccessDeniedException')
            $common = @{ WarningVariable = 'warned'; WarningAction = 'SilentlyContinue' }
            $thrown = try { & $rotate -KeyFolder $folder -LongestTokenLife 01:00:00 -Kms @common } catch { $_ }
            Get-ErrorId $thrown | Should -Be AccessDeniedException
            $warned | Should -BeLike 'The new key arn:aws:kms:us-west-2:*:key/* was not imported.*'
            { & $rotate -KeyFolder $folder -LongestTokenLife 01:00:00 -Kms -ProtectTo x } | Should -Throw -ErrorId AmbiguousParameterSet*
        }
        finally { Stop-Moto $moto }
    }

    It 'creates nothing if the Region already contains three key pairs, and reports when a key can be removed' {
        1..3 | ForEach-Object { $null = & $rotate -KeyFolder $folder -LongestTokenLife 01:00:00 -Name "k$_" }
        $full = { & $rotate -KeyFolder $folder -LongestTokenLife 01:00:00 -Name k4 } |
            Should -Throw '*has 3 playback key pairs (k1, k2, k3)*' -PassThru
        [regex]::Matches($full, '\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d').Count | Should -Be 2
        "$folder/k4.private.pem" | Should -Not -Exist
        (Get-IvsPlaybackKeyPair).Count | Should -Be 3
    }

    It 'recommends removing a key pair if the Region already contains three key pairs, and the script is not retiring any of them' {
        1..3 | ForEach-Object { $null = New-IvsPlaybackKeyPair -Name "own$_" -DestinationPath $folder | Import-IvsPlaybackKeyPair }
        { & $rotate -KeyFolder $folder -LongestTokenLife 01:00:00 -Name k4 } |
            Should -Throw '*has 3 playback key pairs (own1, own2, own3)*Remove a key pair that is no longer used.'
        "$folder/k4.private.pem" | Should -Not -Exist
    }

    It 'continues if a retired key pair was removed manually' {
        $null = & $rotate -KeyFolder $folder -LongestTokenLife 00:00:00 -Name first
        $keys = & $rotate -KeyFolder $folder -LongestTokenLife 00:00:00 -Name second
        Remove-IvsPlaybackKeyPair $keys[1].Arn -Force
        (& $rotate -KeyFolder $folder -LongestTokenLife 00:00:00 -RetireOnly).Status | Should -Be 'Removed', 'Current'
    }

    It 'shows all properties of each key pair at 80 columns' {
        $null = & $rotate -KeyFolder $folder -LongestTokenLife 01:00:00 -Name first
        $keys = & $rotate -KeyFolder $folder -LongestTokenLife 01:00:00 -Name second
        $shown = ($keys | Out-String -Width 80) -replace '\s'
        $shown | Should -Not -Match '…|\.\.\.|@{'
        foreach ($value in $keys.Status + $keys.Name + $keys.Arn + $keys.Fingerprint) { $shown | Should -BeLike "*$value*" }
        $shown | Should -BeLike "*$("$($keys[1].NotBefore)" -replace '\s')*"
    }

    It 'changes nothing with -WhatIf' {
        $null = & $rotate -KeyFolder $folder -LongestTokenLife 00:00:00 -Name first
        $null = & $rotate -KeyFolder $folder -LongestTokenLife 00:00:00 -Name second
        $state = Get-Content "$folder/rotation.json" -Raw
        $files = (Get-ChildItem $folder).Name
        & $rotate -KeyFolder $folder -LongestTokenLife 00:00:00 -Name third -WhatIf | Should -BeNullOrEmpty
        (& $rotate -KeyFolder $folder -LongestTokenLife 00:00:00 -RetireOnly -WhatIf).Status | Should -Be 'Current', 'Retiring'
        Get-Content "$folder/rotation.json" -Raw | Should -Be $state
        (Get-ChildItem $folder).Name | Should -Be $files
        (Get-IvsPlaybackKeyPair).Name | Sort-Object | Should -Be 'first', 'second'
    }

    It 'requires an existing folder, and sends nothing without it' {
        $emulator.ClearRequests()
        { & $rotate -KeyFolder "$folder/none" -LongestTokenLife 01:00:00 } | Should -Throw "*none' does not exist. Create it first.*"
        $emulator.Requests.Count | Should -Be 0
    }

    It 'says how to get the module if it is neither installed nor imported' {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript('& $args[0] -KeyFolder $args[1] -LongestTokenLife 1:00:00').
                AddArgument($rotate).AddArgument("$folder")
            { $shell.Invoke() } | Should -Throw '*The module IvsTools is not available. Install it, or import it*'
        }
        finally { $shell.Dispose() }
    }
}
