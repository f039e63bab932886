# Creates a folder for PSModulePath in which other processes and runspaces find the checkout by the name IvsTools, like an installed module.
# The link is not in TestDrive, because Pester would follow it and delete new files in the checkout.
function New-ModuleLink {
    $folder = New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) "ivstools-$([guid]::NewGuid())")
    $null = New-Item -ItemType ($IsWindows ? 'Junction' : 'SymbolicLink') "$folder/IvsTools" -Target (Convert-Path "$PSScriptRoot/..")
    $folder.FullName
}

# Deletes the link and its folder, but not the target.
function Remove-ModuleLink([string] $Folder) {
    [System.IO.Directory]::Delete("$Folder/IvsTools")
    [System.IO.Directory]::Delete($Folder)
}
