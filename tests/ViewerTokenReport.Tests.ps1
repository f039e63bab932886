BeforeAll {
    . $PSScriptRoot/Setup.ps1
    Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
    $pair = New-IvsPlaybackKeyPair -Name prod
    $other = New-IvsPlaybackKeyPair -Name other
    $arn = 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh'
}
AfterAll { $emulator | Stop-IvsEmulator; Set-Location $PSScriptRoot }

Describe 'Test-IvsViewerToken' {
    BeforeAll { $token = New-IvsViewerToken $arn prod.private.pem -ViewerId ann -AllowedOrigin https://a.com }

    It 'reads tokens as objects, text and rows of a CSV' {
        $csv = [pscustomobject]@{ Token = $token.Token } | ConvertTo-Csv | ConvertFrom-Csv
        $reports = $token, $token.Token, $csv | Test-IvsViewerToken
        $reports.IsValid | Should -Be $true, $true, $true
        $reports.ViewerId | Should -Be 'ann', 'ann', 'ann'
        $reports[0].Signature | Should -Be 'NotChecked'
        $reports[0] | Should -BeOfType ([IvsTools.ViewerTokenReport])
        $reports[0].Claims['aws:viewer-id'] | Should -Be 'ann'
    }

    It 'verifies with a public key from <How>' -ForEach @(
        @{ How = 'text'; Arguments = { @{ PublicKey = Get-Content prod.public.pem -Raw } } }
        @{ How = 'lines'; Arguments = { @{ PublicKey = Get-Content prod.public.pem } } }
        @{ How = 'a file'; Arguments = { @{ PublicKey = Get-Item prod.public.pem } } }
        @{ How = 'several files'; Arguments = { @{ PublicKey = Get-ChildItem *.public.pem } } }
        @{ How = 'the output of New-IvsPlaybackKeyPair'; Arguments = { @{ PublicKey = $pair } } }
        @{ How = 'several outputs of New-IvsPlaybackKeyPair'; Arguments = { @{ PublicKey = $other, $pair } } }
        @{ How = 'the output of Get-IvsPlaybackKeyFile'; Arguments = { @{ PublicKey = Get-IvsPlaybackKeyFile prod.public.pem } } }
        @{ How = 'a path with wildcards'; Arguments = { @{ PublicKeyPath = '*.public.pem' } } }
    ) {
        $arguments = & $Arguments
        $report = $token | Test-IvsViewerToken @arguments
        $report.Signature | Should -Be 'Verified'
        $report.KeyFingerprint | Should -Be $pair.Fingerprint
    }

    It 'checks the channel and the origin' {
        $token | Test-IvsViewerToken -ChannelArn $arn -Origin https://a.com | ForEach-Object IsValid | Should -BeTrue
        ($token | Test-IvsViewerToken -ChannelArn "${arn}x" -Origin https://b.com).Problems.Id |
            Should -Be 'OtherChannel', 'OriginNotAllowed'
        ($token | Test-IvsViewerToken -PublicKey $other).Problems.Id | Should -Be 'WrongSignature'
    }

    It 'checks the channel of a playback URL' {
        $path = '/api/video/v1/us-west-2.123456789012.channel.OtherChannel.m3u8?token='
        foreach ($url in "https://a.playback.live-video.net$path$($token.Token)", "$path$($token.Token)") {
            $problem = (Test-IvsViewerToken $url).Problems
            $problem.Id | Should -Be 'OtherChannel'
            "$problem" | Should -BeLike "*, but the URL is for 'arn:aws:ivs:us-west-2:123456789012:channel/OtherChannel'*"
            (Test-IvsViewerToken $url.Replace('OtherChannel', $arn.Split('/')[1])).IsValid | Should -BeTrue
        }
    }

    It 'never writes an error for an invalid token: <Why>' -ForEach @(
        @{ Why = 'empty text'; Bad = '' }
        @{ Why = 'null'; Bad = $null }
        @{ Why = 'a word'; Bad = 'abc' }
        @{ Why = 'a number'; Bad = 42 }
        @{ Why = 'odd characters'; Bad = "é.`0.😀" }
        @{ Why = 'a row without a token'; Bad = [pscustomobject]@{ Name = 'x' } }
        @{ Why = 'half a surrogate pair'; Bad = "a.$([char]0xD83D).b" }
        @{ Why = 'one megabyte of text'; Bad = 'x.' * 524288 }
    ) {
        $Error.Clear()
        $report = , $Bad | Test-IvsViewerToken -PublicKey $pair -ErrorVariable bad
        $report.IsValid | Should -BeFalse
        $report.Problems.Count | Should -BeGreaterThan 0
        $Error.Count | Should -Be 0
    }

    It 'detects the invalid URL that a widely copied sample creates, and checks its token' {
        $report = Test-IvsViewerToken "https://x.playback.live-video.net/a.m3u8?token.m3u8?token=$($token.Token)" -PublicKey $pair
        $report.Problems.Id | Should -Be 'BrokenUrl'
        $report.Notes.Id | Should -Be 'WholeUrl'
        $report.Signature | Should -Be 'Verified'
    }

    It 'finds the token in an argument that is <What>' -ForEach @(
        @{ What = 'the output of New-IvsViewerToken'; Arguments = { $token } }
        @{ What = 'a row with the column Token'; Arguments = { [pscustomobject]@{ Name = 'x'; Token = $token.Token } } }
        @{ What = 'the text of a header'; Arguments = { "Authorization: Bearer $($token.Token)" } }
    ) {
        $report = Test-IvsViewerToken (& $Arguments) -PublicKey $pair
        $report.IsValid | Should -BeTrue
        $report.Signature | Should -Be 'Verified'
    }

    It 'shows notes and problems separately, and omits empty lists' {
        $report = Test-IvsViewerToken "https://x.playback.live-video.net/a.m3u8?token=$($token.Token)" -PublicKey $pair
        $report.IsValid | Should -BeTrue
        $report | Out-String -Width 200 | Should -BeLike '*Notes*: The input is a URL*'
        $token | Test-IvsViewerToken -PublicKey $pair | Out-String | Should -Not -BeLike '*Notes*'
    }

    It 'returns an error instead of a report if the argument does not contain a public key: <What>' -ForEach @(
        @{ What = 'a folder'; Bad = { @{ PublicKeyPath = $PWD.Path } }; Id = 'FileError,*' }
        @{ What = 'an empty path'; Bad = { @{ PublicKeyPath = '' } }; Id = 'NoPublicKey,*' }
        @{ What = 'a null path'; Bad = { @{ PublicKeyPath = $null } }; Id = 'NoPublicKey,*' }
        @{ What = 'an empty array of paths'; Bad = { @{ PublicKeyPath = @() } }; Id = 'NoPublicKey,*' }
        @{ What = 'a path and a null path'; Bad = { @{ PublicKeyPath = 'prod.public.pem', $null } }; Id = 'NoPublicKey,*' }
        @{ What = 'a pattern without a match'; Bad = { @{ PublicKeyPath = 'x*.pem' } }; Id = '*,*' }
        @{ What = 'a file that does not exist'; Bad = { @{ PublicKeyPath = 'none.pem' } }; Id = 'FileNotFound,*' }
        @{
            What = 'a file with only a curve'
            Bad = {
                Set-Content curve.pem "-----BEGIN EC PARAMETERS-----`nBgUrgQQAIg==`n-----END EC PARAMETERS-----"
                @{ PublicKeyPath = 'curve.pem' }
            }
            Id = 'UnsupportedPemLabel,*'
        }
        @{ What = 'an empty file'; Bad = { Set-Content empty.pem ''; @{ PublicKeyPath = 'empty.pem' } }; Id = 'NotPem,*' }
        @{ What = 'a null key'; Bad = { @{ PublicKey = $null } }; Id = 'ParameterArgumentTransformationError,*' }
        @{ What = 'an empty array of keys'; Bad = { @{ PublicKey = @() } }; Id = '*,*' }
        @{ What = 'empty text'; Bad = { @{ PublicKey = '' } }; Id = 'NotPem,*' }
    ) {
        $arguments = & $Bad
        $Error.Clear()
        $written = [System.Collections.Generic.List[object]]::new()
        { , $token * 2 | Test-IvsViewerToken @arguments | ForEach-Object { $written.Add($_) } } | Should -Throw -ErrorId $Id
        $written.Count | Should -Be 0
        $Error.Count | Should -Be 1
    }

    It 'rejects an invalid origin and an invalid channel ARN' {
        foreach ($origin in '', 'a.com', '*', 'https://user@a.com', 'mailto:a.com', 'https://*.a.com') {
            { $token | Test-IvsViewerToken -Origin $origin } | Should -Throw -ErrorId 'InvalidOrigin,*'
        }
        $url = 'https://x.us-west-2.playback.live-video.net/api/video/v1/us-west-2.123456789012.channel.abcdABCDefgh.m3u8'
        foreach ($channel in '', 'abcdABCDefgh', $url) {
            { $token | Test-IvsViewerToken -ChannelArn $channel } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        }
        foreach ($origin in 'https://a.com/', 'https://a.com:443', 'https://A.com/watch?v=1#t') {
            ($token | Test-IvsViewerToken -Origin $origin).IsValid | Should -BeTrue
        }
    }

    It 'ends the pipeline if the public key is not usable' {
        { $token | Test-IvsViewerToken -PublicKeyPath $pair.PrivateKeyPath } | Should -Throw '*private key*' -ErrorId 'PrivateKeyRejected,*'
        $failure = { $token | Test-IvsViewerToken -PublicKey 'prod.public.pem' } |
            Should -Throw '*the text is the path of a file.' -ErrorId 'NotPem,*' -PassThru
        $failure.ErrorDetails.RecommendedAction | Should -BeLike 'Use -PublicKeyPath for a path*'
        { $token | Test-IvsViewerToken -PublicKey 42 } | Should -Throw '*PEM text*'
    }

    It 'numbers the reports in the order of the pipeline input' {
        $reports = $token, 'not a token', $token | Test-IvsViewerToken
        $reports.Input | Should -Be 1, 2, 3
        $reports.IsValid | Should -Be $true, $false, $true
        $reports[1] | Format-List | Out-String | Should -Match 'Input +: 2'
    }

    It 'notes that the signature was not checked, unless the token has problems' {
        $report = $token | Test-IvsViewerToken
        $report.IsValid, $report.Signature | Should -Be $true, 'NotChecked'
        $report.Notes.Id | Should -Be 'SignatureNotChecked'
        $report | Out-String -Width 200 | Should -Match 'Notes +: The signature was not checked.*-PublicKeyPath'
        ($token | Test-IvsViewerToken -PublicKey $pair).Notes | Should -BeNullOrEmpty
        ('abc' | Test-IvsViewerToken).Notes | Should -BeNullOrEmpty
    }

    It 'finds a token with line breaks and invisible characters, and adds a note that they were ignored' {
        foreach ($pasted in $token.Token.Insert(30, "`n").Insert(90, "`r`n"), $token.Token.Insert(40, [string][char]0x200b)) {
            $report = $pasted | Test-IvsViewerToken -PublicKey $pair
            $report.IsValid | Should -BeTrue
            $report.Notes.Id | Should -Be 'WhiteSpace'
        }
    }

    It 'reports only one problem for a URL without a token' {
        $url = 'https://x.us-west-2.playback.live-video.net/api/video/v1/us-west-2.123456789012.channel.abcdABCDefgh.m3u8'
        $report = Test-IvsViewerToken $url
        $report.Problems.Id | Should -Be 'NoToken'
    }
}
