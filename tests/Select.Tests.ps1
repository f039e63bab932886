BeforeAll { . $PSScriptRoot/Setup.ps1 }
AfterAll { $emulator | Stop-IvsEmulator }

Describe '-Select' {
    BeforeEach { Reset-Emulator }

    It 'gives of a parameter of many values the one that was at hand' {
        $made = 1..2 | ForEach-Object { New-IvsPlaybackRestrictionPolicy -Name "p$_" }
        Remove-IvsPlaybackRestrictionPolicy -Arn $made.Arn -Select '^Arn' -Force | Should -Be $made.Arn
    }

    It "gives the whole response with '*'" {
        $response = New-IvsChannel studio -Select '*'
        $response.Channel.Name | Should -Be 'studio'
        $response.StreamKey.ChannelArn | Should -Be $response.Channel.Arn
        ($response | Out-String) | Should -Not -Match ([regex]::Escape($response.StreamKey.Value))
        Get-IvsChannel $response.Channel.Arn -Select * | Should -BeOfType ([IvsTools.Service.GetChannelResponse])
    }

    It 'gives a member, by path and in either case' {
        New-IvsChannel studio -Select StreamKey.Value | Should -Match '^sk_'
        New-IvsChannel two -Select channel.tags | Should -BeOfType ([System.Collections.IDictionary])
        Get-IvsChannel -Select Channels.Name | Should -Be 'studio', 'two'
        Get-IvsChannelList -MaxResult 1 -NoAutoIteration -Select NextToken | Should -Not -BeNullOrEmpty
        $channel = New-IvsChannel -Tag @{ env = 'prod' }
        $channel.Arn | Get-IvsResourceTag -Select Tags.env | Should -Be 'prod'
    }

    It 'gives a parameter with ^, of each input' {
        'a', 'b' | New-IvsChannel -Name { $_ } -Select ^Name | Should -Be 'a', 'b'
        $arn = (Get-IvsChannel)[0].Arn
        $arn | Remove-IvsChannel -Force -Select ^ChannelArn | Should -Be $arn
    }

    It 'picks by the name that the cmdlet is called by' {
        $made = 1..2 | ForEach-Object { New-IvsChannel -Name "c$_" }
        $emulator.ClearRequests()
        Get-IVSChannelBatch -Arn $made.Arn -Select Channels.Name | Should -Be 'c1', 'c2'
        $made.Arn | Get-IvsChannel -Select Channel.Name | Should -Be 'c1', 'c2'
        $emulator.Requests.Operation | Should -Be 'BatchGetChannel', 'GetChannel', 'GetChannel'
    }

    It 'keeps the errors of a batch' {
        $arn = (New-IvsChannel -Name there).Arn
        Get-IvsChannelBatch $arn, "$($arn)x" -Select Channels.Name -ErrorVariable missing -ErrorAction SilentlyContinue | Should -Be 'there'
        $missing.TargetObject | Should -Be "$($arn)x"
    }

    It 'writes nothing of a response that has nothing' {
        New-IvsChannel | Remove-IvsChannel -Force -Select * | Should -BeNullOrEmpty
    }

    It 'ends the pipeline when there is no such thing, says what there is, and sends nothing: <Select>' -ForEach @(
        @{ Select = 'Chanel'; Message = "*CreateChannelResponse does not have the member 'Chanel'. Valid names: *, Channel, StreamKey. Nothing was sent.*" }
        @{ Select = 'Channel.Nam'; Message = "*Channel does not have the member 'Nam'. Valid names: *Name*" }
        @{ Select = '^Nam'; Message = "*parameter 'Nam' does not exist. Valid names: *^Name*" }
    ) {
        { New-IvsChannel -Select $Select -ErrorAction SilentlyContinue } | Should -Throw $Message -ErrorId 'UnknownSelection,IvsTools.Commands.NewIvsChannelCommand'
        $emulator.Requests.Count | Should -Be 0
    }
}
