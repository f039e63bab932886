BeforeAll { . $PSScriptRoot/Setup.ps1 }
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'Channels' {
    BeforeEach { Reset-Emulator }

    It 'are created with what was asked for, and their stream key' {
        $channel = New-IvsChannel -Name studio -LatencyMode normal -Type basic -Authorized $true -Tag @{ a = 'b' }
        $channel.LatencyMode | Should -BeExactly 'NORMAL'
        $channel.Type | Should -BeExactly 'BASIC'
        $channel.Authorized | Should -BeTrue
        $channel.Tags.a | Should -Be 'b'
        $channel.StreamKey.ChannelArn | Should -Be $channel.Arn
    }

    It 'leave what was not asked for to the service' {
        $null = New-IvsChannel
        (Get-Sent CreateChannel)[0].Body | Should -Be '{}'
    }

    It 'are listed by name' {
        $null = 'a', 'b' | ForEach-Object { New-IvsChannel -Name $_ }
        (Get-IvsChannel -FilterByName b).Name | Should -Be 'b'
        (Get-IvsChannel).Name | Should -Be 'a', 'b'
    }

    It 'are got by ARN, one or many, and an empty pipeline gets none' {
        $made = 1..3 | ForEach-Object { New-IvsChannel -Name "c$_" }
        (Get-IvsChannel $made[0].Arn).PlaybackUrl | Should -Be $made[0].PlaybackUrl
        ($made | Get-IvsChannel).Name | Should -Be 'c1', 'c2', 'c3'
        $emulator.ClearRequests()
        @() | Get-IvsChannel | Should -BeNullOrEmpty
        $emulator.Requests.Count | Should -Be 0
    }

    It 'are removed with their stream keys' {
        $channel = New-IvsChannel
        $channel | Remove-IvsChannel -Force
        Get-IvsChannel | Should -BeNullOrEmpty
        Get-IvsStreamKey $channel.StreamKey.Arn -ErrorVariable gone -ErrorAction SilentlyContinue
        Get-ErrorId $gone[0] | Should -Be 'ResourceNotFoundException'
    }

    It 'are not removed while they are live' {
        $channel = New-IvsChannel
        $null = Invoke-RestMethod "$($emulator.Url)/_emulator/channels/$([uri]::EscapeDataString($channel.Arn))/stream" -Method Post -Body '{"state":"LIVE"}'
        Remove-IvsChannel $channel.Arn -Force -ErrorVariable live -ErrorAction SilentlyContinue
        Get-ErrorId $live[0] | Should -Be 'ConflictException'
        $live[0].ErrorDetails.RecommendedAction | Should -Match 'live'
    }
}

Describe '500 channels' {
    BeforeAll {
        Reset-Emulator
        1..500 | New-IvsChannel -Name { "c$_" } -ThrottleLimit 1 | Out-Null
    }
    BeforeEach { $emulator.ClearRequests() }

    It 'come in five pages, whole and in order' {
        (Get-IvsChannel).Name | Should -Be (1..500 | ForEach-Object { "c$_" })
        (Get-Sent ListChannels).Count | Should -Be 5
    }

    It 'cost one page when only the first is wanted' {
        (Get-IvsChannel | Select-Object -First 1).Name | Should -Be 'c1'
        (Get-Sent ListChannels).Count | Should -Be 1
    }

    It 'come in ten batches by ARN, in the order asked for' {
        $arns = (Get-IvsChannel).Arn
        [array]::Reverse($arns)
        $emulator.ClearRequests()
        ($arns | Get-IvsChannel).Arn | Should -Be $arns
        (Get-Sent BatchGetChannel).Count | Should -Be 10
    }
}
