# Creates a module path for other processes and runspaces. The path contains the checkout with the name IvsTools, like an installed module.
# The link is not in TestDrive. Pester would follow the link and delete new files in the checkout.
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
