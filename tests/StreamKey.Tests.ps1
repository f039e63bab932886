BeforeAll { . $PSScriptRoot/Setup.ps1 }
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'New-IvsStreamKey' {
    BeforeEach {
        Reset-Emulator
        $channels = 1..3 | ForEach-Object { New-IvsChannel -Name "c$_" }
        $channels.StreamKey | Remove-IvsStreamKey -Force
        $emulator.ClearRequests()
    }

    It 'accepts channels, ARNs and the rows of a CSV' {
        $keys = Get-IvsChannel | New-IvsStreamKey
        $keys.ChannelArn | Should -Be $channels.Arn
        $keys | Remove-IvsStreamKey -Force
        $keys = $channels.Arn | New-IvsStreamKey
        $keys.ChannelArn | Should -Be $channels.Arn
        $keys | Remove-IvsStreamKey -Force
        $channels | Select-Object @{ n = 'ChannelArn'; e = { $_.Arn } } | Export-Csv $TestDrive/channels.csv
        (Import-Csv $TestDrive/channels.csv | New-IvsStreamKey).ChannelArn | Should -Be $channels.Arn
    }

    It 'sends the tags of the new key' {
        $key = New-IvsStreamKey $channels[0].Arn -Tag @{ env = 'prod' }
        $key.Tags.env | Should -Be 'prod'
        ((Get-Sent CreateStreamKey)[0].Body | ConvertFrom-Json).tags.env | Should -Be 'prod'
    }

    It 'rejects an ARN with <Why> before a request is sent, and the error contains an example' -ForEach @(
        @{ Why = 'capital letters'; Arn = 'ARN:AWS:IVS:us-west-2:123456789012:channel/abcd' }
        @{ Why = 'a capital Region'; Arn = 'arn:aws:ivs:US-WEST-2:123456789012:channel/abcd' }
        @{ Why = 'a line feed'; Arn = "arn:aws:ivs:us-west-2:123456789012:channel/abcd`n" }
        @{ Why = '129 characters'; Arn = 'arn:aws:ivs:us-west-2:123456789012:channel/' + 'a' * 86 }
        @{ Why = 'another partition'; Arn = 'arn:aws-cn:ivs:us-west-2:123456789012:channel/abcd' }
        @{ Why = 'another resource type'; Arn = 'arn:aws:ivs:us-west-2:123456789012:stream-key/abcd' }
        @{ Why = 'a Kelvin sign'; Arn = "arn:aws:ivs:us-west-2:123456789012:channel/abcd$([char]0x212A)" }
    ) {
        { New-IvsStreamKey -ChannelArn $Arn } |
            Should -Throw '*Example: arn:aws:ivs:*' -ErrorId 'ParameterArgumentValidationError,IvsTools.Commands.NewIvsStreamKeyCommand'
        $Arn | New-IvsStreamKey -ErrorVariable piped -ErrorAction SilentlyContinue
        $piped[0].Exception.Message | Should -Match 'Example: arn:aws:ivs:'
        $emulator.Requests.Count | Should -Be 0
    }

    It 'accepts an ARN of 128 characters' {
        $arn = 'arn:aws:ivs:us-west-2:123456789012:channel/' + 'a' * 85
        New-IvsStreamKey -ChannelArn $arn -ErrorVariable rejected -ErrorAction SilentlyContinue
        Get-ErrorId $rejected[0] | Should -Be 'ResourceNotFoundException'
    }

    It 'recommends the next step if the channel already has a key' {
        $null = New-IvsStreamKey $channels[0].Arn
        New-IvsStreamKey $channels[0].Arn -ErrorVariable rejected -ErrorAction SilentlyContinue
        $rejected[0].FullyQualifiedErrorId | Should -Be 'ServiceQuotaExceededException,IvsTools.Commands.NewIvsStreamKeyCommand'
        $rejected[0].CategoryInfo.Category | Should -Be 'QuotaExceeded'
        $rejected[0].TargetObject | Should -Be $channels[0].Arn
        $rejected[0].ErrorDetails.RecommendedAction | Should -Match 'Reset-IvsStreamKey'
        $rejected[0].Exception.Operation | Should -Be 'CreateStreamKey'
        $rejected[0].Exception.RequestId | Should -Be (Get-Sent CreateStreamKey)[-1].RequestId
    }
}

Describe 'A stream key' {
    BeforeAll { Reset-Emulator; $key = (New-IvsChannel).StreamKey }

    It 'is masked in <_>' -ForEach 'Out-String', 'Format-List', 'Format-Table', 'a string', 'mixed output' {
        $shown = switch ($_) {
            'Out-String' { $key | Out-String }
            'Format-List' { $key | Format-List | Out-String }
            'Format-Table' { $key | Format-Table | Out-String }
            'a string' { "$key" }
            'mixed output' { $emulator, $key | Out-String; [pscustomobject]@{ a = 1 }, $key | Out-String }
        }
        "$shown" | Should -Not -Match ([regex]::Escape($key.Value))
        "$shown" | Should -Not -Match ([regex]::Escape($key.Value.Split('_')[-1]))
    }

    It 'contains the plain value, and the Region and account of the key' {
        $key.Value | Should -Match '^sk_us-west-2_'
        $key.MaskedValue | Should -Be 'sk_us-west-2_••••'
        $key.Region | Should -Be 'us-west-2'
        $key.AccountId | Should -Be '123456789012'
    }

    It 'does not appear in the verbose stream' {
        $said = Get-IvsStreamKey $key.Arn -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        "$said" | Should -Match 'GetStreamKey in us-west-2 at http://127.0.0.1:\d+/?: request [0-9a-f-]{36}, \d+ ms'
        "$said" | Should -Not -Match 'sk_'
    }
}

Describe 'Get-IvsStreamKey' {
    BeforeAll {
        Reset-Emulator
        $channels = 1..60 | ForEach-Object { New-IvsChannel -Name "c$_" }
    }
    BeforeEach { $emulator.ClearRequests() }

    It 'reads one key with GetStreamKey' {
        (Get-IvsStreamKey $channels[0].StreamKey.Arn).Value | Should -Be $channels[0].StreamKey.Value
        $emulator.Requests.Operation | Should -Be 'GetStreamKey'
    }

    It 'reads many keys in batches of 50, in order' {
        (Get-IvsStreamKey -Arn $channels.StreamKey.Arn).Value | Should -Be $channels.StreamKey.Value
        $emulator.Requests.Operation | Should -Be 'BatchGetStreamKey', 'BatchGetStreamKey'
        $emulator.ClearRequests()
        ($channels.StreamKey.Arn | Get-IvsStreamKey -ThrottleLimit 5).Value | Should -Be $channels.StreamKey.Value
        $emulator.Requests.Count | Should -Be 2
    }

    It 'writes an error for each ARN that a batch does not find' {
        $gone = 'arn:aws:ivs:us-west-2:123456789012:stream-key/gone'
        $found = $channels[0].StreamKey.Arn, $gone, $channels[1].StreamKey.Arn |
            Get-IvsStreamKey -ErrorVariable missing -ErrorAction SilentlyContinue
        $found.Count | Should -Be 2
        Get-ErrorId $missing[0] | Should -Be 'ResourceNotFoundException'
        $missing[0].TargetObject | Should -Be $gone
    }

    It 'returns the keys of channels' {
        (Get-IvsStreamKey -ChannelArn $channels[0].Arn).Value | Should -Be $channels[0].StreamKey.Value
        (Get-IvsChannel -FilterByName c7 | Get-IvsStreamKey).Value | Should -Be $channels[6].StreamKey.Value
        ($channels[0, 1].Arn | Get-IvsStreamKey).Value | Should -Be $channels[0, 1].StreamKey.Value
        (Get-IVSStreamKeyList $channels[0].Arn).Value | Should -Be $channels[0].StreamKey.Value
    }

    It 'returns the keys in the order of the inputs, even if the inputs contain ARNs of keys and of channels' {
        $arns = $channels[0].StreamKey.Arn, $channels[1].Arn, $channels[2].StreamKey.Arn
        (Get-IvsStreamKey $arns).ChannelArn | Should -Be $channels[0..2].Arn
        ($arns | Get-IvsStreamKey -ThrottleLimit 2).ChannelArn | Should -Be $channels[0..2].Arn
    }

    It 'writes an error with the ARN of a key that cannot be read, and returns the keys of the other channels' {
        $emulator.Faults.Fail('GetStreamKey', 'AccessDeniedException', 1)
        $found = $channels[0..1].Arn | Get-IvsStreamKey -ErrorVariable denied -ErrorAction SilentlyContinue
        $found.ChannelArn | Should -Be $channels[1].Arn
        $denied.TargetObject | Should -Be $channels[0].StreamKey.Arn
    }

    It 'lists one page if a page is requested' {
        Get-IVSStreamKeyList $channels[0].Arn -MaxResult 10 -Select StreamKeys.Arn | Should -Be $channels[0].StreamKey.Arn
        (Get-IVSStreamKeyList -ChannelArn $channels[0].Arn -NoAutoIteration).Value | Should -BeNullOrEmpty
        (Get-Sent ListStreamKeys).Body | Should -Match '"maxResults":(10|50)'
        (Get-Sent GetStreamKey).Count | Should -Be 0
    }
}

Describe 'Reset-IvsStreamKey' {
    BeforeEach {
        Reset-Emulator
        $channel = New-IvsChannel -Name studio -Tag @{ env = 'prod' }
        $emulator.ClearRequests()
    }

    It 'returns a new key with the same tags' {
        $key = Reset-IvsStreamKey $channel.Arn -Force
        $key.Value | Should -Not -Be $channel.StreamKey.Value
        $key.Tags.env | Should -Be 'prod'
        $emulator.Requests.Operation | Should -Be 'ListStreamKeys', 'DeleteStreamKey', 'CreateStreamKey'
    }

    It 'retries the creation of the new key' {
        $emulator.Faults.Fail('CreateStreamKey', 'ValidationException', 2)
        (Reset-IvsStreamKey $channel.Arn -Force).Value | Should -Match '^sk_'
        (Get-Sent CreateStreamKey).Count | Should -Be 3
    }

    It 'finds a key if the response to its creation was lost' {
        $emulator.Faults.Break('CreateStreamKey', 'GarbageJson', 1)
        $key = Reset-IvsStreamKey $channel.Arn -Force
        (Get-IvsStreamKey -ChannelArn $channel.Arn).Value | Should -Be $key.Value
    }

    It 'continues if the response to the deletion was lost' {
        $emulator.Faults.Break('DeleteStreamKey', 'Html', 1)
        $key = Reset-IvsStreamKey $channel.Arn -Force
        $key.Value | Should -Match '^sk_'
        $key.Value | Should -Not -Be $channel.StreamKey.Value
    }

    It 'reports that the channel has no key if the creation fails, and recommends the next step' {
        $emulator.Faults.Fail('CreateStreamKey', 'ValidationException', 3)
        Reset-IvsStreamKey $channel.Arn -Force -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-ErrorId $failed[0] | Should -Be 'ChannelHasNoStreamKey'
        $failed[0].CategoryInfo.Category | Should -Be 'InvalidOperation'
        $failed[0].Exception.Message | Should -Match 'has no stream key now'
        $failed[0].ErrorDetails.RecommendedAction | Should -Match 'New-IvsStreamKey'
        Get-IvsStreamKey -ChannelArn $channel.Arn | Should -BeNullOrEmpty
    }

    It 'changes nothing if the old key cannot be deleted' {
        $emulator.Faults.Fail('DeleteStreamKey', 'AccessDeniedException')
        Reset-IvsStreamKey $channel.Arn -Force -ErrorVariable failed -ErrorAction SilentlyContinue
        Get-ErrorId $failed[0] | Should -Be 'AccessDeniedException'
        (Get-IvsStreamKey -ChannelArn $channel.Arn).Value | Should -Be $channel.StreamKey.Value
    }

    It 'prompts for confirmation, and -WhatIf has priority over -Force' {
        $type = (Get-Command Reset-IvsStreamKey).ImplementingType
        $type.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false).ConfirmImpact | Should -Be 'High'
        Reset-IvsStreamKey $channel.Arn -Force -WhatIf
        $emulator.Requests.Count | Should -Be 0
    }

    It 'prompts with -Force -Confirm' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript(
            "Import-Module '$PSScriptRoot/../IvsTools.psd1'
            Reset-IvsStreamKey $($channel.Arn) -Force -Confirm -EndpointUrl $($emulator.Url)"
        )
        # This host does not have a user interface, so the prompt causes an error.
        $shell.Invoke() | Should -BeNullOrEmpty
        $shell.Streams.Error | Should -BeLike '*prompts the user failed*'
        $shell.Dispose()
        $emulator.Requests.Count | Should -Be 0
        (Reset-IvsStreamKey $channel.Arn -Force -Confirm:$false).ChannelArn | Should -Be $channel.Arn
    }
}
