# Contains only commands: the first call of a method or a type conversion in a script takes more than 30 ms in PowerShell,
# and a cmdlet other than Import-Module would load its module.
Import-Module "$PSScriptRoot/../../output/IvsTools/bin/IvsTools.Loader.dll" -ErrorAction Ignore
try { Get-IvsModuleAssembly $PSScriptRoot | Import-Module -Force -PassThru | Add-IvsModuleCommand }
catch [System.Management.Automation.CommandNotFoundException] { . "$PSScriptRoot/Stop-Import.ps1" }
catch { throw }
Import-Module "$PSScriptRoot/Views/IvsTools.Views.psd1"
