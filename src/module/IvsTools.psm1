# Contains only commands: the first call of a method, the first type conversion, or the first condition that is not a Boolean takes
# 5 to 30 ms in PowerShell. A cmdlet other than Import-Module would load its module.
Import-Module "$PSScriptRoot/../../output/IvsTools/bin/IvsTools.Loader.dll" -ErrorAction SilentlyContinue
if (-not $?) { . "$PSScriptRoot/Stop-Import.ps1" }
Get-IvsModuleAssembly $PSScriptRoot -ErrorAction SilentlyContinue -ErrorVariable failure |
    Import-Module -Force -PassThru -ErrorAction SilentlyContinue -ErrorVariable +failure | Add-IvsModuleCommand
if (-not $?) { throw $failure[0] }
Import-Module "$PSScriptRoot/Views/IvsTools.Views.psd1"
