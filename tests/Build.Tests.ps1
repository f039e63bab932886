BeforeAll {
    . $PSScriptRoot/../src/build/Programs.ps1
    # Tests a copy of the script, because build.ps1 -Task Clean deletes files in its own folder.
    $root = "$TestDrive/checkout"
    $null = New-Item -ItemType Directory "$root/src/build"
    Copy-Item "$PSScriptRoot/../build.ps1" $root
    Copy-Item "$PSScriptRoot/../src/build/Programs.ps1" "$root/src/build"
}

Describe 'build.ps1' {
    It 'deletes the output folder, and the bin and obj folders of the projects, with -Task Clean' {
        $built = 'output/IvsTools/bin/IvsTools.dll', 'src/IvsTools/bin/IvsTools.dll', 'tests/IvsTools.Core.Tests/obj/project.assets.json'
        foreach ($file in $built) { $null = New-Item -ItemType File "$root/$file" -Force }
        & "$root/build.ps1" -Task Clean
        Get-ChildItem $root -Recurse -File -Name | ForEach-Object { $_.Replace('\', '/') } | Sort-Object |
            Should -Be 'build.ps1', 'src/build/Programs.ps1'
        Test-Path "$root/output" | Should -BeFalse
    }

    It 'rejects a repository folder whose name contains wildcard characters' {
        Copy-Item $root "$TestDrive/checkout [1]" -Recurse
        Invoke-PowerShell -File "$TestDrive/checkout [1]/build.ps1" 2>&1 | Out-String | Should -Match 'must not contain'
    }
}
