# Contains only commands: the first call of a method, the first type conversion or a catch block takes 10 to 30 ms in PowerShell,
# and a cmdlet other than Import-Module would load its module.
Import-Module "$PSScriptRoot/../../output/IvsTools/bin/IvsTools.Loader.dll" -ErrorAction SilentlyContinue -ErrorVariable failure
if ($failure) { . "$PSScriptRoot/Stop-Import.ps1" }
Get-IvsModuleAssembly $PSScriptRoot -ErrorAction SilentlyContinue -ErrorVariable failure |
    Import-Module -Force -PassThru | Add-IvsModuleCommand
if ($failure) { throw $failure[0] }
Import-Module "$PSScriptRoot/Views/IvsTools.Views.psd1"
