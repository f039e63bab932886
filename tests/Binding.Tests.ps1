# What an object carries through a pipeline: a resource names itself, a row of a CSV sets what its columns name.
BeforeAll {
    . $PSScriptRoot/Setup.ps1
    Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
}
AfterAll { Stop-IvsEmulator; Set-Location $PSScriptRoot }

Describe 'An old object of a channel, <Way>' -ForEach @(
    @{ Way = 'as it is'; Through = { param($c) $c } }
    @{ Way = 'from Import-Clixml'; Through = { param($c) $c | Export-Clixml old.xml; Import-Clixml old.xml } }
    @{ Way = 'from ConvertFrom-Json'; Through = { param($c) $c | ConvertTo-Json | ConvertFrom-Json } }
    @{ Way = 'from Select-Object *'; Through = { param($c) $c | Select-Object * } }
    @{ Way = 'from Select-Object with settings'; Through = { param($c) $c | Select-Object Arn, Authorized, LatencyMode } }
    @{ Way = 'from Select-Object, then Import-Clixml'; Through = { param($c) $c | Select-Object Arn, Name, LatencyMode | Export-Clixml old.xml; Import-Clixml old.xml } }
    @{ Way = 'from a job'; Through = { param($c) [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($c)) } }
) {
    It 'brings none of its settings to Update-IvsChannel' {
        $channel = New-IvsChannel -Name studio -LatencyMode NORMAL
        $old = & $Through $channel
        $channel | Update-IvsChannel -Authorized $true | Out-Null
        $emulator.ClearRequests()
        ($old | Update-IvsChannel -LatencyMode LOW).Authorized | Should -BeTrue
        $sent = (Get-Sent UpdateChannel).Body | ConvertFrom-Json
        $sent.psobject.Properties.Name | Should -Be 'arn', 'latencyMode'
    }

    It 'brings none of its settings to Update-IvsPlaybackRestrictionPolicy' {
        $policy = New-IvsPlaybackRestrictionPolicy -Name europe -AllowedCountry DE
        $old = & $Through $policy
        $emulator.ClearRequests()
        $null = $old | Update-IvsPlaybackRestrictionPolicy -Name eu
        ((Get-Sent UpdatePlaybackRestrictionPolicy).Body | ConvertFrom-Json).psobject.Properties.Name | Should -Be 'arn', 'name'
        Reset-Emulator
    }
}

Describe 'A row of a CSV' {
    BeforeEach {
        Reset-Emulator
        $channel = New-IvsChannel -Name studio
        $emulator.ClearRequests()
    }

    It 'sets what its columns name' {
        'Arn,LatencyMode,Authorized', "$($channel.Arn),LOW,True" | ConvertFrom-Csv | Update-IvsChannel | Out-Null
        $sent = (Get-Sent UpdateChannel).Body | ConvertFrom-Json
        $sent.psobject.Properties.Name | Should -Be 'arn', 'latencyMode', 'authorized'
        $sent.authorized | Should -BeTrue
    }

    It 'that was exported from a channel and edited sets its columns too' {
        $row = Get-IvsChannel $channel.Arn | Select-Object Arn, Name, LatencyMode, AccountId | ConvertTo-Csv | ConvertFrom-Csv
        $row.Name = 'renamed'
        ($row | Update-IvsChannel).Name | Should -Be 'renamed'
    }

    It 'lifts nothing with an empty cell: <_>' -ForEach 'RecordingConfigurationArn', 'PlaybackRestrictionPolicyArn', 'AdConfigurationArn', 'Name' {
        "Arn,$_,LatencyMode", "$($channel.Arn),,LOW" | ConvertFrom-Csv | Update-IvsChannel | Out-Null
        ((Get-Sent UpdateChannel).Body | ConvertFrom-Json).psobject.Properties.Name | Should -Be 'arn', 'latencyMode'
    }

    It 'changes nothing of a policy with an empty cell: <_>' -ForEach 'AllowedOrigin', 'Name' {
        $policy = New-IvsPlaybackRestrictionPolicy -Name europe -AllowedOrigin 'https://example.com'
        "Arn,$_,EnableStrictOriginEnforcement", "$($policy.Arn),,True" | ConvertFrom-Csv | Update-IvsPlaybackRestrictionPolicy | Out-Null
        ((Get-Sent UpdatePlaybackRestrictionPolicy).Body | ConvertFrom-Json).psobject.Properties.Name | Should -Be 'arn', 'enableStrictOriginEnforcement'
    }

    It 'lifts with empty text that is typed' {
        $channel | Update-IvsChannel -PlaybackRestrictionPolicyArn '' | Out-Null
        ((Get-Sent UpdateChannel).Body | ConvertFrom-Json).playbackRestrictionPolicyArn | Should -Be ''
    }
}
