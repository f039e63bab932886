BeforeDiscovery {
    $root = Convert-Path "$PSScriptRoot/.."
    $files = @(Get-ChildItem "$root/*" -File) + @(Get-ChildItem "$root/src", "$root/tests", "$root/docs" -Recurse -File) |
        ForEach-Object { @{ Path = $_.FullName; Name = $_.FullName.Substring($root.Length + 1) } } |
        Where-Object { $_.Name -notmatch '[\\/](bin|obj|TestResults)[\\/]' }
    $scripts = $files | Where-Object { $_.Name -match '\.ps(m|d)?1$' }
    $pages = $files | Where-Object { $_.Name -match '\.md$' }
    # If the module is missing, the scripts are not analyzed.
    # Plain English: each pattern with what to write instead. Code blocks and inline code are not checked.
    $wording = @(
        @{ Pattern = '\balone\b'; Instead = "'only'" }
        @{ Pattern = '(?<!\b[Tt]here )\b(is|are|was|were|be) (no|none)\b(?! (longer|more)\b)'; Instead = "'is not a', 'invalid' or 'unsupported'" }
        @{ Pattern = '\b(somebody|nobody|everybody|someone|whoever)\b'; Instead = "'you', or the passive voice" }
        @{ Pattern = '\b(what|that) (is|are|was|were) given\b'; Instead = 'the noun' }
        @{ Pattern = '\bunless (given|set)\b'; Instead = "'Default: X'" }
        @{ Pattern = '(\d|\b(requests?|calls?|times|tokens|bytes)) a second\b'; Instead = "'per second'" }
        @{ Pattern = '\bo(n|ff) air\b'; Instead = "'live' or 'not live'" }
        @{ Pattern = '\bemit(s|ted|ting)?\b'; Instead = "'returns' or 'writes'" }
        @{ Pattern = '\brefus(e|es|ed|ing|als?)\b'; Instead = "'rejects', 'does not accept' or 'returns an error'" }
        @{ Pattern = '\btakes? (a|an|the|no|only|any|every|either|what|both|these|values?)\b'; Instead = "'accepts'" }
        @{ Pattern = '\bcounts? (as|for|too|from)\b'; Instead = "'applies'" }
        @{ Pattern = '\bstands? (in|for|at|there|beside|behind|twice|as)\b'; Instead = "'appears' or 'is'" }
        @{ Pattern = '\btells?\b'; Instead = "'reports', 'shows' or 'contains'" }
        @{ Pattern = '\b(beside|anew|behaviour)\b'; Instead = "'in addition to', 'again' or 'behavior'" }
        @{ Pattern = '\b(throws?|thrown|let|lets) \w+ (out|in)\b'; Instead = "'revokes' or 'allows'" }
        @{ Pattern = '\bhas not (\d|a|the)\b'; Instead = "'does not have'" }
    )
    foreach ($word in $wording) { $word.Pattern = [regex]$word.Pattern }
    $analyzed = @(if (Get-Module PSScriptAnalyzer -ListAvailable) { $scripts })
}

BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $root = Convert-Path "$PSScriptRoot/.."
    $settings = "$root/PSScriptAnalyzerSettings.psd1"
    $exported = (Get-Command -Module IvsTools).Name
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'Scripts' {
    It 'follow the rules of PSScriptAnalyzer: <Name>' -ForEach $analyzed {
        Invoke-ScriptAnalyzer -Path $Path -Settings $settings | ForEach-Object { "$($_.RuleName), line $($_.Line): $($_.Message)" } | Should -BeNullOrEmpty
    }

    It 'can be parsed: <Name>' -ForEach $scripts {
        $errors = $null
        $null = [System.Management.Automation.Language.Parser]::ParseFile($Path, [ref]$null, [ref]$errors)
        $errors | Should -BeNullOrEmpty
    }
}

Describe 'The page <Name>' -ForEach $pages {
    It 'links to files that are there' {
        foreach ($link in [regex]::Matches((Get-Content $Path -Raw), '\]\((?!https?:|#)([^)\s#]+)')) {
            Join-Path (Split-Path $Path) $link.Groups[1].Value | Should -Exist
        }
    }

    It 'is in plain English' -TestCases @{ Wording = $wording } {
        $number, $inCode = 0, $false
        $findings = foreach ($line in Get-Content $Path) {
            $number++
            if ($line -match '^\s*```') { $inCode = -not $inCode; continue }
            if ($inCode) { continue }
            $prose = $line -replace '`[^`]*`', '``'
            foreach ($word in $Wording) {
                foreach ($match in $word.Pattern.Matches($prose)) { "${Name}:${number}: '$($match.Value)': write $($word.Instead)" }
            }
        }
        $findings | Should -BeNullOrEmpty
    }

    It 'names only cmdlets that the module has' {
        # The names of AWS.Tools have IVS in capital letters.
        foreach ($name in [regex]::Matches((Get-Content $Path -Raw), '\b[A-Z][a-z]+-Ivs[A-Z]\w+') | ForEach-Object Value | Sort-Object -Unique) {
            $exported | Should -Contain $name
        }
    }
}
