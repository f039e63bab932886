BeforeAll {
    $root = Convert-Path "$PSScriptRoot/.."
    $pwsh = (Get-Process -Id $PID).Path
    function New-Package {
        $null = & $pwsh -NoProfile -File "$root/build.ps1" -Task Package
        $LASTEXITCODE | Should -Be 0
        Get-Item "$root/output/package/*.nupkg"
    }
    # As Install-PSResource does: unpacked into a folder of the version, without what is the package's own.
    function Expand-ModulePackage($Package, $ModulePath) {
        $version = $Package.BaseName -replace '^IvsTools\.'
        [System.IO.Compression.ZipFile]::ExtractToDirectory($Package.FullName, "$ModulePath/IvsTools/$version")
        Remove-Item -LiteralPath "$ModulePath/IvsTools/$version/_rels", "$ModulePath/IvsTools/$version/package", "$ModulePath/IvsTools/$version/[Content_Types].xml", "$ModulePath/IvsTools/$version/IvsTools.nuspec" -Recurse -Force
        "$ModulePath/IvsTools/$version"
    }
    $package = New-Package
    $modulePath = Join-Path $TestDrive Modules
    $installed = Expand-ModulePackage $package $modulePath
}

Describe 'The package' {
    It 'is the same when it is made again' {
        $hash = (Get-FileHash $package).Hash
        (Get-FileHash (New-Package)).Hash | Should -Be $hash
    }

    It 'has a complete manifest that exports by name' {
        $manifest = Test-ModuleManifest "$installed/IvsTools.psd1"
        $manifest.Description, $manifest.Author, $manifest.LicenseUri, $manifest.ProjectUri, $manifest.ReleaseNotes | Should -Not -BeNullOrEmpty
        $manifest.Tags | Should -Contain 'PSEdition_Core'
        $manifest.PowerShellVersion | Should -Be '7.4'
        $manifest.ExportedFunctions.Count | Should -Be 0
        (Get-Content "$installed/IvsTools.psd1" -Raw) | Should -Not -Match 'src/module'
    }

    It 'holds no left-overs and nothing that PowerShell has' {
        $files = (Get-ChildItem $installed -Recurse -File).Name
        $files | Should -Not -Match '\.(pdb|xml\.|deps\.json|cs)$'
        $files | Should -Contain 'THIRD-PARTY-NOTICES.txt'
        foreach ($dll in $files -like '*.dll') { Join-Path $PSHOME $dll | Should -Not -Exist }
    }

    It 'names every library that it ships in its notices' {
        $notices = Get-Content "$installed/THIRD-PARTY-NOTICES.txt" -Raw
        foreach ($dll in Get-ChildItem "$installed/bin/*.dll" -Exclude 'IvsTools*') { $notices | Should -Match ([regex]::Escape($dll.BaseName)) }
    }

    It 'plays the demo from a module path that holds nothing else' {
        $command = "`$env:PSModulePath = '$modulePath'; & '$root/tests/demo/Demo.ps1' -Module IvsTools; (Get-Module IvsTools).ModuleBase"
        $out = & $pwsh -NoProfile -Command $command
        $out[-1] | Should -Be $installed
        $manifest = Import-PowerShellDataFile "$root/IvsTools.psd1"
        & $pwsh -NoProfile -Command "`$env:PSModulePath = '$modulePath'; (Get-Command -Module IvsTools).Count; Import-Module IvsTools; (Get-Command -Module IvsTools).Count" |
            Should -Be @(($manifest.CmdletsToExport.Count + $manifest.AliasesToExport.Count), ($manifest.CmdletsToExport.Count + $manifest.AliasesToExport.Count))
    }
}
