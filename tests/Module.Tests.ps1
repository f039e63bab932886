BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $manifest = Import-PowerShellDataFile "$PSScriptRoot/../IvsTools.psd1"
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'The module' {
    It 'exports what its manifest lists, and nothing else' {
        $commands = Get-Command -Module IvsTools
        @($commands | Where-Object CommandType -EQ Cmdlet).Name | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
        @($commands | Where-Object CommandType -EQ Alias).Name | Sort-Object | Should -Be ($manifest.AliasesToExport | Sort-Object)
        $manifest.CmdletsToExport + $manifest.AliasesToExport + $manifest.FunctionsToExport -match '\*' | Should -BeNullOrEmpty
    }

    It 'lists every command of the assembly in the manifest' {
        $inAssembly = [IvsTools.Commands.IvsCommand].Assembly.GetExportedTypes() |
            ForEach-Object { $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false) } |
            ForEach-Object { "$($_.VerbName)-$($_.NounName)" }
        $inAssembly | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
    }

    It 'still works after two more imports with -Force' {
        $out = Invoke-PowerShell -Command "
            1..3 | ForEach-Object { Import-Module '$PSScriptRoot/../IvsTools.psd1' -Force }
            (Get-Command -Module IvsTools).Count
            `$e = Start-IvsEmulator; (New-IvsChannel -Name x -EndpointUrl `$e.Url).Name; `$e | Stop-IvsEmulator
            Remove-Module IvsTools; (Get-Command *-Ivs*).Count"
        $out | Should -Be @("$($manifest.CmdletsToExport.Count + $manifest.AliasesToExport.Count)", 'x', '0')
    }

    It 'returns an error in ConstrainedLanguage mode, because it requires FullLanguage' {
        $out = Invoke-PowerShell -Command "
            `$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
            try { Import-Module '$PSScriptRoot/../IvsTools.psd1' } catch { `$_.Exception.Message }"
        $out | Should -BeLike 'IvsTools requires the language mode FullLanguage, *'
    }

    It 'converts arguments in a session whose language mode becomes ConstrainedLanguage after the import' {
        $state = [initialsessionstate]::CreateDefault2()
        $null = $state.ImportPSModule("$PSScriptRoot/../IvsTools.psd1")
        $state.LanguageMode = 'ConstrainedLanguage'
        $shell = [powershell]::Create($state)
        $curve = [System.Security.Cryptography.ECCurve]::CreateFromFriendlyName('nistP384')
        $pem = [System.Security.Cryptography.ECDsa]::Create($curve).ExportECPrivateKeyPem()
        $null = $shell.AddScript({
                param($Pem, $Url)
                $arn = 'arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh'
                $time = (Get-Date).AddMinutes(5)
                foreach ($at in $time, $time.ToUniversalTime(), $time.ToString('o')) {
                    (New-IvsViewerToken $arn -PrivateKey $Pem -ExpiresAt $at -ViewerId ann).ViewerId
                }
                $null = New-IvsViewerToken $arn -PrivateKey $Pem -ExpiresIn (New-TimeSpan -Minutes 5) -AdsPlayerParameter @{ a = 1 }
                $null = New-IvsViewerToken $arn -PrivateKey $Pem -ExpiresIn 00:05:00 -ViewerId ann -ViewerSessionVersion '3'
                $null = New-IvsChannel studio -Authorized true -Tag @{ a = 1 } -EndpointUrl $Url -MultitrackInputConfiguration @{
                    enabled = $true
                    policy = 'ALLOW'
                    maximumResolution = 'HD'
                } -ContainerFormat FRAGMENTED_MP4
                $null = New-IvsRecordingConfiguration archive recordings -ThumbnailConfiguration @{ storage = 'LATEST' } -EndpointUrl $Url
                Get-IvsChannel -EndpointUrl $Url | Remove-IvsChannel -Force -EndpointUrl $Url
            }).AddArgument($pem).AddArgument($emulator.Url)
        $null = $shell.Invoke()
        $shell.Streams.Error | Should -BeNullOrEmpty
        $shell.Runspace.SessionStateProxy.LanguageMode | Should -Be 'ConstrainedLanguage'
        $shell.Dispose()
    }

    It 'makes its output types available by name' {
        [IvsTools.StreamKey].IsSealed | Should -BeTrue
        [IvsTools.PlaybackKeyPair].IsSealed | Should -BeTrue
        [IvsTools.Channel].IsSealed | Should -BeTrue
        [IvsTools.PlaybackKeyFile].IsSealed | Should -BeTrue
    }

    It 'makes a type of IvsTools.Core public only if a cmdlet, a view or another public type uses it, or if it is an exception' {
        $core = [IvsTools.StreamKey].Assembly.GetExportedTypes()
        $views = Get-Content "$PSScriptRoot/../src/module/Views/*.ps1xml" -Raw
        $uses = @{}
        foreach ($type in $core + [IvsTools.Commands.IvsCommand].Assembly.GetExportedTypes()) {
            $uses[$type] = "$($type.BaseType) $($type.GetMembers()) $($type.CustomAttributes)"
        }
        $core.Count | Should -BeGreaterThan 50
        $core | Where-Object { -not $_.IsSubclassOf([System.Exception]) } | Where-Object {
            $type = $_
            "$views $($uses.psbase.Keys.Where{ $_ -ne $type }.ForEach{ $uses[$_] })" -cnotmatch "\b$([regex]::Escape($type.FullName))\b"
        } | Should -BeNullOrEmpty
    }

    It 'makes every public type of the emulator available by its name, which is not case-sensitive' {
        $types = [IvsTools.Emulator.EmulatorServer].Assembly.GetExportedTypes()
        $types.Count | Should -BeGreaterThan 10
        foreach ($type in $types) { ($type.FullName.ToLowerInvariant() -as [type]) | Should -Be $type }
    }

    It 'loads the assembly of the emulator only when the emulator is used' {
        $channel = New-IvsChannel -Name loads
        $loaded = "([System.AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -eq 'IvsTools.Emulator').Count"
        Invoke-PowerShell -Command "
            Import-Module '$PSScriptRoot/../IvsTools.psd1'
            `$env:AWS_ENDPOINT_URL = '$($emulator.Url)'
            `$env:AWS_ACCESS_KEY_ID, `$env:AWS_SECRET_ACCESS_KEY = '$($emulator.AccessKeyId)', '$($emulator.SecretAccessKey)'
            (Get-IvsChannel $($channel.Arn)).Name; $loaded
            Start-IvsEmulator | Stop-IvsEmulator; $loaded" | Should -Be 'loads', '0', '1'
    }

    It 'does not load its AWS SDK into the default load context' {
        [IvsTools.StreamKey].Assembly.GetReferencedAssemblies().Name | Should -Contain 'AWSSDK.Core'
        $null = New-IvsChannel
        [System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies.GetName().Name | Should -Not -Contain 'AWSSDK.Core'
        [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext([IvsTools.StreamKey].Assembly).Name | Should -Be 'IvsTools'
    }

    It 'works if another AWSSDK.Core was loaded first' {
        $other = "$PSScriptRoot/../output/tests/OtherSdk/AWSSDK.Core.dll"
        $other | Should -Exist
        $out = Invoke-PowerShell -Command "
            `$null = [System.Reflection.Assembly]::LoadFrom('$other')
            [Amazon.RegionEndpoint].Assembly.GetName().Version.ToString(2)
            Import-Module '$PSScriptRoot/../IvsTools.psd1'
            `$e = Start-IvsEmulator; (New-IvsChannel -Name both -EndpointUrl `$e.Url).Name
            [Amazon.RegionEndpoint].Assembly.GetName().Version.ToString(2)"
        $out | Should -Be @('3.3', 'both', '3.3')
    }

    It 'returns an error if it has not been built' {
        $copy = New-Item -ItemType Directory (Join-Path $TestDrive copy)
        Copy-Item "$PSScriptRoot/../IvsTools.psd1" $copy
        $null = New-Item -ItemType Directory "$copy/src"
        Copy-Item "$PSScriptRoot/../src/module" "$copy/src/module" -Recurse
        # Runs in a child process, because this process has already loaded the type data of the built module.
        Invoke-PowerShell -Command "try { Import-Module '$copy/IvsTools.psd1' -ErrorAction Stop } catch { `"`$_`" }" |
            Should -Match 'has not been built'
    }

    It 'works in parallel runspaces' {
        $url = $emulator.Url
        $names = 1..8 | ForEach-Object -Parallel {
            Import-Module "$using:PSScriptRoot/../IvsTools.psd1"
            (New-IvsChannel -Name "p$_" -EndpointUrl $using:url).Name
        } -ThrottleLimit 4
        $names | Sort-Object | Should -Be (1..8 | ForEach-Object { "p$_" })
    }

    It 'validates the value of <_> against the pattern and the maximum length of the API' -ForEach @(
        'New-IvsStreamKey -ChannelArn', 'Import-IvsPlaybackKeyPair -Name'
    ) {
        $command, $parameter = $_ -split ' -'
        $attributes = (Get-Command $command).Parameters[$parameter].Attributes
        $pattern = $attributes | Where-Object { $_ -is [ValidatePattern] }
        $pattern.Options | Should -Be ([System.Text.RegularExpressions.RegexOptions]::None)
        $pattern.RegexPattern | Should -Match '^\\A.*\\z$'
        ($attributes | Where-Object { $_ -is [ValidateLength] }).MaxLength | Should -Be 128
    }

    It 'declares an output type for every cmdlet that returns objects, and has a view for every output type' {
        foreach ($cmdlet in Get-Command -Module IvsTools -CommandType Cmdlet | Where-Object Verb -NotIn 'Remove', 'Stop') {
            $cmdlet.OutputType.Name | Should -Not -BeNullOrEmpty -Because $cmdlet.Name
            foreach ($type in @($cmdlet.OutputType.Name) -like 'IvsTools.*') {
                Get-FormatData $type | Should -Not -BeNullOrEmpty -Because $type
            }
        }
    }
}
