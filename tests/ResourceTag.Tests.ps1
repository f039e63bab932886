BeforeAll { . $PSScriptRoot/Setup.ps1 }
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'Tags' {
    BeforeEach { Reset-Emulator }

    It 'are added to, read from and removed from <Kind>' -ForEach @(
        @{ Kind = 'a channel'; Make = { New-IvsChannel } }
        @{ Kind = 'a stream key'; Make = { (New-IvsChannel).StreamKey } }
        @{ Kind = 'a key pair'; Make = { New-PublicPem | Import-IvsPlaybackKeyPair } }
        @{ Kind = 'a policy'; Make = { New-IvsPlaybackRestrictionPolicy } }
        @{ Kind = 'a recording configuration'; Make = { New-IvsRecordingConfiguration rec recordings } }
        @{
            Kind = 'an ad configuration'
            Make = { New-IvsAdConfiguration arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/p1 }
        }
    ) {
        $resource = & $Make
        $resource | Add-IvsResourceTag -Tag @{ env = 'prod'; number = 2 }
        $resource | Add-IvsResourceTag -Tag @{ env = 'test' }
        $tags = $resource | Get-IvsResourceTag
        $tags.env | Should -Be 'test'
        $tags['number'] | Should -Be '2'
        $resource | Remove-IvsResourceTag -TagKey number -Force
        (Get-IvsResourceTag $resource.Arn).Keys | Should -Be 'env'
    }

    It 'are read from the channel if the input object has a ChannelArn property' {
        $channel = New-IvsChannel -Tag @{ env = 'prod' }
        $emulator.Streams.Start($channel.Arn)
        (Get-IvsStream | Get-IvsResourceTag).env | Should -Be 'prod'
    }

    It 'are exported to a CSV as key=value text' {
        $channel = New-IvsChannel -Tag @{ team = 'live'; env = 'prod' }
        ($channel | ConvertTo-Csv | ConvertFrom-Csv).Tags | Should -BeExactly 'env=prod; team=live'
    }

    It 'are sent and received unchanged' {
        $channel = New-IvsChannel
        Add-IvsResourceTag $channel.Arn @{ 'a b/c+d' = 'ü:=@' ; '𐐷' = '' }
        (Get-IvsResourceTag $channel.Arn)['a b/c+d'] | Should -Be 'ü:=@'
        Remove-IvsResourceTag $channel.Arn -TagKey 'a b/c+d', '𐐷' -Force
        (Get-IvsResourceTag $channel.Arn).Count | Should -Be 0
    }

    It 'can be removed, up to 50 keys per call and 128 code points per key' {
        $channel = New-IvsChannel
        Remove-IvsResourceTag $channel.Arn -TagKey ('𐐷' * 128) -Force -ErrorAction Stop
        { Remove-IvsResourceTag $channel.Arn -TagKey ('𐐷' * 129) -Force } | Should -Throw '*129*'
        { Remove-IvsResourceTag $channel.Arn -TagKey (1..51) -Force } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'cannot be read from a resource of another service or a resource that does not exist' {
        { Get-IvsResourceTag arn:aws:s3:::bucket } | Should -Throw '*is not the ARN of a resource*'
        Get-IvsResourceTag arn:aws:ivs:us-west-2:123456789012:channel/none -ErrorVariable none -ErrorAction SilentlyContinue
        Get-ErrorId $none[0] | Should -Be 'ResourceNotFoundException'
    }

    It 'are removed by their keys, and an object in place of a key is rejected: <Why>' -ForEach @(
        @{ Why = 'a hashtable'; Keys = { @{ team = 'video' } } }
        @{ Why = 'the tags of the resource'; Keys = { $channel.Tags } }
        @{ Why = 'an object in a list'; Keys = { 'stage', [pscustomobject]@{ Key = 'team' } } }
    ) {
        $channel = New-IvsChannel -Tag @{ team = 'video'; stage = 'test' }
        $emulator.ClearRequests()
        { $channel | Remove-IvsResourceTag -TagKey (& $Keys) -Force } |
            Should -Throw '*must be text, not an object*' -ErrorId 'ParameterArgumentTransformationError,*'
        (Get-Sent UntagResource).Count | Should -Be 0
        $channel | Remove-IvsResourceTag -TagKey $channel.Tags.Keys -Force
        (Get-IvsChannel $channel.Arn).Tags.Count | Should -Be 0
    }

    It 'are not removed with -WhatIf' {
        $channel = New-IvsChannel -Tag @{ a = 'b' }
        $channel | Remove-IvsResourceTag -TagKey a -WhatIf
        (Get-IvsResourceTag $channel.Arn).a | Should -Be 'b'
    }
}
