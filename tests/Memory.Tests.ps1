# A child process reads private keys in every supported way. The test then searches the memory of the child process for the keys.
BeforeDiscovery {
    # Only Linux provides the memory of a process as a file (/proc/PID/mem).
    $readable = $IsLinux
    $ways = @(
        @{ Way = 'PKCS#8 by path'; Form = 'pkcs8'; Script = 'New-IvsViewerToken $arn $file' }
        @{ Way = 'SEC1 by path'; Form = 'sec1'; Script = 'New-IvsViewerToken $arn $file' }
        @{ Way = 'DER by path'; Form = 'der'; Script = 'New-IvsViewerToken $arn $file' }
        @{ Way = 'encrypted PKCS#8 by path'; Form = 'encrypted'; Script = 'New-IvsViewerToken $arn $file -Passphrase $pass' }
        @{ Way = 'PKCS#12 by path'; Form = 'pkcs12'; Script = 'New-IvsViewerToken $arn $file -Passphrase $pass' }
        @{
            Way = 'a SecureString'
            Form = 'hidden'
            Script = '$secret = Read-Hidden $file; New-IvsViewerToken $arn -PrivateKey $secret; $secret.Dispose()'
        }
        @{
            Way = 'a pipeline of rows'
            Form = 'pkcs8'
            Script = '1..20 | ForEach-Object { [pscustomobject]@{ ViewerId = "v$_" } } | New-IvsViewerToken $arn $file'
        }
        @{ Way = 'key text without its BEGIN line'; Form = 'bare'; Script = 'New-IvsViewerToken $arn $file' }
        @{ Way = 'truncated key text'; Form = 'cut'; Script = 'New-IvsViewerToken $arn $file' }
        @{ Way = 'a test of a token'; Form = 'pkcs8'; Script = 'Test-IvsViewerToken a.b.c -PublicKeyPath $file' }
        @{ Way = 'a test with a file of two keys'; Form = 'two'; Script = 'Test-IvsViewerToken a.b.c -PublicKeyPath $file' }
        @{ Way = 'an import that is rejected'; Form = 'pkcs8'; Script = 'Import-IvsPlaybackKeyPair -Path $file' }
        @{ Way = 'an import of the public key'; Form = 'sec1'; Script = 'Import-IvsPlaybackKeyPair -Path $file -FromPrivateKey' }
        @{
            Way = 'an import that is stopped at its first key'
            Form = 'two'
            Script = 'Import-IvsPlaybackKeyPair -Path $file -FromPrivateKey | Select-Object -First 1'
        }
        @{
            Way = 'an import of an encrypted key'
            Form = 'encrypted'
            Script = 'Import-IvsPlaybackKeyPair -Path $file -FromPrivateKey -Passphrase $pass'
        }
        @{ Way = 'an inspection'; Form = 'encrypted'; Script = 'Get-IvsPlaybackKeyFile $file -Passphrase $pass' }
        @{ Way = 'protection with a passphrase'; Form = 'pkcs8'; Script = 'Protect-IvsPlaybackKey $file "$file.out" -NewPassphrase $pass' }
        @{
            Way = 'protection with a certificate'
            Form = 'pkcs8'
            Script = 'Protect-IvsPlaybackKey $file "$file.out" -ProtectTo $recipient'
        }
        @{ Way = 'a new pair'; Form = 'new'; Script = 'New-IvsPlaybackKeyPair ([IO.Path]::GetFileName($file)) (Split-Path $file)' }
    )
    for ($i = 0; $i -lt $ways.Count; $i++) { $ways[$i].File = "key$i" }
}
Describe 'The memory of the process' -Skip:(-not $readable) -ForEach @{ Ways = $ways } {
    BeforeAll {
        . $PSScriptRoot/../src/build/Programs.ps1
        Add-Type @'
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

public static class ForeignMemory {
    /// Returns the names of the needles that are in the writable memory of a process.
    public static string[] Find(int process, IDictionary texts) {
        var needles = texts.Keys.Cast<string>().ToDictionary(name => name, name => (byte[])texts[name]);
        var found = new HashSet<string>();
        using (var memory = new FileStream($"/proc/{process}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0)) {
            foreach (var line in File.ReadLines($"/proc/{process}/maps")) {
                var parts = line.Split(new[] { '-', ' ' }, 4);
                if (!parts[2].StartsWith("rw")) continue;
                var (at, end) = (Convert.ToInt64(parts[0], 16), Convert.ToInt64(parts[1], 16));
                var chunk = new byte[(1 << 20) + 256];
                for (; at < end; at += 1 << 20) {
                    int read;
                    try { memory.Position = at; read = memory.Read(chunk, 0, (int)Math.Min(chunk.Length, end - at)); }
                    catch (IOException) { continue; }
                    foreach (var needle in needles.Where(needle => chunk.AsSpan(0, read).IndexOf(needle.Value) >= 0)) found.Add(needle.Key);
                }
            }
        }
        return found.OrderBy(name => name, StringComparer.Ordinal).ToArray();
    }
}
'@
        $dir = New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))
        $passphrase = "correct-horse-$([guid]::NewGuid())"
        $parameters = [System.Security.Cryptography.PbeParameters]::new('Aes256Cbc', 'SHA256', 1000)
        $hide = { param($Text) , [byte[]]([System.Text.Encoding]::UTF8.GetBytes($Text) | ForEach-Object { $_ -bxor 0x5a }) }
        $needles = @{}
        # Adds the bytes of the private scalar, and part of the base64 text as ASCII and as UTF-16.
        function Add-Needle($File, $Key) {
            $d = $Key.ExportParameters($true).D
            $needles["$File number"] = [byte[]]$d[8..47]
            foreach ($form in @{ PKCS8 = $Key.ExportPkcs8PrivateKeyPem(); SEC1 = $Key.ExportECPrivateKeyPem() }.GetEnumerator()) {
                $line = ($form.Value -split "`n")[2].Substring(0, 12)
                $needles["$File $($form.Key)"] = [System.Text.Encoding]::ASCII.GetBytes($line)
                $needles["$File $($form.Key) in UTF-16"] = [System.Text.Encoding]::Unicode.GetBytes($line)
            }
        }
        function New-Key { [System.Security.Cryptography.ECDsa]::Create([System.Security.Cryptography.ECCurve+NamedCurves]::nistP384) }
        foreach ($way in $ways) {
            $file = Join-Path $dir $way.File
            if ($way.Form -eq 'new') { continue }
            $key = New-Key
            Add-Needle $way.File $key
            $pem = $key.ExportPkcs8PrivateKeyPem()
            switch ($way.Form) {
                'pkcs8' { Set-Content $file $pem }
                'sec1' { Set-Content $file $key.ExportECPrivateKeyPem() }
                'der' { Set-Content $file $key.ExportPkcs8PrivateKey() -AsByteStream }
                'encrypted' { Set-Content $file $key.ExportEncryptedPkcs8PrivateKeyPem($passphrase, $parameters) }
                'pkcs12' {
                    $request = [System.Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=key', $key, 'SHA384')
                    Set-Content $file $request.CreateSelfSigned(
                        [DateTimeOffset]::UtcNow.AddDays(-1), [DateTimeOffset]::UtcNow.AddDays(1)
                    ).Export('Pfx', $passphrase) -AsByteStream
                }
                'hidden' { Set-Content $file (& $hide $pem) -AsByteStream }
                'bare' { Set-Content $file ($pem -replace '-----.*-----' -replace '\s') }
                'cut' { Set-Content $file $pem.Substring(0, 200) }
                'two' {
                    $second = New-Key
                    Add-Needle "$($way.File) second" $second
                    Set-Content $file ($pem, $second.ExportPkcs8PrivateKeyPem())
                }
            }
        }
        Set-Content "$dir/passphrase" (& $hide $passphrase) -AsByteStream
        $steps = $ways | ForEach-Object { "`$file = '$dir/$($_.File)'; try { $($_.Script) } catch { `$_ }" }
        Set-Content "$dir/run.ps1" @"
. '$PSScriptRoot/Setup.ps1'
# Reads a file byte by byte into a SecureString, without a string or an array.
function Read-Hidden(`$Path) {
    `$secret = [securestring]::new()
    `$stream = [System.IO.FileStream]::new(`$Path, 'Open', 'Read', 'Read', 0)
    while ((`$byte = `$stream.ReadByte()) -ge 0) { `$secret.AppendChar([char](`$byte -bxor 0x5a)) }
    `$stream.Dispose()
    `$secret
}
`$arn = 'arn:aws:ivs:us-west-2:123456789012:channel/a'
`$recipient = New-RecipientCertificate
`$pass = Read-Hidden '$dir/passphrase'
`$said = @(. {
$($steps -join "`n")
} *>&1)
`$failed = @(`$said | Where-Object { `$_ -is [System.Management.Automation.ErrorRecord] }).Count
`$pass.Dispose()
`$emulator | Stop-IvsEmulator
1..3 | ForEach-Object { [System.GC]::Collect(); [System.GC]::WaitForPendingFinalizers() }
[System.Console]::Out.WriteLine("ready `$PID `$failed")
`$null = [System.Console]::In.ReadLine()
"@
        $command, $arguments = Get-EngineCommand
        $start = [System.Diagnostics.ProcessStartInfo]::new($command, ($arguments + '-File', "$dir/run.ps1"))
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
        $child = [System.Diagnostics.Process]::Start($start)
        while ($null -ne ($line = $child.StandardOutput.ReadLine()) -and $line -notmatch '^ready (\d+) (\d+)$') { }
        $process, $failed = [int]$Matches[1], [int]$Matches[2]
        $new = New-Key
        foreach ($way in $ways | Where-Object Form -EQ 'new') {
            $new.ImportFromPem((Get-Content "$dir/$($way.File).private.pem" -Raw))
            Add-Needle $way.File $new
        }
        $left = [ForeignMemory]::Find($process, $needles)
        $ground = [ForeignMemory]::Find($process, @{ path = [System.Text.Encoding]::Unicode.GetBytes("$dir") })
        $child.StandardInput.WriteLine()
        $child.WaitForExit()
    }

    It 'does not contain a private key after this use of the key: <Way>' -ForEach $ways {
        $left -match "^$File " | Should -BeNullOrEmpty
    }

    It 'is searched after the test commands run, and the commands write only the five expected errors' {
        # The expected errors are: no BEGIN line, truncated key text, and three commands that require a public key but read a private key.
        $failed | Should -Be 5
    }

    It 'contains the path of the test folder, and the search finds this path' {
        $ground | Should -Be 'path'
    }
}
