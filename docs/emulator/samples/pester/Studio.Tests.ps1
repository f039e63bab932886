# Requires the module IvsTools.
BeforeAll {
    # The code under test.
    function New-Studio([string] $Name) {
        New-IvsChannel -Name $Name -Authorized $true -Tag @{ team = 'live' } -ErrorAction Stop
    }
}

Describe 'A studio channel' {
    BeforeAll {
        $emulator = Start-IvsEmulator -SetEnvironment
        $null = New-IvsPlaybackKeyPair -Name studio -DestinationPath $TestDrive | Import-IvsPlaybackKeyPair
    }
    AfterAll { $emulator | Stop-IvsEmulator }
    BeforeEach { $emulator.ClearRequests() }

    It 'can be played only with a token' {
        $studio = New-Studio main
        $emulator.Streams.Start($studio.Arn)
        $token = $studio | New-IvsViewerToken -ViewerId viewer-1 -PrivateKeyPath $TestDrive/studio.private.pem
        Invoke-RestMethod $token.PlaybackUrl | Should -BeLike '#EXTM3U*'
        { Invoke-RestMethod $studio.PlaybackUrl } | Should -Throw
    }

    It 'is created with its tags' {
        $null = New-Studio main
        ($emulator.Requests[-1].Body | ConvertFrom-Json).tags.team | Should -Be live
    }

    It 'is not created if access is denied' {
        $emulator.Faults.Fail('CreateChannel', 'AccessDeniedException')
        { New-Studio main } | Should -Throw -ErrorId 'AccessDeniedException*'
    }

    It 'can be created several times in parallel' {
        # A script block of -Parallel loads an installed module automatically, but not a module that was imported from a folder.
        $module = (Get-Module IvsTools).ModuleBase
        (1..4 | ForEach-Object -Parallel { Import-Module "$using:module/IvsTools.psd1"; New-IvsChannel -Name "studio-$_" }).Count |
            Should -Be 4
    }
}
