BeforeAll { . $PSScriptRoot/Setup.ps1 }
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'Playback restriction policies' {
    BeforeEach { Reset-Emulator }

    It 'are created with the specified settings' {
        $policy = New-IvsPlaybackRestrictionPolicy -Name eu -AllowedCountry de,
            FR -AllowedOrigin https://example.com -EnableStrictOriginEnforcement $true -Tag @{
            a = 'b'
        }
        $policy.AllowedCountries | Should -BeExactly 'DE', 'FR'
        $policy.AllowedOrigins | Should -Be 'https://example.com'
        $policy.EnableStrictOriginEnforcement | Should -BeTrue
        $policy.Tags.a | Should -Be 'b'
        (Get-IvsPlaybackRestrictionPolicy $policy.Arn).Name | Should -Be 'eu'
    }

    It 'accept lists in the cells of a CSV, and ignore an empty cell' {
        "Name,AllowedCountry,AllowedOrigin`none,`"de,FR`",https://a.example`ntwo,,https://a.example" | Set-Content $TestDrive/policies.csv
        $made = Import-Csv $TestDrive/policies.csv | New-IvsPlaybackRestrictionPolicy
        $made[0].AllowedCountries | Should -BeExactly 'DE', 'FR'
        (Get-Sent CreatePlaybackRestrictionPolicy)[1].Body | Should -Be '{"allowedOrigins":["https://a.example"],"name":"two"}'
    }

    It 'are not created or changed if the argument for a list is empty text' {
        $policy = New-IvsPlaybackRestrictionPolicy -Name eu -AllowedCountry DE
        $emulator.ClearRequests()
        foreach ($list in @{ AllowedCountry = '' }, @{ AllowedOrigin = '' }) {
            $message = "The value of -$($list.Keys) contains*"
            { New-IvsPlaybackRestrictionPolicy -Name all @list } | Should -Throw $message -ErrorId 'EmptyList,*'
            { $policy | Update-IvsPlaybackRestrictionPolicy @list } | Should -Throw $message -ErrorId 'EmptyList,*'
        }
        $emulator.Requests.Count | Should -Be 0
        (New-IvsPlaybackRestrictionPolicy -AllowedCountry @()).AllowedCountries | Should -BeNullOrEmpty
    }

    It 'are not created or changed if a list contains only spaces or separators' {
        $policy = New-IvsPlaybackRestrictionPolicy -Name eu -AllowedCountry DE
        $emulator.ClearRequests()
        foreach ($name in 'AllowedCountry', 'AllowedOrigin') {
            foreach ($value in ' ', ',', @(' ')) {
                $list = @{ $name = $value }
                { New-IvsPlaybackRestrictionPolicy -Name all @list } | Should -Throw "*'$name'*only spaces*"
                { $policy | Update-IvsPlaybackRestrictionPolicy @list } | Should -Throw "*'$name'*only spaces*"
            }
            $row = [pscustomobject]@{ Arn = $policy.Arn; Name = 'all'; $name = ' ' }
            $row | Update-IvsPlaybackRestrictionPolicy -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $row | New-IvsPlaybackRestrictionPolicy -ErrorVariable +failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failed.Count | Should -Be 2
        }
        $emulator.Requests.Count | Should -Be 0
    }

    It 'accept the plural parameter names' {
        (New-IVSPlaybackRestrictionPolicy -AllowedCountries US -AllowedOrigins https://a.example).AllowedCountries | Should -Be 'US'
    }

    It 'warn about an origin with a misspelled scheme' {
        $policy = New-IvsPlaybackRestrictionPolicy -AllowedOrigin htp://a.com -WarningVariable warned -WarningAction SilentlyContinue
        $policy | Update-IvsPlaybackRestrictionPolicy -AllowedOrigin hhttps://a.com -WarningVariable +warned `
            -WarningAction SilentlyContinue
        @($warned) -match 'Did you mean' | Should -HaveCount 2
    }

    It 'accept the keys of a hashtable, but not the hashtable' {
        $origins = @{ 'https://a.com' = 1; 'https://b.com' = 2 }
        $policy = New-IvsPlaybackRestrictionPolicy -AllowedOrigin $origins.Keys
        $policy.AllowedOrigins | Sort-Object | Should -Be 'https://a.com', 'https://b.com'
        foreach ($value in $origins, @($origins)) {
            { New-IvsPlaybackRestrictionPolicy -AllowedOrigin $value } |
                Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
        }
    }

    It 'keep the settings that an update does not specify' {
        $policy = New-IvsPlaybackRestrictionPolicy -Name eu -AllowedCountry DE
        $emulator.ClearRequests()
        $changed = Get-IvsPlaybackRestrictionPolicy | Update-IvsPlaybackRestrictionPolicy -AllowedOrigin https://example.com
        $changed.AllowedCountries | Should -Be 'DE'
        $changed.AllowedOrigins | Should -Be 'https://example.com'
        (Get-Sent UpdatePlaybackRestrictionPolicy)[0].Body |
            Should -Be "{`"arn`":`"$($policy.Arn)`",`"allowedOrigins`":[`"https://example.com`"]}"
        (Update-IvsPlaybackRestrictionPolicy $policy.Arn -AllowedCountry @()).AllowedCountries | Should -BeNullOrEmpty
    }

    It 'are changed by the rows of a CSV' {
        $policy = New-IvsPlaybackRestrictionPolicy -Name eu
        [pscustomobject]@{ Arn = $policy.Arn; Name = 'world'; EnableStrictOriginEnforcement = $true } | Export-Csv $TestDrive/policies.csv
        $changed = Import-Csv $TestDrive/policies.csv | Update-IvsPlaybackRestrictionPolicy
        $changed.Name | Should -Be 'world'
        $changed.EnableStrictOriginEnforcement | Should -BeTrue
    }

    It 'are copied with a new name' {
        $copy = New-IvsPlaybackRestrictionPolicy -Name eu -AllowedCountry DE | New-IvsPlaybackRestrictionPolicy -Name copy
        $copy.Name | Should -Be 'copy'
        $copy.AllowedCountries | Should -Be 'DE'
    }

    It 'reject a country of three letters and an origin of 129 characters before a request is sent' {
        { New-IvsPlaybackRestrictionPolicy -AllowedCountry DEU } |
            Should -Throw "*'DEU' has 3 characters instead of 2. Example: DE*" -ErrorId 'ParameterArgumentValidationError,*'
        { New-IvsPlaybackRestrictionPolicy -AllowedOrigin ('a' * 129) } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        $emulator.Requests.Count | Should -Be 0
    }

    It 'cannot be removed while a channel uses them, and can be a filter for channels' {
        $policy = New-IvsPlaybackRestrictionPolicy -Name eu
        $channel = New-IvsChannel -PlaybackRestrictionPolicyArn $policy.Arn
        $null = New-IvsChannel
        (Get-IvsChannel -FilterByPlaybackRestrictionPolicyArn $policy.Arn).Arn | Should -Be $channel.Arn
        $policy | Remove-IvsPlaybackRestrictionPolicy -Force -ErrorVariable used -ErrorAction SilentlyContinue
        Get-ErrorId $used[0] | Should -Be 'ConflictException'
        $channel | Remove-IvsChannel -Force
        $policy | Remove-IvsPlaybackRestrictionPolicy -Force
        Get-IvsPlaybackRestrictionPolicy | Should -BeNullOrEmpty
    }
}
