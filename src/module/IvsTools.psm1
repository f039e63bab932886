# To keep the import fast, this file contains only commands. Other code, such as a method call, a type conversion or a condition
# that is not a Boolean, takes 5 to 30 ms when it first runs in PowerShell. A cmdlet from another module would load that module.
Import-Module "$PSScriptRoot/../../output/IvsTools/bin/IvsTools.Loader.dll" -ErrorAction SilentlyContinue
if (-not $?) { . "$PSScriptRoot/Stop-Import.ps1" }
Get-IvsModuleAssembly $PSScriptRoot -ErrorAction SilentlyContinue -ErrorVariable failure |
    Import-Module -Force -PassThru -ErrorAction SilentlyContinue -ErrorVariable +failure | Add-IvsModuleCommand
if (-not $?) { throw $failure[0] }
Import-Module "$PSScriptRoot/Views/IvsTools.Views.psd1"
