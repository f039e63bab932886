<#
.SYNOPSIS
    Converts an about topic from Markdown to the plain text that Get-Help shows, in lines of at most 80 characters.
.DESCRIPTION
    The first lines have the fixed layout from which Get-Help reads the synopsis of a topic.
    A table becomes a list of its rows. Code keeps its lines, which can have 74 characters.
#>
#Requires -Version 7.4
[CmdletBinding()]
[OutputType([string])]
param([Parameter(Mandatory)] [string] $Path)

$ErrorActionPreference = 'Stop'
$width = 80
# This character replaces a space in inline code, where a line must not break.
$codeSpace = [string][char]0x1F

function Write-Wrapped([string] $Text, [int] $Indent, [string] $Marker = '') {
    $margin = ' ' * $Indent
    $line = $margin + $Marker
    $rest = $margin + ' ' * $Marker.Length
    $isEmpty = $true
    foreach ($word in $Text -split '\s+' | Where-Object { $_ }) {
        if (-not $isEmpty -and $line.Length + 1 + $word.Length -gt $width) {
            $line
            $line, $isEmpty = $rest, $true
        }
        $line += $isEmpty ? $word : " $word"
        $isEmpty = $false
    }
    if (-not $isEmpty) { $line }
}

# Removes the Markdown syntax for code, links, emphasis and escapes, except inside code.
function ConvertFrom-Inline([string] $Text) {
    $parts = $Text -split '(`[^`]*`)'
    $plain = foreach ($part in $parts) {
        if ($part -match '^`') {
            $code = $part.Trim('`')
            $code.Length -gt 60 ? $code : $code.Replace(' ', $codeSpace)
            continue
        }
        $part = $part -replace '\[([^\]]+)\]\((https?://[^)\s]+)\)', '$1 ($2)' -replace '\[([^\]]+)\]\([^)\s]+\)', '$1'
        $part -replace '\*\*([^*]+)\*\*', '$1' -replace '\\([\\`*_{}\[\]()#+.!<>|-])', '$1'
    }
    -join $plain
}

function Split-Row([string] $Row) {
    $Row.Trim().Trim('|') -split '(?<!\\)\|' | ForEach-Object { (ConvertFrom-Inline $_).Trim() }
}

function Write-Table([string[]] $Rows) {
    $headers = @(Split-Row $Rows[0])
    foreach ($row in $Rows | Select-Object -Skip 2) {
        $cells = @(Split-Row $row)
        Write-Wrapped $cells[0] 4
        for ($i = 1; $i -lt $cells.Count; $i++) {
            if (-not $cells[$i]) { continue }
            $label = $headers.Count -gt 2 ? $headers[$i].Substring(0, 1).ToUpperInvariant() + $headers[$i].Substring(1) + ': ' : ''
            Write-Wrapped "$label$($cells[$i])" 8
        }
        ''
    }
}

function Write-Block([string[]] $Lines) {
    if ($Lines[0] -match '^\|') { Write-Table $Lines; return }
    $marker = [regex]::Match($Lines[0], '^(- |\d+\. )').Value
    $prose = ($Lines -join ' ').Substring($marker.Length)
    Write-Wrapped (ConvertFrom-Inline $prose) 4 $marker
}

$inCode = $false
$block = @()
$output = foreach ($line in @(Get-Content $Path) + '') {
    $isFence = $line -match '^```'
    if ($inCode -and -not $isFence) { $line ? "      $line" : ''; continue }

    # The current block ends at an empty line, a heading, code or a list item, and where a table starts or ends.
    $ends = $isFence -or $line -match '^(#|- |\d+\. |\s*$)' -or ($line -match '^\|') -ne ("$block" -match '^\|')
    if ($block -and $ends) { Write-Block $block; $block = @() }
    switch -Regex ($line) {
        '^```' { ''; $inCode = -not $inCode; break }
        '^# (.+)' { 'TOPIC', "    $($Matches[1])"; break }
        '^## (.+)' { $Matches[1]; break }
        '^### (.+)' { "  $(ConvertFrom-Inline $Matches[1])"; break }
        '\S' { $block += $line.Trim(); break }
        default { '' }
    }
}
# Removes the empty lines after a heading, and keeps one empty line between paragraphs.
$text = ($output -join "`n").Replace($codeSpace, ' ')
($text -replace '(?m)^( {0,2}\S.*)\n\n+(?= )', "`$1`n" -replace '\n{3,}', "`n`n").Trim()
