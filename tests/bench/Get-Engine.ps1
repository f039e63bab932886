<#
.SYNOPSIS
    Returns the path of a PowerShell whose assemblies are precompiled, as they are in the installers.
.DESCRIPTION
    The .NET tool of PowerShell contains only IL, so it takes twice as long to start.
    This script therefore precompiles a copy of it in output/bench, once per version.
#>
[CmdletBinding()]
[OutputType([string])]
param()

$ErrorActionPreference = 'Stop'
$root = Convert-Path "$PSScriptRoot/../.."
. "$root/src/build/Programs.ps1"
$program = $IsWindows ? 'pwsh.exe' : 'pwsh'

function Test-Precompiled([string] $Path) {
    $reader = [System.Reflection.PortableExecutable.PEReader]::new([System.IO.File]::OpenRead($Path))
    try { $reader.PEHeaders.CorHeader.ManagedNativeHeaderDirectory.Size -gt 0 }
    finally { $reader.Dispose() }
}

if (Test-Precompiled "$PSHOME/System.Management.Automation.dll") { return Join-Path $PSHOME $program }

$folder = "$root/output/bench/pwsh-$($PSVersionTable.PSVersion)"
if (-not (Test-Path "$folder/$program")) {
    Write-Host 'Precompiling a copy of PowerShell for the benchmarks. This takes about a minute, and only happens once.'
    $copy = "$folder.new"
    Remove-Item $copy -Recurse -ErrorAction Ignore
    Copy-Item $PSHOME $copy -Recurse
    $platform = [System.Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier
    # The compiler of Add-Type is not precompiled. The measurements do not use it, and its precompilation would take most of the time.
    $assemblies = "-p:Folder=$PSHOME", '-p:Names=^(?!Microsoft\.CodeAnalysis)'
    Invoke-DotNet publish "$root/src/precompile" --runtime $platform --output $copy @assemblies --nologo --verbosity quiet
    Move-Item $copy $folder
}
Join-Path $folder $program
