BeforeAll { . $PSScriptRoot/Setup.ps1 }
AfterAll { $emulator | Stop-IvsEmulator }

Describe '-Select' {
    BeforeEach { Reset-Emulator }

    It 'with the value ^Arn, returns every ARN that -Arn specifies' {
        $made = 1..2 | ForEach-Object { New-IvsPlaybackRestrictionPolicy -Name "p$_" }
        Remove-IvsPlaybackRestrictionPolicy -Arn $made.Arn -Select '^Arn' -Force | Should -Be $made.Arn
    }

    It "returns the complete response with '*'" {
        $response = New-IvsChannel studio -Select '*'
        $response.Channel.Name | Should -Be 'studio'
        $response.StreamKey.ChannelArn | Should -Be $response.Channel.Arn
        ($response | Out-String) | Should -Not -Match ([regex]::Escape($response.StreamKey.Value))
        Get-IvsChannel $response.Channel.Arn -Select * | Should -BeOfType ([IvsTools.Service.GetChannelResponse])
    }

    It 'returns a member by its path, in upper or lower case' {
        New-IvsChannel studio -Select StreamKey.Value | Should -Match '^sk_'
        New-IvsChannel two -Select channel.tags | Should -BeOfType ([System.Collections.IDictionary])
        Get-IvsChannel -Select Channels.Name | Should -Be 'studio', 'two'
        Get-IvsChannelList -MaxResult 1 -NoAutoIteration -Select NextToken | Should -Not -BeNullOrEmpty
        $channel = New-IvsChannel -Tag @{ env = 'prod' }
        $channel.Arn | Get-IvsResourceTag -Select Tags.env | Should -Be 'prod'
    }

    It 'returns the value of the parameter whose name follows ^, for each input' {
        'a', 'b' | New-IvsChannel -Name { $_ } -Select ^Name | Should -Be 'a', 'b'
        $arn = (Get-IvsChannel)[0].Arn
        $arn | Remove-IvsChannel -Force -Select ^ChannelArn | Should -Be $arn
        1..3 | ForEach-Object { $null = New-IvsChannel }
        $emulator.ClearRequests()
        Get-IvsChannel -MaxResult 1 -Select ^MaxResult | Should -Be 1
        (Get-Sent ListChannels).Count | Should -Be 4
    }

    It 'with the value ^Arn, returns the ARN of a piped resource' {
        $channel = New-IvsChannel -Name studio
        $policy = New-IvsPlaybackRestrictionPolicy -Name studio
        Get-IvsChannel | Update-IvsChannel -LatencyMode LOW -Select ^Arn | Should -Be $channel.Arn
        $policy | Update-IvsPlaybackRestrictionPolicy -Name lobby -Select ^Arn | Should -Be $policy.Arn
        $channel | Get-IvsStreamKey -Select ^ChannelArn | Should -Be $channel.Arn
    }

    It 'with the value ^Arn, returns every ARN of a batch' {
        $made = 1..51 | ForEach-Object { New-IvsChannel }
        Get-IvsChannelBatch $made.Arn -Select ^Arn | Should -Be $made.Arn
        (Get-Sent BatchGetChannel).Count | Should -Be 2
    }

    It 'does not change which operation a cmdlet calls, even with several ARNs or an alias of the cmdlet' {
        $made = 1..2 | ForEach-Object { New-IvsChannel -Name "c$_" }
        Set-Alias Get-MyBatch Get-IvsChannel
        Set-Alias mine Get-IvsChannelBatch
        $emulator.ClearRequests()
        mine -Arn $made.Arn -Select Channels.Name | Should -Be 'c1', 'c2'
        $made.Arn | Get-MyBatch -Select Channel.Name | Should -Be 'c1', 'c2'
        Get-MyBatch -Arn $made.Arn -Select Channel.Name | Should -Be 'c1', 'c2'
        $emulator.Requests.Operation | Should -Be 'BatchGetChannel', 'GetChannel', 'GetChannel', 'GetChannel', 'GetChannel'
    }

    It 'writes an error for each failed item of a batch, unless the output contains the errors' {
        $arn = (New-IvsChannel -Name there).Arn
        Get-IvsChannelBatch $arn, "$($arn)x" -Select Channels.Name -ErrorVariable missing -ErrorAction SilentlyContinue | Should -Be 'there'
        $missing.TargetObject | Should -Be "$($arn)x"
        $all = Get-IvsChannelBatch $arn, "$($arn)x" -ErrorVariable none
        $all.Channels.Name | Should -Be 'there'
        $all.Errors.Arn | Should -Be "$($arn)x"
        (Get-IvsChannelBatch $arn, "$($arn)x" -Select Errors.Code -ErrorVariable +none) | Should -Be 'ResourceNotFoundException'
        $none | Should -BeNullOrEmpty
    }

    It 'returns the status of an empty response' {
        $channel = New-IvsChannel
        (Add-IvsResourceTag $channel.Arn -Tag @{ a = 'b' } -Select *).HttpStatusCode | Should -Be 'OK'
        ($channel | Remove-IvsChannel -Force -Select *).HttpStatusCode | Should -Be 'NoContent'
        New-IvsChannel | Remove-IvsChannel -Force | Should -BeNullOrEmpty
    }

    It 'sends nothing and throws an error that lists the valid names if the name does not exist: <Select>' -ForEach @(
        @{
            Select = 'Chanel'
            Message = "*CreateChannelResponse does not have the member 'Chanel'. Valid names: *, Channel, StreamKey. Nothing was sent.*"
        }
        @{ Select = 'Channel.Nam'; Message = "*Channel does not have the member 'Nam'. Valid names: *Name*" }
        @{ Select = '^Nam'; Message = "*parameter 'Nam' does not exist. Valid names: *^Name*" }
    ) {
        { New-IvsChannel -Select $Select -ErrorAction SilentlyContinue } |
            Should -Throw $Message -ErrorId 'UnknownSelection,IvsTools.Commands.NewIvsChannelCommand'
        $emulator.Requests.Count | Should -Be 0
    }
}
