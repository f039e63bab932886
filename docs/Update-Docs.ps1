<#
.SYNOPSIS
    Updates the generated parts of the documentation from the built module.
.DESCRIPTION
    The script generates docs/aws-tools-comparison.md.
    In the pages of docs/en-US, it generates the syntax and the parameter tables, and keeps the text. For a new cmdlet, it creates a page to
    fill in. From all pages, it generates src/module/en-US/IvsTools.dll-Help.xml, which is in the repository so that a build does not
    require platyPS.
    If the module Microsoft.PowerShell.PlatyPS is not installed, the script generates only the comparison.
#>
#Requires -Version 7.4
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$pages = "$PSScriptRoot/en-US"
$utf8 = [System.Text.UTF8Encoding]::new($false)
Import-Module "$root/IvsTools.psd1"
& "$PSScriptRoot/comparison/New-Comparison.ps1" | Set-Content "$PSScriptRoot/aws-tools-comparison.md"

if (-not (Get-Module Microsoft.PowerShell.PlatyPS -ListAvailable)) {
    Write-Warning 'The module Microsoft.PowerShell.PlatyPS is not installed. The help pages were not updated.'
    return
}
Import-Module Microsoft.PowerShell.PlatyPS
$summaries = @{}
foreach ($node in ([xml](Get-Content "$root/output/IvsTools/bin/IvsTools.xml" -Raw)).SelectNodes('//member/summary')) {
    $summaries[$node.ParentNode.name] = $node.InnerText.Trim() -replace '\s+', ' '
}

$common = @{
    WhatIf  = 'Shows what would happen if the cmdlet runs. The cmdlet is not run.'
    Confirm = 'Prompts you for confirmation before running the cmdlet.'
}

# Returns the summary of a property from its class or the base class that declares it.
function Get-Summary([type] $Type, [string] $Property) {
    for ($t = $Type; $t; $t = $t.BaseType) {
        $name = $t.IsGenericType ? $t.GetGenericTypeDefinition().FullName : $t.FullName
        if ($summaries["P:$name.$Property"]) { return $summaries["P:$name.$Property"] }
    }
}

# Combines the help of the built module with the text of the existing page.
function Get-CommandHelp($Command) {
    $help = New-CommandHelp $Command
    $path = "$pages/$($Command.Name).md"
    $old = if (Test-Path $path) { Import-MarkdownCommandHelp $path }
    $type = $Command.ImplementingType
    $fresh = [System.Activator]::CreateInstance($type)

    $help.Metadata['HelpUri'] = $help.OnlineVersionUrl = "https://github.com/ivstools/IvsTools/blob/main/docs/en-US/$($Command.Name).md"
    # The date does not change, so that an unchanged page stays identical.
    $help.Metadata.Remove('ms.date')
    $help.Metadata['ms.date'] = [string]($old ? $old.Metadata['ms.date'] : [datetime]::Today.ToString('yyyy-MM-dd'))
    foreach ($syntax in $help.Syntax) { $syntax.HasCmdletBinding = $true }
    $help.Synopsis = $old ? $old.Synopsis : $summaries["T:$($type.FullName)"]
    $names = (Get-Alias -Definition $Command.Name -ErrorAction Ignore).Name
    $help.Aliases = $names ? ($names -join ', ') : 'None.'
    # platyPS splits the name of a generic type at its commas, and includes the versions of assemblies.
    if ($generic = $Command.OutputType.Type | Where-Object IsGenericType) {
        $help.Outputs.Clear()
        $help.Outputs.Add([Microsoft.PowerShell.PlatyPS.Model.InputOutput]::new("$generic", ''))
    }
    # platyPS writes System.Object or System.Void for a cmdlet without output, and nothing for a cmdlet without input.
    if (-not ($Command.OutputType.Type | Where-Object { $_ -ne [void] })) {
        $untyped = $old.Outputs | Where-Object Typename -In 'System.Object', 'System.Void' | Select-Object -First 1
        $text = $untyped.Description ?? 'This cmdlet does not return any output.'
        $help.Outputs.Clear()
        $help.Outputs.Add([Microsoft.PowerShell.PlatyPS.Model.InputOutput]::new('None', $text))
    }
    if (-not $help.Inputs) {
        $help.Inputs.Add([Microsoft.PowerShell.PlatyPS.Model.InputOutput]::new('None', 'This cmdlet does not accept pipeline input.'))
    }
    foreach ($parameter in $help.Parameters) {
        $before = $old.Parameters | Where-Object Name -EQ $parameter.Name
        # The help shows TimeSpan instead of Nullable[TimeSpan].
        $parameter.Type = $parameter.Type -replace '^System\.Nullable`1\[(.+)\]$', '$1'
        $parameter.Description = $before ? $before.Description : $common[$parameter.Name] ?? (Get-Summary $type $parameter.Name)
        $default = $type.GetProperty($parameter.Name)?.GetValue($fresh)
        $parameter.DefaultValue = $default -is [array] -or $default -is [switch] -or $null -eq $default -or $default -eq 0 ? '' : "$default"
        $parameter.AcceptedValues.Clear()
        ($Command.Parameters[$parameter.Name].Attributes | Where-Object { $_.GetType().Name -eq 'KnownValuesAttribute' }).Values |
            Where-Object { $_ } |
            ForEach-Object { $parameter.AcceptedValues.Add($_) }
    }
    if ($old) {
        $help.Description, $help.Notes = $old.Description, $old.Notes
        $help.Examples.Clear(); $help.Examples.AddRange($old.Examples)
        $help.RelatedLinks.Clear(); $help.RelatedLinks.AddRange($old.RelatedLinks)
        foreach ($kind in 'Inputs', 'Outputs') {
            foreach ($item in $help.$kind) {
                $item.Description = ($old.$kind | Where-Object Typename -EQ $item.Typename).Description ?? $item.Description
            }
        }
    }
    $help
}

function Add-Paragraph([System.Xml.XmlElement] $To, [string] $Text) {
    $para = $To.OwnerDocument.CreateElement('maml', 'para', 'http://schemas.microsoft.com/maml/2004/10')
    $para.InnerText = $Text
    $null = $To.AppendChild($para)
}

# platyPS writes the text and the code of an example as one paragraph, but Get-Help requires separate paragraphs.
function Split-Example([xml] $Maml) {
    foreach ($example in $Maml.GetElementsByTagName('command:example')) {
        $text = ($example.introduction.para | ForEach-Object { $_ -is [string] ? $_ : $_.InnerText }) -join "`n"
        $code = [regex]::Matches($text, '(?s)```(?:powershell)?\s*\n(.*?)\n```')
        $remarks = [regex]::Replace($text, '(?s)```(?:powershell)?\s*\n.*?\n```', '').Trim([char]0x80, "`n", ' ')
        $example['maml:introduction'].RemoveAll()
        $example['dev:code'].InnerText = ($code | ForEach-Object { $_.Groups[1].Value }) -join "`n`n"
        $example['dev:remarks'].RemoveAll()
        if ($remarks) { Add-Paragraph $example['dev:remarks'] $remarks }
        # Adds an empty line between two examples.
        Add-Paragraph $example['dev:remarks'] ''
    }
}

# Adds the default values to the help file, because platyPS does not export them.
function Add-DefaultValue([xml] $Maml, $Help) {
    foreach ($command in $Maml.GetElementsByTagName('command:command')) {
        $parameters = ($Help | Where-Object Title -EQ $command.details.name).Parameters
        foreach ($parameter in $command.parameters.parameter) {
            $default = ($parameters | Where-Object Name -EQ $parameter.name).DefaultValue
            if (-not $default) { continue }
            $element = $Maml.CreateElement('dev', 'defaultValue', 'http://schemas.microsoft.com/maml/dev/2004/10')
            $element.InnerText = $default
            $null = $parameter.AppendChild($element)
        }
    }
}

# Get-Help shows plain text, so backquotes and links to files in this folder are removed.
function Remove-Markdown([xml] $Maml) {
    foreach ($para in $Maml.SelectNodes("//*[local-name()='alertSet']//*[local-name()='para']")) {
        $para.InnerText = $para.InnerText -replace '`([^`\n]+)`', '$1'
    }
    foreach ($uri in $Maml.GetElementsByTagName('maml:uri') | Where-Object InnerText -NotMatch '^https?:') { $uri.InnerText = '' }
}

$folder = [System.IO.Directory]::CreateTempSubdirectory('ivstools-docs-').FullName
try {
    foreach ($command in Get-Command -Module IvsTools -CommandType Cmdlet) {
        $page = Get-CommandHelp $command | Export-MarkdownCommandHelp -OutputFolder $folder -Encoding $utf8 -Force
        # platyPS adds trailing spaces.
        (Get-Content $page) -replace '\s+$' -join "`n" | Set-Content "$pages/$($command.Name).md"
    }
    $help = Import-MarkdownCommandHelp (Get-ChildItem "$pages/*-*.md").FullName
    $file = $help | Export-MamlCommandHelp -OutputFolder $folder -Force | Select-Object -First 1
    $maml = [xml](Get-Content $file -Raw)
}
finally {
    Remove-Item $folder -Recurse
}
Split-Example $maml
Remove-Markdown $maml
Add-DefaultValue $maml $help
$null = New-Item -ItemType Directory "$root/src/module/en-US" -Force
$settings = [System.Xml.XmlWriterSettings]@{ Indent = $true; Encoding = $utf8; NewLineChars = "`n" }
$writer = [System.Xml.XmlWriter]::Create("$root/src/module/en-US/IvsTools.dll-Help.xml", $settings)
$maml.Save($writer)
$writer.Dispose()
