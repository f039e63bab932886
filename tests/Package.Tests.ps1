BeforeAll {
    $root = Convert-Path "$PSScriptRoot/.."
    . $PSScriptRoot/../src/build/Programs.ps1
    # Returns the module version ID of an assembly, and whether the assembly contains native code. Precompilation does not change the ID.
    function Read-Assembly([string] $Path) {
        $reader = [System.Reflection.PortableExecutable.PEReader]::new([System.IO.File]::OpenRead($Path))
        try {
            $metadata = [System.Reflection.Metadata.PEReaderExtensions]::GetMetadataReader($reader)
            @{
                HasNativeCode = $reader.PEHeaders.CorHeader.ManagedNativeHeaderDirectory.Size -gt 0
                Id = $metadata.GetGuid($metadata.GetModuleDefinition().Mvid)
            }
        }
        finally { $reader.Dispose() }
    }
    # Runs a command as a new user, who has no modules, repositories or settings.
    function Invoke-NewUser([string] $Command) {
        $userHome = (New-Item -ItemType Directory "$TestDrive/user" -Force).FullName
        # Without this folder, NuGet writes its settings to the current folder.
        $null = New-Item -ItemType Directory "$userHome/.config" -Force
        $kept = $env:HOME, $env:USERPROFILE, $env:LOCALAPPDATA, $env:PSModulePath
        try {
            $env:HOME = $env:USERPROFILE = $env:LOCALAPPDATA = $userHome
            $env:PSModulePath = $null
            Invoke-PowerShell -Command "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; $Command"
        }
        finally { $env:HOME, $env:USERPROFILE, $env:LOCALAPPDATA, $env:PSModulePath = $kept }
    }
    $package = Get-Item "$root/output/package/*.nupkg" -ErrorAction Ignore
    if (-not $package) { throw 'Run ./build.ps1 -Task Package first.' }
    $folder = "$root/output/package/IvsTools"
    $manifest = Import-PowerShellDataFile "$root/IvsTools.psd1"
    $version = $manifest.ModuleVersion

    # The earlier version is the same module with a lower version number.
    Copy-Item $folder "$TestDrive/before/IvsTools" -Recurse
    (Get-Content "$folder/IvsTools.psd1" -Raw).Replace("'$version'", "'0.0.1'") | Set-Content "$TestDrive/before/IvsTools/IvsTools.psd1"
    Compress-PSResource "$TestDrive/before/IvsTools" "$TestDrive/before"
    $found = Invoke-NewUser "
        Register-PSResourceRepository Before -Uri '$TestDrive/before' -Trusted
        Register-PSResourceRepository Built -Uri '$root/output/package' -Trusted
        Install-PSResource IvsTools -Repository Before
        Find-PSResource IvsTools -Repository Built |
            Select-Object Name, @{ n = 'Version'; e = { `$_.Version.ToString() } }, Description, Tags |
            ConvertTo-Json" | ConvertFrom-Json
    # A session that has loaded the old version imports the new version.
    $updated = @(Invoke-NewUser '
        Import-Module IvsTools
        Update-PSResource IvsTools -Repository Built
        $Error.Clear()
        try { Import-Module IvsTools -Force } catch { }
        $Error | Select-Object FullyQualifiedErrorId, @{ n = "Message"; e = { $_.Exception.Message } } | ConvertTo-Json' | ConvertFrom-Json)
    $installed = Invoke-NewUser '(Get-Module IvsTools -ListAvailable | Sort-Object Version)[-1].ModuleBase'
}

Describe 'The package' {
    It 'of the tool contains only the program, its libraries and their notices' {
        $zip = [System.IO.Compression.ZipFile]::OpenRead("$root/output/tool/ivs-emulator.$version.nupkg")
        try { $files = $zip.Entries.FullName }
        finally { $zip.Dispose() }
        $files | Should -Contain 'THIRD-PARTY-NOTICES.txt'
        $files | Should -Contain 'LICENSE'
        $program = @($files -match '^tools/')
        # The only XML file contains the settings of the tool.
        $program -match '\.(pdb|xml)$' | Should -Be 'tools/net8.0/any/DotnetToolSettings.xml'
        # The program does not use AWS KMS or Parameter Store.
        $program -match 'AWSSDK\.(KeyManagementService|SimpleSystemsManagement)' | Should -BeNullOrEmpty
        $notices = Get-Content "$root/THIRD-PARTY-NOTICES.txt" -Raw
        foreach ($dll in $program -match '\.dll$' -notmatch '/(IvsTools\.|ivs-emulator\.)') {
            $notices | Should -Match ([regex]::Escape([System.IO.Path]::GetFileNameWithoutExtension($dll)))
        }
    }

    It 'has a complete manifest that lists each export by name' {
        $manifest = Test-ModuleManifest "$installed/IvsTools.psd1"
        $manifest.Description, $manifest.Author, $manifest.LicenseUri, $manifest.ProjectUri, $manifest.ReleaseNotes |
            Should -Not -BeNullOrEmpty
        $manifest.Tags | Should -Contain 'PSEdition_Core'
        $manifest.PowerShellVersion | Should -Be '7.4'
        $manifest.ExportedFunctions.Count | Should -Be 0
        (Get-Content "$installed/IvsTools.psd1" -Raw) | Should -Not -Match 'src/module'
    }

    It 'contains neither temporary files nor libraries that are part of PowerShell' {
        $files = (Get-ChildItem $installed -Recurse -File).Name
        $files | Should -Not -Match '\.(pdb|xml\.|deps\.json|cs)$'
        $files | Should -Contain 'THIRD-PARTY-NOTICES.txt'
        foreach ($dll in $files -like '*.dll') { Join-Path $PSHOME $dll | Should -Not -Exist }
    }

    It 'contains the same code in IL and in native code for <_>' -ForEach 'win-x64', 'linux-x64', 'linux-arm64', 'osx-arm64' {
        $files = Get-ChildItem "$installed/bin/$_" -File
        $files.Name | Sort-Object | Should -Be 'AWSSDK.Core.dll', 'IvsTools.Core.dll', 'IvsTools.dll'
        $assemblies = foreach ($file in $files.FullName) {
            Read-Assembly $file
            Read-Assembly "$installed/bin/$([System.IO.Path]::GetFileName($file))"
        }
        for ($i = 0; $i -lt $assemblies.Count; $i += 2) {
            $assemblies[$i].HasNativeCode, $assemblies[$i + 1].HasNativeCode | Should -Be $true, $false
            $assemblies[$i].Id | Should -Be $assemblies[$i + 1].Id
        }
    }

    It 'is smaller than 12 MB' { $package.Length | Should -BeLessThan 12MB }

    It 'lists each of its libraries in its notices' {
        $notices = Get-Content "$installed/THIRD-PARTY-NOTICES.txt" -Raw
        foreach ($dll in Get-ChildItem "$installed/bin/*.dll" -Exclude 'IvsTools*') {
            $notices | Should -Match ([regex]::Escape($dll.BaseName))
        }
    }

    It 'has the description, version and tags of the manifest' {
        $found.Version | Should -Be $version
        $found.Description | Should -Be $manifest.Description
        $found.Tags | Where-Object { $_ -ne 'PSModule' } | Sort-Object | Should -Be ($manifest.PrivateData.PSData.Tags | Sort-Object)
        [System.Reflection.AssemblyName]::GetAssemblyName("$installed/bin/IvsTools.dll").Version.ToString(3) | Should -Be $version
    }
}

Describe 'The installed module' {
    It 'has all its commands before and after Import-Module IvsTools, in the environment of a new user' {
        $count = $manifest.CmdletsToExport.Count + $manifest.AliasesToExport.Count
        Invoke-NewUser ('(Get-Command -Module IvsTools).Count; Import-Module IvsTools; ' +
            '(Get-Command -Module IvsTools).Count; (Get-Module IvsTools).Version.ToString()') |
            Should -Be @("$count", "$count", $version)
    }

    It 'loads the precompiled assemblies on their platform and .NET version, and IL on other platforms and versions' {
        $platform = [System.Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier
        $hasCode = [System.Environment]::Version.Major -eq 10 -and (Test-Path "$installed/bin/$platform")
        Copy-Item $installed "$TestDrive/other" -Recurse
        Get-ChildItem "$TestDrive/other/bin" -Directory | Remove-Item -Recurse
        foreach ($case in @($installed, ($hasCode ? "bin/$platform" : 'bin')), @("$TestDrive/other", 'bin')) {
            $module, $folder = $case
            $paths = Invoke-NewUser "
                Import-Module '$module/IvsTools.psd1'
                try { Get-IvsChannel -EndpointUrl http://127.0.0.1:1 -Region us-west-2 -AccessKey a -SecretKey b } catch { }
                [System.AppDomain]::CurrentDomain.GetAssemblies().Location -match '(IvsTools|IvsTools\.Core|AWSSDK\.Core)\.dll$'"
            $expected = 'AWSSDK.Core.dll', 'IvsTools.Core.dll', 'IvsTools.dll' | ForEach-Object { Join-Path $module $folder $_ }
            $paths | Sort-Object | Should -Be ($expected | Sort-Object)
        }
    }

    It 'runs the demo' {
        $out = Invoke-NewUser "& '$root/tests/demo/Demo.ps1' -Module IvsTools; (Get-Module IvsTools).ModuleBase"
        $out[-1] | Should -Be $installed
        # The demo shows errors in the format of an interactive session.
        $out | Should -Contain 'Import-IvsPlaybackKeyPair: p256.public.pem: The curve of the key is P-256. Amazon IVS accepts only P-384.'
        $out | Should -Contain '  Recommendation: Create a P-384 key pair with New-IvsPlaybackKeyPair.'
    }

    It 'returns one error if an earlier version is loaded' {
        $updated.Count | Should -Be 1
        $updated[0].Message |
            Should -Match 'Another copy of IvsTools is loaded in this session, from .*0\.0\.1.*Start a new PowerShell session'
    }

    It 'returns one error, and exports nothing, if an assembly is missing' {
        Copy-Item $folder "$TestDrive/incomplete/IvsTools" -Recurse
        Get-ChildItem "$TestDrive/incomplete" -Recurse -Filter IvsTools.Core.dll | Remove-Item
        Invoke-PowerShell -Command "
            try { Import-Module '$TestDrive/incomplete/IvsTools/IvsTools.psd1' } catch { `$_.Exception.Message }
            @(Get-Command -Module IvsTools).Count" |
            Should -Be 'The module does not contain IvsTools.Core.', '0'
    }

    It 'can be saved and uninstalled' {
        $null = New-Item -ItemType Directory "$TestDrive/saved"
        Invoke-NewUser "
            Save-PSResource IvsTools -Repository Built -Path '$TestDrive/saved'
            Uninstall-PSResource IvsTools -Version '*'
            @(Get-Module IvsTools -ListAvailable).Count" | Should -Be '0'
        "$TestDrive/saved/IvsTools/$version/IvsTools.psd1" | Should -Exist
    }
}
