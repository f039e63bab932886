BeforeDiscovery {
    $root = Convert-Path "$PSScriptRoot/.."
    $own = { $_.FullName.Substring($root.Length) -notmatch '[\\/](output|bin|obj|TestResults)[\\/]' }
    $scripts = Get-ChildItem $root -Recurse -Include *.ps1, *.psm1, *.psd1 | Where-Object $own | ForEach-Object { @{ Path = $_.FullName; Name = $_.FullName.Substring($root.Length + 1) } }
    $pages = Get-ChildItem $root -Recurse -Include *.md | Where-Object $own | ForEach-Object { @{ Path = $_.FullName; Name = $_.FullName.Substring($root.Length + 1) } }
    # Its absence is a line of the run, not a skipped test for each script.
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

    It 'names no cmdlet of the module that it does not have' {
        # Names of AWS.Tools are spelt with IVS in capitals.
        foreach ($name in [regex]::Matches((Get-Content $Path -Raw), '\b[A-Z][a-z]+-Ivs[A-Z]\w+') | ForEach-Object Value | Sort-Object -Unique) {
            $exported | Should -Contain $name
        }
    }
}
