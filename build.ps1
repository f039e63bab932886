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
    Creates the folder output/package/IvsTools for Publish-PSResource, its .nupkg, and the .NET tool ivs-emulator in output/tool.
.EXAMPLE
    ./build.ps1 -Task Fuzz -Count 1000000
    Tests the parsers with one million damaged keys, tokens, responses and streams. Requires openssl.
#>
#Requires -Version 7.4
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Coverage', 'Demo', 'Generate', 'Docs', 'Package', 'Bench', 'Fuzz', 'Clean')]
    [string] $Task = 'Build',

    # For the task Fuzz: the number of inputs, and a seed that makes a run repeatable.
    [long] $Count = 20000,
    [int] $Seed = (Get-Random),

    # The folder for all build output.
    [string] $Output = "$PSScriptRoot/output"
)

$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$module = Join-Path $Output 'IvsTools'
$package = Join-Path $Output 'package'
$tool = Join-Path $Output 'tool'
. "$root/tests/Engine.ps1"

# If a path contained *, ?, [ or ], many commands would read these characters as wildcards, and would silently find no files.
foreach ($path in $root, $Output) {
    if ([wildcardpattern]::ContainsWildcardCharacters($path)) { throw "The path '$path' must not contain *, ?, [ or ]." }
}

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

    # The packed files get the date of the commit, so that two builds of a commit create the same package.
    $date = git -C $root log -1 --format=%ct
    $same = '-p:Deterministic=true', "-p:DeterministicTimestamp=$date"
    Invoke-DotNet pack "$root/src/package" --output $package --nologo --verbosity quiet "-p:ModuleFolder=$package/IvsTools" @same
    Invoke-DotNet pack "$root/src/IvsTools.Emulator.Tool" --output $tool --nologo --verbosity quiet @same
}

function Show-Package {
    $files = Get-ChildItem "$package/IvsTools" -Recurse -File
    $files | Select-Object @{ n = 'File'; e = { [System.IO.Path]::GetRelativePath($package, $_.FullName) } }, Length |
        Format-Table | Out-String | Write-Host
    Get-ChildItem "$package/*.nupkg", "$tool/*.nupkg" |
        ForEach-Object { Write-Host "$($_.Name): $([math]::Round($_.Length / 1KB)) KB packed, SHA-256 $((Get-FileHash $_).Hash)" }
}

function Invoke-Clean {
    # -Output can be any folder, such as ~. Therefore, a folder is not deleted if it contains files that are not from a build.
    if (Test-Path -LiteralPath $Output) {
        $isDefault = (Convert-Path -LiteralPath $Output).TrimEnd('/', '\') -eq (Join-Path $root 'output')
        $others = Get-ChildItem -LiteralPath $Output -Force | Where-Object Name -NotIn (Split-Path $module, $package, $tool -Leaf)
        if (-not $isDefault -and ($others -or -not (Test-Path -LiteralPath "$module/bin/IvsTools.dll"))) {
            throw "The folder '$Output' was not deleted, because it is not the output of a build."
        }
        Remove-Item -LiteralPath $Output -Recurse -Force
    }
    Remove-Item "$root/src/*/bin", "$root/src/*/obj", "$root/tests/*/bin", "$root/tests/*/obj" -Recurse -Force -ErrorAction Ignore
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
