# This file contains only commands. The first method call, the first type conversion, and the first condition without a Boolean take
# 5 to 30 ms each in PowerShell. A cmdlet from another module would load that module.
Import-Module "$PSScriptRoot/../../output/IvsTools/bin/IvsTools.Loader.dll" -ErrorAction SilentlyContinue
if (-not $?) { . "$PSScriptRoot/Stop-Import.ps1" }
Get-IvsModuleAssembly $PSScriptRoot -ErrorAction SilentlyContinue -ErrorVariable failure |
    Import-Module -Force -PassThru -ErrorAction SilentlyContinue -ErrorVariable +failure | Add-IvsModuleCommand
if (-not $?) { throw $failure[0] }
Import-Module "$PSScriptRoot/Views/IvsTools.Views.psd1"
