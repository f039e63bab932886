# Uses only the language and .NET: a cmdlet would load its module, which takes longer than this whole script.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    throw "IvsTools requires the language mode FullLanguage, and this session has $($ExecutionContext.SessionState.LanguageMode). " +
        'An administrator can allow the module in the application control policy.'
}
# In the package, the assemblies are next to this file. In a checkout, they are in the output of the build.
$bin = foreach ($folder in "$PSScriptRoot/bin", "$PSScriptRoot/../../output/IvsTools/bin") {
    if ([System.IO.File]::Exists("$folder/IvsTools.dll")) { [System.IO.Path]::GetFullPath($folder); break }
}
if (-not $bin) {
    throw 'IvsTools is not built yet: run ./build.ps1 in its folder, and then import it again.'
}

$loader = 'IvsTools.Loader.LoadContext' -as [type]
if (-not $loader) {
    $null = [System.Reflection.Assembly]::LoadFrom("$bin/IvsTools.Loader.dll")
}
elseif ([System.IO.Path]::GetDirectoryName($loader.Assembly.Location) -ne $bin) {
    # .NET cannot unload the cmdlets of the other copy, and the views of both would collide.
    $other = [System.IO.Path]::GetDirectoryName($loader.Assembly.Location)
    throw "Another copy of IvsTools is loaded in this session, from '$other'. Start a new PowerShell session, then import this one."
}
Import-Module "$PSScriptRoot/Views/IvsTools.Views.psd1"
# Assemblies without cmdlets are imported for their types: [IvsTools.StreamKey] is found only in imported assemblies.
$commands = foreach ($name in 'IvsTools', 'IvsTools.Core', 'IvsTools.Emulator') {
    Import-Module -Assembly ([IvsTools.Loader.LoadContext]::Load($bin, $name)) -PassThru -Force
}

# The first import has added the commands to this module.
if (-not $loader) { return }

# A second import finds the assembly in the cache of PowerShell, and its commands are not added to this module. Export-ModuleMember
# does not find them either. PowerShell has no public way to add them: https://github.com/PowerShell/PowerShell/issues/20710
$hidden = [System.Reflection.BindingFlags]'Instance, NonPublic'
$addCmdlet = [psmoduleinfo].GetMethod('AddExportedCmdlet', $hidden)
$addAlias = [psmoduleinfo].GetMethod('AddExportedAlias', $hidden)
foreach ($cmdlet in $commands.ExportedCmdlets.Values) {
    $addCmdlet.Invoke($ExecutionContext.SessionState.Module, @(, $cmdlet))
}
foreach ($alias in $commands.ExportedAliases.Values) {
    $addAlias.Invoke($ExecutionContext.SessionState.Module, @(, $alias))
}
