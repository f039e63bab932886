<#
.SYNOPSIS
    Builds, tests and shows IvsTools.
.EXAMPLE
    ./build.ps1
    Builds the module into output/IvsTools; Import-Module ./IvsTools.psd1 works from then on.
.EXAMPLE
    ./build.ps1 -Task Demo
    Builds, then plays the whole story against a local endpoint.
#>
#Requires -Version 7.4
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Demo', 'Bench', 'Clean')]
    [string[]] $Task = 'Build'
)

$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$module = Join-Path $root 'output/IvsTools'

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args[0]) failed." }
}

function Invoke-Build {
    foreach ($project in 'IvsTools', 'IvsTools.Loader') {
        Invoke-DotNet publish "$root/src/$project" --configuration Release --output "$module/bin" --nologo --verbosity quiet
    }
}

function Invoke-Test {
    Invoke-DotNet publish "$root/tests/OtherSdk" --configuration Release --output "$root/output/tests/OtherSdk" --nologo --verbosity quiet
    Invoke-DotNet test "$root/IvsTools.slnx" --nologo --verbosity quiet --logger 'console;verbosity=minimal'
    if (-not (Get-Module Pester -ListAvailable | Where-Object Version -GE '5.5.0')) {
        Install-PSResource Pester -Version '[5.5,6.0)' -Scope CurrentUser -TrustRepository
    }
    # A child process: a module's assemblies stay loaded until the process ends.
    & (Get-Process -Id $PID).Path -NoProfile -File "$root/tests/Invoke-PesterTest.ps1"
    if ($LASTEXITCODE -ne 0) { throw 'Pester failed.' }
}

switch ($Task) {
    'Clean' { Remove-Item "$root/output", "$root/src/*/bin", "$root/src/*/obj", "$root/tests/*/bin", "$root/tests/*/obj" -Recurse -Force -ErrorAction Ignore }
    'Build' { Invoke-Build }
    'Test' { Invoke-Build; Invoke-Test }
    'Demo' { Invoke-Build; & (Get-Process -Id $PID).Path -NoProfile -File "$root/tests/demo/Demo.ps1" }
    'Bench' { Invoke-Build; & (Get-Process -Id $PID).Path -NoProfile -File "$root/tests/bench/Bench.ps1" }
}
