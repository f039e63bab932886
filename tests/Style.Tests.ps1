BeforeDiscovery {
    $root = Convert-Path "$PSScriptRoot/.."
    $folders = "$root/src", "$root/tests", "$root/docs", "$root/.github"
    $files = @(Get-ChildItem "$root/*" -File -Force) + @(Get-ChildItem $folders -Recurse -File) |
        ForEach-Object { @{ Path = $_.FullName; Name = $_.FullName.Substring($root.Length + 1) } } |
        Where-Object { $_.Name -notmatch '[\\/](bin|obj|TestResults|node_modules)[\\/]' }
    $scripts = $files | Where-Object { $_.Name -match '\.ps(m|d)?1$' }
    $pages = $files | Where-Object { $_.Name -match '\.md$' }
    $kinds = '\.(ps(m|d)?1|cs|ps1xml|csproj|props|json|yml|py|m?js|tf|editorconfig)$'
    $sources = $files | Where-Object { $_.Name -match $kinds -and $_.Name -notmatch 'Wording\.psd1$' }
    $folders = $sources |
        Group-Object { ($_.Name -split '[\\/]' | Select-Object -First 2 | Where-Object { $_ -notmatch '\.' }) -join '/' } |
        ForEach-Object { @{ Folder = $_.Name ? $_.Name : 'the root'; Sources = $_.Group } }
    $wording = (Import-PowerShellDataFile "$PSScriptRoot/Wording.psd1").Words
    foreach ($word in $wording) { $word.Pattern = [regex]$word.Pattern }
    # If PSScriptAnalyzer is not installed, the scripts are not analyzed.
    $analyzed = @(if (Get-Module PSScriptAnalyzer -ListAvailable) { $scripts })
}

BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $root = Convert-Path "$PSScriptRoot/.."
    $settings = "$root/PSScriptAnalyzerSettings.psd1"
    $exported = (Get-Command -Module IvsTools).Name

    # Returns the comments, the strings with several words, and the names of tests.
    function Read-Prose([string] $Path) {
        $found = if ($Path -like '*.cs') {
            $text = Get-Content $Path -Raw
            $text -split '(?<=\n)' | ForEach-Object -Begin { $number = 0 } -Process {
                $number++
                foreach ($match in [regex]::Matches($_, '//.*|"(\\.|[^"\\\n])*"|(?<=\bvoid |\bTask )\w+_\w+')) {
                    @{ Line = $number; Text = $match.Value -replace '(?<=\w)_(?=\w)', ' '; IsComment = $match.Value -like '//*' }
                }
            }
        }
        elseif ($Path -notmatch '\.ps(m|d)?1$') {
            # Checks the comments, and the descriptions in JSON and project files.
            $text = Get-Content $Path -Raw
            $prose = '(?s)<!--.*?-->|<Description>.*?</Description>|""".*?"""|' +
                '(?<="(description|summary)": ")[^"\n]+|(?m:(?<=^|\s)(#|//) [^\n]*)'
            foreach ($match in [regex]::Matches($text, $prose)) {
                @{ Line = $text.Substring(0, $match.Index).Split("`n").Count; Text = $match.Value; IsComment = $true }
            }
        }
        else {
            $tokens = $null
            $null = [System.Management.Automation.Language.Parser]::ParseFile($Path, [ref]$tokens, [ref]$null)
            foreach ($token in $tokens) {
                if ($token.Kind -in 'Comment', 'StringLiteral', 'StringExpandable') {
                    @{ Line = $token.Extent.StartLineNumber; Text = $token.Text; IsComment = $token.Kind -eq 'Comment' }
                }
            }
        }
        $found | Where-Object { $_.IsComment -or $_.Text -cmatch '\w [a-z]' }
    }

    function Find-Wording([string] $Name, [hashtable[]] $Prose, [hashtable[]] $Wording) {
        foreach ($part in $Prose) {
            foreach ($word in $Wording) {
                foreach ($match in $word.Pattern.Matches($part.Text)) {
                    "${Name}:$($part.Line): '$($match.Value)': write $($word.Instead)"
                }
            }
        }
    }
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'Scripts' {
    It 'follow the rules of PSScriptAnalyzer: <Name>' -ForEach $analyzed {
        Invoke-ScriptAnalyzer -Path $Path -Settings $settings | ForEach-Object { "$($_.RuleName), line $($_.Line): $($_.Message)" } |
            Should -BeNullOrEmpty
    }

    It 'can be parsed: <Name>' -ForEach $scripts {
        $errors = $null
        $null = [System.Management.Automation.Language.Parser]::ParseFile($Path, [ref]$null, [ref]$errors)
        $errors | Should -BeNullOrEmpty
    }
}

Describe 'Comments, messages and test names' {
    It 'are in plain English: <Folder>' -ForEach ($folders | ForEach-Object { $_ + @{ Wording = $wording } }) {
        $Sources | ForEach-Object { Find-Wording $_.Name (Read-Prose $_.Path) $Wording } | Should -BeNullOrEmpty
    }
}

Describe 'Lines' {
    It 'have at most 140 characters: *<Extension>' -ForEach (
        '.cs', '.ps1', '.psm1' | ForEach-Object { $type = $_; @{ Extension = $type; Checked = $files.Where({ $_.Name.EndsWith($type) }) } }
    ) {
        $findings = foreach ($file in $Checked) {
            $tokens = $null
            if ($Extension -ne '.cs') {
                $null = [System.Management.Automation.Language.Parser]::ParseFile($file.Path, [ref]$tokens, [ref]$null)
            }
            # The limit does not apply to here-strings, because they can contain other kinds of text, such as Markdown.
            $text = $tokens | Where-Object Kind -Like 'HereString*' | ForEach-Object { $_.Extent.StartLineNumber..$_.Extent.EndLineNumber }
            $number = 0
            foreach ($line in [System.IO.File]::ReadLines($file.Path)) {
                $number++
                if ($line.Length -gt 140 -and $number -notin $text) { "$($file.Name):${number}: $($line.Length) characters" }
            }
        }
        $findings | Should -BeNullOrEmpty
    }
}

Describe 'The page <Name>' -ForEach $pages {
    It 'links only to files that exist' {
        foreach ($link in [regex]::Matches((Get-Content $Path -Raw), '\]\((?!https?:|#)([^)\s#]+)')) {
            Join-Path (Split-Path $Path) $link.Groups[1].Value | Should -Exist
        }
    }

    It 'is in plain English' -TestCases @{ Wording = $wording } {
        $number, $inCode = 0, $false
        $prose = foreach ($line in Get-Content $Path) {
            $number++
            if ($line -match '^\s*```') { $inCode = -not $inCode; continue }
            # Code is not checked.
            if (-not $inCode) { @{ Line = $number; Text = $line -replace '`[^`]*`', '``' } }
        }
        Find-Wording $Name $prose $Wording | Should -BeNullOrEmpty
    }

    It 'mentions only cmdlets that the module has' {
        # The pattern does not match the cmdlets of AWS.Tools, which have IVS in capital letters.
        $named = [regex]::Matches((Get-Content $Path -Raw), '\b[A-Z][a-z]+-Ivs[A-Z]\w+') | ForEach-Object Value
        foreach ($name in $named | Sort-Object -Unique) {
            $exported | Should -Contain $name
        }
    }
}
