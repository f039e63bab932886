# Compares the pages of docs/en-US with the built module. Also compares the output of Get-Help with the pages.
BeforeDiscovery {
    $cmdlets = (Import-PowerShellDataFile "$PSScriptRoot/../IvsTools.psd1").CmdletsToExport | ForEach-Object { @{ Name = $_ } }
    $topics = Get-ChildItem "$PSScriptRoot/../docs/en-US/about_*.md" | ForEach-Object { @{ Topic = $_.BaseName; Path = $_.FullName } }
    $all = Get-ChildItem "$PSScriptRoot/../docs/en-US/*.md" | ForEach-Object { @{ Page = $_.BaseName; Path = $_.FullName } }
}

BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $root = Convert-Path "$PSScriptRoot/.."
    $assembly = [IvsTools.Channel].Assembly
    $errorRecords = (Get-Command Get-IvsChannel).ImplementingType.Assembly.GetType('IvsTools.Errors.ErrorRecords')
    $serviceErrors = $errorRecords.Assembly.GetType('IvsTools.Errors.ServiceErrors')
    $operations = (Get-Content "$root/src/IvsTools.Core/Service/ivs-api.json" -Raw | ConvertFrom-Json -AsHashtable).operations.Keys

    # Pages and Get-Help break lines at different positions.
    function ConvertTo-Plain([string] $Text) {
        ($Text -replace '\s+', ' ').Trim()
    }

    function Get-Code([string] $Markdown) {
        [regex]::Matches($Markdown, '(?s)```powershell\n(.*?)\n```') | ForEach-Object { $_.Groups[1].Value }
    }

    # Parses a page without platyPS, so that the tests do not require platyPS.
    function Read-Page([string] $Path) {
        $page = @{ Text = Get-Content $Path -Raw; Section = @{}; Parameter = [ordered]@{}; Example = @() }
        foreach ($part in $page.Text -split '(?m)^## ' | Select-Object -Skip 1) {
            $heading, $body = $part -split '\n', 2
            $page.Section[$heading.Trim()] = $body
        }
        foreach ($part in $page.Section['PARAMETERS'] -split '(?m)^### -' | Select-Object -Skip 1) {
            $name, $body = $part -split '\n', 2
            $text, $table = $body -split '(?m)^```yaml$', 2
            $aliases = [regex]::Match($table, '(?m)^Aliases:.*\n((?:- .*\n)*)').Groups[1].Value -split '\n' -replace '^- '
            $page.Parameter[$name.Trim()] = @{
                Text = ConvertTo-Plain ($text -split '(?m)^### ')[0]
                Aliases = @($aliases | Where-Object { $_ })
            }
        }
        $page.Example = @(
            $page.Section['EXAMPLES'] -split '(?m)^### ' | Select-Object -Skip 1 | ForEach-Object { (Get-Code $_) -join "`n`n" }
        )
        $page
    }

    # Reads the tables in about_IvsErrors: the first column contains IDs, and the second contains categories.
    function Read-ErrorTable {
        $null, $tables = (Get-Content "$root/docs/en-US/about_IvsErrors.md" -Raw) -split '(?m)^### Before and during a call'
        foreach ($row in [regex]::Matches($tables, '(?m)^\| (?<ids>[A-Z]\w+(?:, [A-Z]\w+)*) \| (?<second>[^|]+) \|')) {
            foreach ($id in $row.Groups['ids'].Value -split ', ') { [pscustomobject]@{ Id = $id; Second = $row.Groups['second'].Value } }
        }
    }

    function Get-Constant([string] $Type) {
        $assembly.GetType($Type).GetFields() | Where-Object IsLiteral | ForEach-Object { $_.GetRawConstantValue() }
    }

    function Get-Literal([string] $Path, [string] $Pattern) {
        foreach ($file in Get-ChildItem "$root/$Path" -Recurse -Filter *.cs) {
            [regex]::Matches((Get-Content $file -Raw), $Pattern) | ForEach-Object { $_.Groups[1].Value } |
                Where-Object { $_ -notin $operations }
        }
    }
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'The page of <Name>' -ForEach $cmdlets {
    BeforeAll {
        $command = Get-Command $Name -Module IvsTools
        $page = Read-Page "$root/docs/en-US/$Name.md"
    }

    It 'has exactly the parameters of the cmdlet, with their aliases' {
        $own = $command.Parameters.Values |
            Where-Object {
                $_.Name -notin [System.Management.Automation.PSCmdlet]::CommonParameters -and $true -notin $_.Attributes.DontShow
            }
        $page.Parameter.Keys | Sort-Object | Should -BeExactly ($own.Name | Sort-Object)
        foreach ($parameter in $own) {
            $page.Parameter[$parameter.Name].Aliases -join ', ' |
                Should -BeExactly ($parameter.Aliases -join ', ') -Because "-$($parameter.Name) has these aliases"
        }
    }

    It 'describes every parameter, and has no placeholder' {
        foreach ($parameter in $page.Parameter.Keys) {
            $page.Parameter[$parameter].Text | Should -Not -BeNullOrEmpty -Because "-$parameter needs a description"
        }
        foreach ($section in 'SYNOPSIS', 'DESCRIPTION', 'NOTES', 'RELATED LINKS') { $page.Section[$section] | Should -Match '\w' }
        $page.Text | Should -Not -Match '\{\{'
    }

    It 'mentions pipeline input only for parameters that accept it' {
        foreach ($parameter in $page.Parameter.Keys) {
            $bindings = $command.Parameters[$parameter].Attributes |
                Where-Object { $_ -is [System.Management.Automation.ParameterAttribute] }
            $text = $page.Parameter[$parameter].Text
            if ($text -match 'Accepts (text|channel objects) from the pipeline|Accepts pipeline input by value') {
                $bindings.ValueFromPipeline | Should -Contain $true -Because "-$parameter accepts values from the pipeline"
            }
            $byName = 'Accepts pipeline input (by (value and by )?property name|from the property)|' +
                'from the pipeline, and objects with the property'
            if ($text -match $byName) {
                $bindings.ValueFromPipelineByPropertyName | Should -Contain $true -Because "-$parameter accepts properties"
            }
        }
    }

    It 'lists exactly the types that the cmdlet returns' {
        $types = $command.OutputType.Name | Where-Object { $_ -ne 'System.Void' }
        [regex]::Matches($page.Section['OUTPUTS'], '(?m)^### (.+)').ForEach{ $_.Groups[1].Value.Trim() } |
            Should -BeExactly ($types ?? 'None')
    }

    It 'has at least three examples' {
        @($page.Example | Where-Object { $_ }).Count | Should -BeGreaterOrEqual 3
    }

    It 'lists the IAM permissions, or says that the cmdlet makes no network calls' {
        $page.Section['NOTES'] | Should -Match '`(ivs|kms|ssm):\w+`|makes no network calls'
        foreach ($permission in [regex]::Matches($page.Text, '\bivs:([A-Z]\w+)')) {
            $operations | Should -Contain $permission.Groups[1].Value
        }
    }

    It 'lists ivs:TagResource if the cmdlet can create a resource of Amazon IVS with tags' {
        $creates = $page.Section['NOTES'] -match '`ivs:(Create|Import)\w+`'
        if ($creates -and $command.Parameters.ContainsKey('Tag')) {
            $page.Section['NOTES'] | Should -Match '`ivs:TagResource`'
        }
    }
}

Describe 'Get-Help for <Name>' -ForEach $cmdlets {
    BeforeAll {
        $page = Read-Page "$root/docs/en-US/$Name.md"
        $help = Get-Help $Name -Full
    }

    It 'shows the text of the page (otherwise run ./build.ps1 -Task Docs, then build)' {
        $help.Name | Should -Be $Name
        ConvertTo-Plain $help.Synopsis | Should -BeExactly (ConvertTo-Plain $page.Section['SYNOPSIS'])
        ConvertTo-Plain ($help.Description.Text -join ' ') | Should -BeExactly (ConvertTo-Plain $page.Section['DESCRIPTION'])
        $said = @{}
        foreach ($parameter in $help.parameters.parameter) {
            $said[$parameter.name] = ConvertTo-Plain ($parameter.description.Text -join ' ')
        }
        foreach ($parameter in $page.Parameter.Keys) {
            $said[$parameter] |
                Should -BeExactly $page.Parameter[$parameter].Text -Because "Get-Help -Parameter $parameter must show the text of the page"
        }
    }

    It 'shows the examples of the page as code' {
        @($help.examples.example.code) | Should -BeExactly $page.Example
    }
}

Describe 'Get-Help for <Topic>' -ForEach $topics {
    BeforeAll {
        $shown = Get-Help $Topic
        $page = Get-Content $Path -Raw
        $code = @(Get-Code $page) -join "`n" -split "`n" | Where-Object { $_ }
    }

    It 'shows plain text in lines of at most 80 characters' {
        $lines = $shown -split '\r?\n'
        $lines | Where-Object Length -GT 80 | Should -BeNullOrEmpty
        $prose = $lines | Where-Object { $_.Trim() -notin $code.Trim() }
        $prose -match '`|\*\*|\]\(|^\s*\||^#' | Should -BeNullOrEmpty
    }

    It 'shows every heading, sentence and line of code' {
        $plain = ConvertTo-Plain $shown
        $prose = $page -replace '(?ms)^```.*?^```$' -replace '(?m)^\|[-|]+\|$' -replace '\*\*|`' -replace '\[([^\]]+)\]\(\S+\)', '$1'
        $parts = $prose -split '\r?\n' -split ' ?(?<!\\)\| ?' -replace '^(#+|-|\d+\.) ' -replace '\\(?=[|<*_])'
        foreach ($part in $parts | Where-Object { $_.Trim() }) {
            $plain.IndexOf((ConvertTo-Plain $part), [System.StringComparison]::OrdinalIgnoreCase) |
                Should -BeGreaterOrEqual 0 -Because "'$part' is on the page"
        }
        foreach ($line in $code) { $shown -split '\r?\n' | Should -Contain "      $line" }
    }

    It 'uses the short description as the synopsis' {
        $short = [regex]::Match($page, '(?m)^## SHORT DESCRIPTION\s+(.+)$').Groups[1].Value.Trim()
        (Get-Help "$Topic*").Synopsis | Should -BeExactly $short
    }
}

Describe 'docs/ConvertTo-HelpText.ps1' {
    It 'converts every form of Markdown that a topic can contain' {
        $page = @(
            '# about_Test', '', '## SHORT DESCRIPTION', '', 'A test.', '', '## LONG DESCRIPTION', '', '### Text', '',
                'See [the page](page.md) and'
            '[AWS](https://aws.amazon.com), \<b\>, **bold** and `a|b`.', 'Next.', '', '- one', '  more', '- two', ''
            '1. first', '', '```powershell', 'Get-Date', '', '    # `code`', '```', '', '| id | category | meaning |', '|---|---|---|',
                '| `A` | b \| c | |'
        )
        Set-Content "$TestDrive/about_Test.md" $page
        $text = & "$root/docs/ConvertTo-HelpText.ps1" "$TestDrive/about_Test.md"
        $text -split '\n' | Should -BeExactly @(
            'TOPIC', '    about_Test', '', 'SHORT DESCRIPTION', '    A test.', '', 'LONG DESCRIPTION', '  Text'
            '    See the page and AWS (https://aws.amazon.com), <b>, bold and a|b. Next.', ''
            '    - one more', '    - two', '', '    1. first', ''
            '      Get-Date', '', '          # `code`', '', '    A', '        Category: b | c'
        )
    }

    It 'breaks lines before 80 characters, and never in inline code' {
        Set-Content "$TestDrive/about_Test.md" "$('word ' * 14)``$('code ' * 3)end`` $('x' * 90)"
        $lines = (& "$root/docs/ConvertTo-HelpText.ps1" "$TestDrive/about_Test.md") -split '\n'
        $lines.Trim() | Should -BeExactly @(('word ' * 14).Trim(), 'code code code end', ('x' * 90))
    }
}

Describe 'The code on <Page>' -ForEach $all {
    It 'uses only parameters that the cmdlets have' {
        foreach ($code in Get-Code (Get-Content $Path -Raw)) {
            $ast = [System.Management.Automation.Language.Parser]::ParseInput($code, [ref]$null, [ref]$null)
            foreach ($call in $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
                $command = Get-Command "$($call.GetCommandName())" -Module IvsTools -ErrorAction Ignore
                if ($command -is [System.Management.Automation.AliasInfo]) { $command = $command.ResolvedCommand }
                if (-not $command) { continue }
                $known = $command.Parameters.Values.Name + $command.Parameters.Values.Aliases
                $parameters = $call.CommandElements | Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] }
                foreach ($used in $parameters) {
                    $known | Should -Contain $used.ParameterName -Because "an example calls $command in this way: $($call.Extent.Text)"
                }
            }
        }
    }
}

Describe 'about_IvsErrors' {
    BeforeAll {
        $table = Read-ErrorTable
        $keyIds = Get-Constant IvsTools.Keys.KeyErrorId
        # The error codes of the service and of the module.
        $codes = @(
            Get-Constant IvsTools.Service.IvsErrorCode
            Get-Constant IvsTools.Service.ApiErrorCode
            Get-Literal src/IvsTools/Errors/ServiceErrors.cs '"([A-Z][A-Za-z]+)"'
        ) | Sort-Object -Unique
        $known = @(
            $keyIds
            $codes
            Get-Constant IvsTools.Tokens.ViewerTokenProblemId
            Get-Constant IvsTools.Playback.PlaybackProblemId
            Get-Literal src/IvsTools/Errors/ErrorRecords.cs '"([A-Z][A-Za-z]+)"'
            Get-Literal src/IvsTools 'ErrorRecords\.Invalid\(\s*"(\w+)"'
        ) | Sort-Object -Unique
        # These IDs belong to PowerShell, not to the module.
        $binding = @(
            'ParameterArgumentValidationError', 'ParameterArgumentTransformationError', 'CannotConvertArgumentNoMessage',
                'InputObjectNotBound'
            'InputObjectMissingMandatory', 'NamedParameterNotFound', 'PositionalParameterNotFound', 'MissingArgument',
                'AmbiguousParameterSet'
        )
    }

    It 'lists every error ID of the source once, and no others' {
        $known.Count | Should -BeGreaterThan 80
        Compare-Object ($known + $binding) $table.Id -CaseSensitive | ForEach-Object { "$($_.SideIndicator) $($_.InputObject)" } |
            Should -BeNullOrEmpty
    }

    It 'lists the category of each error' {
        $categoryOf = $serviceErrors.GetMethod('CategoryOf')
        $categoryOfKey = $errorRecords.GetMethod('CategoryOf', [System.Reflection.BindingFlags]'NonPublic, Static')
        foreach ($id in $keyIds) {
            ($table | Where-Object Id -EQ $id).Second |
                Should -Be "$($categoryOfKey.Invoke($null, @([string]$id)))" -Because "it is the category of $id"
        }
        foreach ($id in $codes) {
            ($table | Where-Object Id -EQ $id).Second |
                Should -Be "$($categoryOf.Invoke($null, @([string]$id)))" -Because "it is the category of $id"
        }
    }

    It 'contains code that runs without errors' {
        Reset-Emulator
        $channels = 'studio', 'lobby' | ForEach-Object { New-IvsChannel -Name $_ }
        $emulator.Streams.Start($channels[0].Arn)
        $code = (Get-Code (Get-Content "$root/docs/en-US/about_IvsErrors.md" -Raw)) -join "`n"
        $out = & ([scriptblock]::Create($code)) 2>&1 3>&1
        $out | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty
        "$($out | Where-Object { $_ -is [System.Management.Automation.WarningRecord] })" | Should -Match 'No channel'
        ($out | Where-Object Name -EQ 'ConflictException').Count | Should -Be 1
        Get-IvsChannel | Should -BeNullOrEmpty
    }
}
