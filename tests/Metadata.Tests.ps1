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

    It 'accepts the channel and the text as arguments, and either of them from the pipeline' {
        Write-IvsMetadata $channel.Arn '{"question":1}'
        Get-IvsStream | Write-IvsMetadata -Metadata 'two'
        $channel | Write-IvsMetadata -Metadata 'three'
        'four' | Write-IvsMetadata -ChannelArn $channel.Arn
        ((Get-Sent PutMetadata).Body | ConvertFrom-Json).metadata | Should -Be '{"question":1}', 'two', 'three', 'four'
        (Get-Sent PutMetadata).Status | Should -Be 204, 204, 204, 204
    }

    It 'rejects metadata of <Bytes> bytes before a request is sent, but accepts 1,024 bytes' -ForEach @(
        @{ Text = 'a' * 1025; Bytes = 1025 }
        @{ Text = 'é' * 513; Bytes = 1026 }
        @{ Text = '😀' * 257; Bytes = 1028 }
        @{ Text = ''; Bytes = 0 }
    ) {
        { Write-IvsMetadata $channel.Arn $Text } | Should -Throw "*$Bytes bytes*1 to 1024*" -ErrorId 'ParameterArgumentValidationError,*'
        $emulator.Requests.Count | Should -Be 0
        Write-IvsMetadata $channel.Arn ('é' * 512) -ErrorAction Stop
    }

    It 'sends <Value> as text' -ForEach @(
        @{ Value = 42; Text = '42' }
        @{ Value = 1.5; Text = '1.5' }
        @{ Value = 12345678901234567890d; Text = '12345678901234567890' }
        @{ Value = $true; Text = 'True' }
        @{ Value = [char]'x'; Text = 'x' }
    ) {
        Write-IvsMetadata $channel.Arn $Value
        $Value | Write-IvsMetadata -ChannelArn $channel.Arn
        ((Get-Sent PutMetadata).Body | ConvertFrom-Json).metadata | Should -BeExactly $Text, $Text
    }

    It 'rejects <Type> with one error before a request is sent, and continues' -ForEach @(
        @{ Type = 'Hashtable'; Value = @{ a = 1 } }
        @{ Type = 'OrderedDictionary'; Value = [ordered]@{ a = 1 } }
        @{ Type = 'FileInfo'; Value = [System.IO.FileInfo]::new('cue.json') }
        @{ Type = 'DateTime'; Value = [datetime]'2026-01-01' }
        @{ Type = 'PSCustomObject'; Value = [pscustomobject]@{ a = 1 } }
        @{ Type = 'String[]'; Value = , ('a', 'b') }
    ) {
        { Write-IvsMetadata $channel.Arn ($Type -eq 'String[]' ? [string[]]$Value[0] : $Value) } |
            Should -Throw -ErrorId 'ParameterArgumentTransformationError,*' -ExpectedMessage (
                "*must be text, not $([WildcardPattern]::Escape($Type))*ConvertTo-Json -Compress*")
        $emulator.Requests.Count | Should -Be 0
        'before', $Value, 'after' | Write-IvsMetadata -ChannelArn $channel.Arn -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId @($failed)[0] | Should -Be 'ParameterArgumentTransformationError'
        @($failed).Count | Should -Be 1
        ((Get-Sent PutMetadata).Body | ConvertFrom-Json).metadata | Should -Be 'before', 'after'
    }

    It 'rejects a channel from the pipeline without -Metadata' {
        $channel | Write-IvsMetadata -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId @($failed)[0] | Should -Be 'ParameterArgumentTransformationError'
        @($failed).Count | Should -Be 1
        $emulator.Requests.Count | Should -Be 0
    }

    It 'reads the channel and the metadata from the columns of a row or the properties of an object' {
        [pscustomobject]@{ ChannelArn = $channel.Arn; Metadata = 'row' } | Write-IvsMetadata
        $class = [scriptblock]::Create('class Cue { [string] $ChannelArn; [object] $Metadata }; [Cue]::new()').Invoke()[0]
        $class.ChannelArn, $class.Metadata = $channel.Arn, 7
        $class | Write-IvsMetadata
        ((Get-Sent PutMetadata).Body | ConvertFrom-Json).metadata | Should -Be 'row', '7'
    }

    It 'requires a live channel' {
        $emulator.Streams.End($channel.Arn)
        Write-IvsMetadata $channel.Arn x -ErrorVariable silent -ErrorAction SilentlyContinue
        Get-ErrorId $silent[0] | Should -Be 'ChannelNotBroadcasting'
    }
}
