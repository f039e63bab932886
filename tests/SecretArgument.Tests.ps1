# Users can paste secrets by mistake, so these tests pass secrets to every parameter of every cmdlet and search all output for them.
BeforeAll {
    . $PSScriptRoot/Setup.ps1
    Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
    $pem = New-PrivatePem
    $secrets = @(
        @{ Kind = 'private key'; Text = $pem; Needle = ($pem -split "`n")[2] }
        @{ Kind = 'private key on one line'; Text = $pem.Replace("`n", '\n'); Needle = ($pem -split "`n")[2] }
        @{ Kind = 'stream key'; Text = 'sk_us-west-2_abcdABCDefgh_567890abcdef'; Needle = '567890abcdef' }
        @{
            Kind = 'viewer token'
            Text = 'eyJhbGciOiJFUzM4NCIsInR5cCI6IkpXVCJ9.eyJhIjoxfQ.c2lnbmF0dXJlc2lnbmF0dXJl'
            Needle = 'c2lnbmF0dXJl'
        }
    )

    # Returns all data of an error, including its exceptions.
    function Get-AllText($Record) {
        if ($Record -isnot [System.Management.Automation.ErrorRecord]) { return $Record | Out-String }
        $Record | Format-List * -Force | Out-String
        $details = "$($Record.ErrorDetails) $($Record.ErrorDetails.RecommendedAction)"
        "$($Record.Exception) $($Record.TargetObject) $($Record.CategoryInfo) $details"
        if ($Record.TargetObject) { $Record.TargetObject | Format-List * -Force | Out-String }
    }
}
AfterAll { Stop-IvsEmulator; Set-Location $PSScriptRoot }

Describe 'A secret in the input of <_>' -ForEach (Import-PowerShellDataFile "$PSScriptRoot/../IvsTools.psd1").CmdletsToExport {
    It 'does not appear in an output stream or an error, whichever parameter receives the secret' {
        $command = Get-Command $_
        $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
        $leaks = foreach ($parameter in $command.Parameters.Keys | Where-Object { $_ -notin $common }) {
            foreach ($secret in $secrets) {
                $Error.Clear()
                $arguments = @{ $parameter = $secret.Text }
                $out = try { & $command @arguments -ErrorAction Continue *>&1 } catch { $_ }
                $text = @($out) + $Error | ForEach-Object { Get-AllText $_ } | Out-String
                if ($text.Contains($secret.Needle)) { "-$parameter $($secret.Kind)" }
            }
        }
        $leaks | Should -BeNullOrEmpty
    }

    It 'does not appear in an output stream or an error if the secret comes from the pipeline' {
        $command = Get-Command $_
        $leaks = foreach ($secret in $secrets) {
            foreach ($shape in 'text', 'row') {
                $Error.Clear()
                $value = $shape -eq 'text' ? $secret.Text : [pscustomobject]@{
                    Arn = $secret.Text
                    ChannelArn = $secret.Text
                    Path = $secret.Text
                    Name = $secret.Text
                    Token = $secret.Text
                    ViewerId = $secret.Text
                    ExpiresIn = $secret.Text
                }
                # PowerShell itself adds the input object of a failed binding to the error, so the test does not search this object.
                $out = try { $value | & $command -ErrorAction Continue *>&1 } catch { $_ }
                $text = @($out) + $Error | ForEach-Object {
                    if ($_ -is [System.Management.Automation.ErrorRecord]) { "$_ $($_.Exception.Message) $($_.ErrorDetails)" }
                    else { $_ | Out-String }
                } | Out-String
                if ($text.Contains($secret.Needle)) { "$shape $($secret.Kind)" }
            }
        }
        $leaks | Should -BeNullOrEmpty
    }
}

Describe 'Key text in place of a path' {
    It 'causes an error that recommends the correct parameter: <Command>' -ForEach @(
        @{
            Command = 'New-IvsViewerToken'
            Arguments = @{ ChannelArn = 'arn:aws:ivs:us-west-2:123456789012:channel/a' }
            Parameter = 'PrivateKeyPath'
            Use = '-PrivateKey'
        }
        @{ Command = 'Import-IvsPlaybackKeyPair'; Arguments = @{}; Parameter = 'Path'; Use = '-PublicKeyMaterial' }
        @{ Command = 'Test-IvsViewerToken'; Arguments = @{ Token = 'x' }; Parameter = 'PublicKeyPath'; Use = '-PublicKey' }
    ) {
        $all = $Arguments + @{ $Parameter = $pem }
        { & $Command @all } | Should -Throw "*(key text), which is not valid for this parameter*use $Use.*"
    }
}

Describe 'A folder in place of a file' {
    BeforeAll { $null = New-Item -ItemType Directory folder }

    It 'causes one error that contains the path of the folder: <Command>' -ForEach @(
        @{ Command = 'Import-IvsPlaybackKeyPair -Path folder' }
        @{ Command = 'Import-IvsPlaybackKeyPair -LiteralPath folder' }
        @{ Command = 'Get-Item folder | Import-IvsPlaybackKeyPair' }
        @{ Command = 'Get-IvsPlaybackKeyFile folder' }
        @{ Command = 'Protect-IvsPlaybackKey folder -NewPassphrase (ConvertTo-Secret hunter2) -DestinationPath new.pem' }
    ) {
        $out = & ([scriptblock]::Create("$Command -ErrorVariable failed -ErrorAction SilentlyContinue; `$failed"))
        $out.Count | Should -Be 1
        Get-ErrorId $out[0] | Should -Be 'FileError'
        "$($out[0])" | Should -Match 'folder\W is a folder, not a file'
    }

    It 'causes a terminating error, which contains the path of the folder, in New-IvsViewerToken' {
        $failed = $null
        try { New-IvsViewerToken arn:aws:ivs:us-west-2:123456789012:channel/a folder } catch { $failed = $_ }
        Get-ErrorId $failed | Should -Be 'FileError'
        "$failed" | Should -Match 'folder\W is a folder, not a file'
    }

    It 'is skipped if a wildcard finds it among files' {
        New-PublicPem | Set-Content one.pem
        Import-IvsPlaybackKeyPair -Path * -ErrorVariable failed -ErrorAction SilentlyContinue | Should -HaveCount 1
        $failed | Should -BeNullOrEmpty
    }
}
