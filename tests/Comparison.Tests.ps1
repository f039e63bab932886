BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $file = "$PSScriptRoot/../docs/aws-tools-comparison.md"
    $fresh = & "$PSScriptRoot/../docs/comparison/New-Comparison.ps1"
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'The comparison with AWS.Tools.IVS' {
    It 'matches the built module' {
        Get-Content $file | Should -Be $fresh
    }

    It 'finds every AWS.Tools cmdlet and parameter in IvsTools' {
        $fresh -match '\*\*missing\*\*' | Should -BeNullOrEmpty
    }
}
