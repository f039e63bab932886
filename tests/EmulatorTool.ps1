# Installs the packed ivs-emulator in an empty folder, and returns the path of the program. Tests dot-source this file.
function Install-EmulatorTool([string] $Folder) {
    $root = Convert-Path "$PSScriptRoot/.."
    $version = (Import-PowerShellDataFile "$root/IvsTools.psd1").ModuleVersion
    $packages = "$root/output/tool"
    if (-not (Test-Path "$packages/ivs-emulator.$version.nupkg")) { throw "Run ./build.ps1 -Task Package first." }
    # An empty package cache prevents the installation of a package from an earlier run.
    $kept = $env:NUGET_PACKAGES
    $env:NUGET_PACKAGES = "$Folder/nuget"
    try { $said = Invoke-DotNet tool install ivs-emulator --tool-path "$Folder/tool" --source $packages --version $version }
    finally { $env:NUGET_PACKAGES = $kept }
    if (-not ($said -match [regex]::Escape("(version '$version')"))) { throw "Another version was installed: $said" }
    (Get-Command "$Folder/tool/ivs-emulator").Source
}
