# Stops cmdlets while they read a named pipe to which nothing is written.
BeforeDiscovery {
    $readers = @(
        @{ Name = 'New-IvsViewerToken'; Script = 'New-IvsViewerToken arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh $pipe' }
        @{ Name = 'Test-IvsViewerToken -PublicKeyPath'; Script = 'Test-IvsViewerToken a.b.c -PublicKeyPath $pipe' }
        @{ Name = 'Test-IvsViewerToken -PublicKey'; Script = 'Test-IvsViewerToken a.b.c -PublicKey (Get-Item -LiteralPath $pipe)' }
        @{ Name = 'Get-IvsPlaybackKeyFile'; Script = 'Get-IvsPlaybackKeyFile $pipe' }
        @{ Name = 'Get-IvsPlaybackKeyFile -Online'; Script = 'Get-IvsPlaybackKeyFile $pipe -Online -EndpointUrl $url' }
        @{ Name = 'Import-IvsPlaybackKeyPair -Path'; Script = 'Import-IvsPlaybackKeyPair -Path $pipe -EndpointUrl $url' }
        @{
            Name = 'Get-Item | Import-IvsPlaybackKeyPair'
            Script = 'Get-Item -LiteralPath $pipe | Import-IvsPlaybackKeyPair -FromPrivateKey -EndpointUrl $url'
        }
        @{
            Name = 'Protect-IvsPlaybackKey'
            Script = 'Protect-IvsPlaybackKey $pipe "$pipe.out" -NewPassphrase (ConvertTo-SecureString secret -AsPlainText)'
        }
    )
}

BeforeAll {
    . $PSScriptRoot/Setup.ps1

    # Waits with a time limit, so that a cmdlet that does not stop fails the test instead of blocking the test run.
    function Wait-Handle([System.IAsyncResult] $Started) {
        $Started.AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
    }
}

AfterAll { $emulator | Stop-IvsEmulator }

Describe 'A cmdlet that is stopped while it reads a file' {
    BeforeEach {
        if ($IsWindows) { Set-ItResult -Skipped -Because 'on Windows, a named pipe cannot be created in a folder' }
        Reset-Emulator
        $folder = New-Item "$TestDrive/$(New-Guid)" -ItemType Directory
        $pipe = "$folder/silent.pem"
        & mkfifo $pipe
        $shell = [powershell]::Create()
        $writer = [powershell]::Create()
    }

    AfterEach {
        # A thread of the cmdlet still waits for data. The thread ends when the writer closes the pipe.
        ${stream}?.Dispose()
        $writer, $shell | ForEach-Object Dispose
    }

    It 'ends without an error: <Name>' -ForEach $readers {
        $null = $shell.AddScript("Import-Module '$PSScriptRoot/../IvsTools.psd1'; `$pipe = '$pipe'; `$url = '$($emulator.Url)'; $Script")
        # The call that opens one end of a named pipe waits until the other end is opened.
        $opening = $writer.AddScript("[System.IO.FileStream]::new('$pipe', 'Open', 'Write', 'ReadWrite')").BeginInvoke()
        $running = $shell.BeginInvoke()
        Wait-Handle $opening
        $stream = $writer.EndInvoke($opening)[0]

        Wait-Handle $shell.BeginStop($null, $null)
        Wait-Handle $running
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Streams.Error.Count | Should -Be 0
        $emulator.Requests.Count | Should -Be 0
        Get-ChildItem $folder -Name | Should -Be 'silent.pem'
    }
}
