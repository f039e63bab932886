BeforeAll {
    . $PSScriptRoot/Engine.ps1
    # Tests a copy of the script, because build.ps1 -Task Clean deletes files in its own folder.
    $root = "$TestDrive/checkout"
    $null = New-Item -ItemType Directory "$root/tests"
    Copy-Item "$PSScriptRoot/../build.ps1" $root
    Copy-Item "$PSScriptRoot/Engine.ps1" "$root/tests"

    function Add-File([string[]] $Path) {
        foreach ($one in $Path) { $null = New-Item -ItemType File $one -Force }
    }
}

Describe 'build.ps1 -Task Clean' {
    BeforeEach {
        $output = "$TestDrive/$(New-Guid)"
        $assembly = "$root/src/IvsTools/bin/IvsTools.dll"
        Add-File $assembly
    }

    It 'deletes the default output folder and the bin folders of the projects' {
        Add-File "$root/output/IvsTools/bin/IvsTools.dll", "$root/output/bench/performance.md"
        & "$root/build.ps1" -Task Clean
        Test-Path "$root/output", $assembly | Should -Be $false, $false
        Test-Path "$root/build.ps1" | Should -BeTrue
    }

    It 'deletes the default output folder if -Output specifies its path' {
        Add-File "$root/output/bench/performance.md"
        & "$root/build.ps1" -Task Clean -Output "$root/output/"
        Test-Path "$root/output" | Should -BeFalse
    }

    It 'deletes another output folder if it contains only the files of a build' {
        Add-File "$output/IvsTools/bin/IvsTools.dll", "$output/package/IvsTools.nupkg", "$output/tool/ivs-emulator.nupkg"
        & "$root/build.ps1" -Task Clean -Output $output
        Test-Path $output | Should -BeFalse
    }

    It 'does not delete a folder that contains files that are not from a build: <_>' -ForEach @(
        'notes.txt', '.profile', 'IvsTools/IvsTools.psd1', 'package/package.json', 'IvsTools/bin/IvsTools.dll notes.txt'
    ) {
        $files = $_ -split ' ' | ForEach-Object { "$output/$_" }
        Add-File $files
        { & "$root/build.ps1" -Task Clean -Output $output } | Should -Throw '*was not deleted*'
        Test-Path (@($files) + $assembly) | Should -Not -Contain $false
    }

    It 'rejects wildcard characters in -Output' {
        Add-File "$output/IvsTools/bin/IvsTools.dll"
        { & "$root/build.ps1" -Task Clean -Output "$TestDrive/*" } | Should -Throw '*must not contain*'
        Test-Path $output | Should -BeTrue
    }
}

Describe 'build.ps1' {
    It 'rejects a repository folder whose name contains wildcard characters' {
        Copy-Item $root "$TestDrive/checkout [1]" -Recurse
        Invoke-PowerShell -File "$TestDrive/checkout [1]/build.ps1" 2>&1 | Out-String | Should -Match 'must not contain'
    }
}
