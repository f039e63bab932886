<#
.SYNOPSIS
    Builds, tests, shows and packs IvsTools.
.EXAMPLE
    ./build.ps1
    Builds the module into output/IvsTools, so that you can run Import-Module ./IvsTools.psd1.
.EXAMPLE
    ./build.ps1 -Task Demo
    Builds the module, then runs a demo against a local endpoint.
.EXAMPLE
    ./build.ps1 -Task Package
    Creates the package of the module in output/package, and the package of the .NET tool ivs-emulator in output/tool.
.EXAMPLE
    ./build.ps1 -Task Fuzz -Count 1000000
    Tests the parsers with one million damaged keys, tokens, responses and streams. Requires openssl.
#>
#Requires -Version 7.4.10
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Coverage', 'Demo', 'Generate', 'Docs', 'Package', 'Bench', 'Fuzz', 'Clean')]
    [string] $Task = 'Build',

    # For the task Fuzz: the number of inputs, and a seed that makes a run repeatable.
    [long] $Count = 20000,
    [int] $Seed = (Get-Random)
)

$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$module = "$root/output/IvsTools"
$package = "$root/output/package"
$tool = "$root/output/tool"
. "$root/src/build/Programs.ps1"

# If a path contained *, ?, [ or ], many commands would read these characters as wildcards, and would silently find no files.
if ([wildcardpattern]::ContainsWildcardCharacters($root)) { throw "The path '$root' must not contain *, ?, [ or ]." }

function Invoke-Script([string] $Script) {
    Invoke-PowerShell -File (Join-Path $root $Script) @args
    # The script has already reported the error.
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

function Invoke-Build {
    Write-Host 'Building the module.'
    foreach ($project in 'IvsTools', 'IvsTools.Loader') {
        Invoke-DotNet publish "$root/src/$project" --configuration Release --output "$module/bin" --nologo --verbosity quiet
    }
    # Get-Help searches for help files in the folder of the assemblies, so the help files are copied to this folder.
    $help = New-Item -ItemType Directory "$module/bin/en-US" -Force
    Copy-Item "$root/src/module/en-US/*" $help
    foreach ($topic in Get-ChildItem "$root/docs/en-US/about_*.md") {
        & "$root/docs/ConvertTo-HelpText.ps1" $topic | Set-Content "$help/$($topic.BaseName).help.txt"
    }
}

function Invoke-Package {
    Remove-Item $package, $tool -Recurse -Force -ErrorAction Ignore
    $folder = New-Item -ItemType Directory "$package/IvsTools/bin"
    Copy-Item "$module/bin/*.dll" $folder
    # Only the assemblies that the first call loads are precompiled. On platforms that are not listed here, .NET compiles them at run time.
    # The loader finds the folder of a platform by the RuntimeIdentifier of PowerShell.
    $names = '^(IvsTools|IvsTools\.Core|AWSSDK\.Core)$'
    foreach ($platform in 'win-x64', 'linux-x64', 'linux-arm64', 'osx-arm64') {
        $precompiled = '--runtime', $platform, '--output', "$folder/$platform", "-p:Folder=$folder", "-p:Names=$names"
        Invoke-DotNet publish "$root/src/precompile" @precompiled --nologo --verbosity quiet
    }
    Copy-Item "$root/src/module/Stop-Import.ps1", "$root/src/module/Views" "$package/IvsTools" -Recurse
    Copy-Item "$module/bin/en-US" "$package/IvsTools" -Recurse
    Copy-Item "$root/LICENSE", "$root/CHANGELOG.md", "$root/THIRD-PARTY-NOTICES.txt" "$package/IvsTools"
    # The paths are replaced, because the files of the package are in one folder. In a checkout, they are in src/module and output.
    (Get-Content "$root/IvsTools.psd1" -Raw).Replace('src/module/', '') | Set-Content "$package/IvsTools/IvsTools.psd1" -NoNewline
    (Get-Content "$root/src/module/IvsTools.psm1" -Raw).Replace('../../output/IvsTools/', '') |
        Set-Content "$package/IvsTools/IvsTools.psm1" -NoNewline

    Compress-PSResource "$package/IvsTools" $package
    Invoke-DotNet pack "$root/src/IvsTools.Emulator.Tool" --output $tool --nologo --verbosity quiet
}

function Show-Package {
    Get-ChildItem "$package/*.nupkg", "$tool/*.nupkg" |
        ForEach-Object { Write-Host "$($_.Name): $([math]::Round($_.Length / 1KB)) KB packed, SHA-256 $((Get-FileHash $_).Hash)" }
}

function Invoke-Clean {
    $folders = 'output', 'src/*/bin', 'src/*/obj', 'tests/*/bin', 'tests/*/obj' | ForEach-Object { "$root/$_" }
    Remove-Item $folders -Recurse -Force -ErrorAction Ignore
}

switch ($Task) {
    'Clean' { Invoke-Clean }
    'Build' { Invoke-Build }
    'Test' { Invoke-Build; Invoke-Package; Invoke-Script tests/Invoke-Test.ps1 }
    'Coverage' { Invoke-Build; Invoke-Package; Invoke-Script tests/Invoke-Coverage.ps1 }
    'Demo' { Invoke-Build; Invoke-Script tests/demo/Demo.ps1 }
    'Generate' { Invoke-Script src/IvsTools.Core/Service/Update-Api.ps1; Invoke-Build; Invoke-Script src/module/Update-Exports.ps1 }
    'Docs' { Invoke-Build; Invoke-Script docs/Update-Docs.ps1 }
    'Package' { Invoke-Build; Invoke-Package; Show-Package }
    'Fuzz' { Invoke-DotNet run --project "$root/tests/Fuzz" --configuration Release -- $Count $Seed }
    'Bench' { Invoke-Build; Invoke-Package; Invoke-Script tests/bench/Bench.ps1 }
}
