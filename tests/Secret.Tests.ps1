BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $passphrase = "correct-horse-$([guid]::NewGuid())"
    $dir = New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))
    $folder = New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))
    Set-Location $dir

    # A runbook that writes to all PowerShell output streams. It runs in a separate process with a transcript, and gets the passphrase
    # from an environment variable.
    Set-Content "$folder/run.ps1" @'
param($Setup, $Folder)
. $Setup
$null = Start-Transcript "$Folder/transcript.txt"
$VerbosePreference = $DebugPreference = $InformationPreference = $WarningPreference = 'Continue'
# The commands do not use -Debug, because it prompts for confirmation in PowerShell 7.5 and earlier. $DebugPreference replaces -Debug.
$loud = @{ Verbose = $true }
$pass = ConvertTo-SecureString $env:IVSTOOLS_TEST_PASSPHRASE -AsPlainText -Force
$wrong = ConvertTo-SecureString "not-$env:IVSTOOLS_TEST_PASSPHRASE" -AsPlainText -Force
$recipient = New-RecipientCertificate
$channel = New-IvsChannel -Name studio -Authorized $true

function Invoke-All {
    New-IvsPlaybackKeyPair -Name plain @loud
    New-IvsPlaybackKeyPair -Name locked -Passphrase $pass @loud
    New-IvsPlaybackKeyPair -Name sealed -ProtectTo $recipient @loud
    New-IvsPlaybackKeyPair -Name plain @loud
    $pem = Get-Content plain.private.pem -Raw
    $rows = [pscustomobject]@{ ViewerId = 'ann' }, [pscustomobject]@{ ViewerId = 'x' * 41 },
        [pscustomobject]@{ ViewerId = 'bob'; ExpiresIn = 'soon' }, $channel
    foreach ($arguments in @(
            @{ PrivateKeyPath = 'plain.private.pem' }
            @{ PrivateKeyPath = 'locked.private.pem'; Passphrase = $pass }
            @{ PrivateKeyPath = 'sealed.private.pem'; DecryptionCertificate = $recipient }
            @{ PrivateKey = $pem }
            @{ PrivateKey = Get-Content plain.private.pem }
            @{ PrivateKey = ConvertTo-SecureString $pem -AsPlainText -Force }
            @{ PrivateKey = [System.Text.Encoding]::UTF8.GetBytes($pem) }
            # Commands that fail.
            @{ PrivateKeyPath = 'locked.private.pem'; Passphrase = $wrong }
            @{ PrivateKeyPath = 'locked.private.pem' }
            @{ PrivateKeyPath = 'sealed.private.pem' }
            @{ PrivateKeyPath = 'plain.public.pem'; Passphrase = $pass }
            @{ PrivateKey = $pem.Substring(0, $pem.Length - 40) }
            @{ PrivateKey = $pem -replace '-----.*-----' }
            @{ PrivateKey = ($pem -replace '-----.*-----' -replace '\s') }
            @{ PrivateKey = $pem -replace "`n", "`n!" }
            @{ PrivateKey = $pem -replace 'PRIVATE KEY', 'EC PRIVATE KEY' }
            @{ PrivateKey = $pem -replace 'PRIVATE KEY', 'CMS' }
            @{ PrivateKey = @{ Pem = $pem } }
        )) {
        try { $rows | New-IvsViewerToken -ChannelArn $channel.Arn @arguments @loud -OutVariable +made } catch { $_ }
    }
    # Shows the tokens in all views, and keeps them for checks after the run.
    $script:tokens = @($made)
    $tokens | Format-Table | Out-String
    $tokens | Format-List | Out-String
    $tokens | ForEach-Object { "$_" }
    $tokens | Test-IvsViewerToken -PublicKey (Get-Content plain.public.pem -Raw) @loud
    try { $tokens[0] | Test-IvsViewerToken -PublicKey $pem @loud } catch { $_ }
    Get-IvsPlaybackKeyFile * -Passphrase $pass -DecryptionCertificate $recipient @loud
    Get-IvsPlaybackKeyFile *.private.pem -Passphrase $wrong -Online @loud
    Protect-IvsPlaybackKey plain.private.pem sealed2.pem -ProtectTo $recipient @loud
    Protect-IvsPlaybackKey sealed2.pem locked2.pem -DecryptionCertificate $recipient -NewPassphrase $pass @loud
    Protect-IvsPlaybackKey locked2.pem none.pem -Passphrase $wrong -NewPassphrase $pass @loud
    Protect-IvsPlaybackKey plain.private.pem none.pem -ProtectTo ('0' * 40) @loud
    Get-Content plain.private.pem | Import-IvsPlaybackKeyPair @loud
    Import-IvsPlaybackKeyPair $pem @loud
    Import-IvsPlaybackKeyPair -Path *.private.pem @loud
    Import-IvsPlaybackKeyPair -Path locked.private.pem -FromPrivateKey -Passphrase $wrong @loud
    Import-IvsPlaybackKeyPair -Path locked.private.pem -FromPrivateKey -Passphrase $pass @loud
    Import-IvsPlaybackKeyPair ($pem -replace "`n", "`n!") -FromPrivateKey @loud
    Import-IvsPlaybackKeyPair $pem -FromPrivateKey @loud
    $tokens | Where-Object ViewerId | Start-IvsViewerSessionRevocation @loud
}

$all = Invoke-All *>&1
# Shows the console output, and then everything that remains in variables of the session.
$all
$all | Where-Object { $_ -isnot [IvsTools.ViewerToken] } | Format-List * -Force
foreach ($e in $Error) {
    $e | Format-List * -Force
    $e.Exception | Format-List * -Force
    $e.InvocationInfo | Format-List * -Force
    $e.InvocationInfo.BoundParameters
    $e.InvocationInfo.BoundParameters.Values | Format-List * -Force
    $e.ErrorDetails | Format-List * -Force
    "$($e.TargetObject) $($e.Exception)"
}
$emulator.Requests.Body
$null = Stop-Transcript
$tokens.Token | Set-Content "$Folder/tokens.txt"
$Error.Count | Set-Content "$Folder/errors.txt"
'@
    $env:IVSTOOLS_TEST_PASSPHRASE = $passphrase
    try { Invoke-PowerShell -File "$folder/run.ps1" "$PSScriptRoot/Setup.ps1" "$folder" *> "$folder/output.txt" }
    finally { Remove-Item env:IVSTOOLS_TEST_PASSPHRASE }
    $said = (Get-Content "$folder/transcript.txt" -Raw) + (Get-Content "$folder/output.txt" -Raw)
    # Views wrap lines, so a secret can contain line breaks.
    $joined = $said -replace '\s'

    $key = [System.Security.Cryptography.ECDsa]::Create()
    $key.ImportFromPem((Get-Content plain.private.pem -Raw))
    $d = $key.ExportParameters($true).D
    $needles = [ordered]@{
        'lower hex' = [convert]::ToHexString($d).ToLower()
        'upper hex' = [convert]::ToHexString($d)
        bytes = $d -join ','
    }
    # The base64 of the same bytes depends on their position modulo three.
    foreach ($skip in 0..2) { $needles["base64 from $skip"] = [convert]::ToBase64String($d[$skip..47]).Substring(0, 48) }
    $number = 0
    foreach ($pem in $key.ExportPkcs8PrivateKeyPem(), $key.ExportECPrivateKeyPem()) {
        $pem -split "`n" | Where-Object { $_ -and $_ -notmatch '^---' } | ForEach-Object { $needles["PEM line $((++$number))"] = $_ }
    }
}
AfterAll { $emulator | Stop-IvsEmulator; Set-Location $PSScriptRoot }

Describe 'A runbook that writes to all PowerShell output streams' {
    It 'writes the expected errors, verbose records and tokens' {
        [int](Get-Content "$folder/errors.txt") | Should -BeGreaterThan 30
        $ids = 'WrongPassphrase', 'PassphraseRequired', 'WrongCertificate', 'PrivateKeyRequired', 'PrivateKeyRejected', 'InvalidViewerId',
            'IncompletePem', 'NotPem', 'InvalidKey', 'FileExists'
        foreach ($id in $ids) {
            $said -match $id | Should -BeTrue -Because $id
        }
        $said -match 'VERBOSE' | Should -BeTrue
        @(Get-Content "$folder/tokens.txt").Count | Should -BeGreaterThan 10
        # Proves that the search can find a key.
        $plain = (Get-Content plain.private.pem -Raw) -replace '\s'
        @($needles.Values | Where-Object { $plain.Contains($_) }).Count | Should -BeGreaterOrEqual 4
    }

    It 'does not show a private key in the transcript, the output streams, the errors or the requests' {
        foreach ($needle in $needles.GetEnumerator()) {
            $joined.Contains($needle.Value) | Should -BeFalse -Because "of $($needle.Key)"
        }
        $joined -match 'BEGIN(EC|ENCRYPTED)?PRIVATEKEY-----[A-Za-z0-9+/]' | Should -BeFalse
    }

    It 'does not show a passphrase in the transcript, the output streams, the errors or the requests' {
        $joined.Contains($passphrase) | Should -BeFalse
    }

    It 'does not show a token in a view' {
        foreach ($token in Get-Content "$folder/tokens.txt") {
            $token.Split('.')[1, 2] | ForEach-Object { $joined.Contains($_) | Should -BeFalse }
        }
        $said.Contains('token=••••') | Should -BeTrue
    }

    It 'creates only the specified files, of which only the plain key file contains the key' {
        (Get-ChildItem -File -Force -Recurse).Name | Sort-Object | Should -Be @(
            'locked.private.pem', 'locked.public.pem', 'locked2.pem', 'plain.private.pem', 'plain.public.pem',
            'sealed.private.pem', 'sealed.public.pem', 'sealed2.pem')
        foreach ($file in Get-ChildItem -Exclude plain.private.pem) {
            $text = (Get-Content $file -Raw) -replace '\s'
            $needles.Values | ForEach-Object { $text.Contains($_) | Should -BeFalse -Because $file.Name }
            $text.Contains($passphrase) | Should -BeFalse
        }
    }
}
