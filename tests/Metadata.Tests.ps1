BeforeAll { . $PSScriptRoot/Setup.ps1 }
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'Write-IvsMetadata' {
    BeforeEach {
        Reset-Emulator
        $channel = New-IvsChannel
        $emulator.Streams.Start($channel.Arn)
        $emulator.ClearRequests()
    }

    It 'sends metadata in the order of the input' {
        $channel = New-IvsChannel
        $emulator.Streams.Start($channel.Arn)
        1..5 | ForEach-Object { "m$_" } | Write-IvsMetadata $channel.Arn
        (Get-Sent PutMetadata).Body | ForEach-Object { ($_ | ConvertFrom-Json).metadata } | Should -Be 'm1', 'm2', 'm3', 'm4', 'm5'
    }

    It 'sends text to a channel, to piped channels, and piped text to a channel' {
        Write-IvsMetadata $channel.Arn '{"question":1}'
        Get-IvsStream | Write-IvsMetadata -Metadata 'two'
        $channel | Write-IvsMetadata -Metadata 'three'
        'four' | Write-IvsMetadata -ChannelArn $channel.Arn
        ((Get-Sent PutMetadata).Body | ConvertFrom-Json).metadata | Should -Be '{"question":1}', 'two', 'three', 'four'
        (Get-Sent PutMetadata).Status | Should -Be 204, 204, 204, 204
    }

    It 'accepts 1,024 bytes and rejects <Bytes> before a request' -ForEach @(
        @{ Text = 'a' * 1025; Bytes = 1025 }
        @{ Text = 'é' * 513; Bytes = 1026 }
        @{ Text = '😀' * 257; Bytes = 1028 }
        @{ Text = ''; Bytes = 0 }
    ) {
        { Write-IvsMetadata $channel.Arn $Text } | Should -Throw "*$Bytes bytes*1 to 1024*" -ErrorId 'ParameterArgumentValidationError,*'
        $emulator.Requests.Count | Should -Be 0
        Write-IvsMetadata $channel.Arn ('é' * 512) -ErrorAction Stop
    }

    It 'requires a live channel' {
        $emulator.Streams.End($channel.Arn)
        Write-IvsMetadata $channel.Arn x -ErrorVariable silent -ErrorAction SilentlyContinue
        Get-ErrorId $silent[0] | Should -Be 'ChannelNotBroadcasting'
    }
}
