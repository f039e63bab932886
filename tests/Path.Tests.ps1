BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $arn = 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh'
    $pass = ConvertTo-Secret 'correct horse'
}
AfterAll { $emulator | Stop-IvsEmulator; Set-Location $PSScriptRoot }

Describe 'An invalid file path' {
    BeforeEach {
        Reset-Emulator
        $dir = New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))
        Set-Location $dir
        # The current directory of the process contains a private key file whose name is PATH. If a cmdlet ignored the drive in
        # env:PATH, the cmdlet would read this file and not write an error.
        $before = [Environment]::CurrentDirectory
        [Environment]::CurrentDirectory = $dir
        $null = New-IvsPlaybackKeyPair -Name prod
        Copy-Item prod.private.pem PATH
    }
    AfterEach { [Environment]::CurrentDirectory = $before }

    BeforeDiscovery {
        $paths = 'Nowhere:/PATH', 'none::PATH', 'env:PATH'
        $commands = @(
            @{ Command = 'New-IvsPlaybackKeyPair'; Rows = { @{ Name = 'a'; DestinationPath = $Path }, @{ Name = 'b' } } }
            @{
                Command = 'Protect-IvsPlaybackKey'
                Rows = { @{ Path = $Path }, @{ Path = 'prod.private.pem' } }
                Arguments = { @{ DestinationPath = 'new.pem'; NewPassphrase = $pass } }
            }
            @{
                Command = 'Protect-IvsPlaybackKey'
                Rows = { $Path, 'new.pem' | ForEach-Object { @{ Path = 'prod.private.pem'; DestinationPath = $_ } } }
                Arguments = { @{ NewPassphrase = $pass } }
            }
            @{ Command = 'Get-IvsPlaybackKeyFile'; Rows = { @{ Path = $Path }, @{ Path = 'prod.public.pem' } } }
            @{ Command = 'Get-IvsPlaybackKeyFile'; Rows = { @{ LiteralPath = $Path }, @{ LiteralPath = 'prod.public.pem' } } }
            @{ Command = 'Import-IvsPlaybackKeyPair'; Rows = { @{ Path = $Path }, @{ Path = 'prod.public.pem' } } }
        )
        $cases = foreach ($command in $commands) { foreach ($path in $paths) { $command + @{ Path = $path } } }
    }

    It 'causes one error in <Command>, and the next input is processed: <Path>' -ForEach $cases {
        $arguments = if ($Arguments) { & $Arguments } else { @{} }
        $out = & $Rows | ForEach-Object { [pscustomobject] $_ } | & $Command @arguments -ErrorVariable bad -ErrorAction SilentlyContinue
        $bad.Count | Should -Be 1
        Get-ErrorId $bad[0] | Should -Be 'FileNotFound'
        @($out).Count | Should -Be 1
    }

    It 'with a null character causes one error in <Command>, and the next input is processed' -ForEach $commands {
        $Path = "PATH`0"
        $arguments = if ($Arguments) { & $Arguments } else { @{} }
        $out = & $Rows | ForEach-Object { [pscustomobject] $_ } | & $Command @arguments -ErrorVariable bad -ErrorAction SilentlyContinue
        $bad.Count | Should -Be 1
        Get-ErrorId $bad[0] | Should -Be 'FileNotFound'
        @($out).Count | Should -Be 1
    }

    It 'is not opened if it contains a null character' {
        { New-IvsViewerToken $arn "PATH`0" } | Should -Throw -ErrorId 'FileNotFound,*'
        { New-IvsViewerToken $arn prod.private.pem -CheckpointPath "PATH`0" } | Should -Throw -ErrorId 'FileNotFound,*'
        { Start-IvsEmulator -StatePath "PATH`0" -ErrorAction Stop } | Should -Throw -ErrorId 'FileNotFound,*'
        { Get-IvsChannel -ProfileLocation "PATH`0" -ProfileName default -Region us-west-2 } | Should -Throw -ErrorId 'UnknownProfile,*'
    }

    It 'is not accepted as the path of a private key: <_>' -ForEach $paths {
        { New-IvsViewerToken $arn $_ } | Should -Throw -ErrorId 'FileNotFound,*'
    }

    It 'is not accepted as the path of a state file: <_>' -ForEach $paths {
        Start-IvsEmulator -StatePath $_ -ErrorVariable bad -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ErrorId $bad[0] | Should -Be 'FileNotFound'
    }

    It 'is not accepted as the path of a profile file: <_>' -ForEach $paths {
        Set-Content PATH "[default]`nregion = us-west-2`naws_access_key_id = A`naws_secret_access_key = B"
        { Get-IvsChannel -ProfileLocation $_ -ProfileName default } | Should -Throw -ErrorId 'UnknownProfile,*'
    }

    It 'in the PSPath property of piped key text does not prevent the import of the key: <_>' -ForEach $paths {
        $line = Get-Content prod.public.pem -Raw
        $line.PSPath = $_
        ($line | Import-IvsPlaybackKeyPair).Arn | Should -Match ':playback-key/'
    }
}

Describe 'Protect-IvsPlaybackKey -DestinationPath' {
    It 'accepts a script block that creates the path of each file' {
        Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
        $null = 'a', 'b' | New-IvsPlaybackKeyPair
        $made = Get-ChildItem *.private.pem |
            Protect-IvsPlaybackKey -DestinationPath { $_.Name -replace 'private', 'locked' } -NewPassphrase $pass
        $made.Path | Split-Path -Leaf | Should -Be 'a.locked.pem', 'b.locked.pem'
    }
}
