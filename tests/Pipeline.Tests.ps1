# Every cmdlet that accepts pipeline input must complete an input before it reads the next one.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../IvsTools.psd1"
    $arn = { param($type) "arn:aws:ivs:us-west-2:123456789012:$type/gone" }
    # Good:      a script block that returns three valid inputs
    # Bad:       an input that causes an error
    # With:      the other arguments of the cmdlet
    # Operation: the operation that the cmdlet calls for each input
    # Silent:    true if the cmdlet does not return output
    $table = @{
        'Add-IvsAdBreak'                        = @{
            Good = { 1..3 | ForEach-Object { New-LiveChannel -WithAds } | ForEach-Object Arn }
            Bad = & $arn channel
            With = @{ DurationSecond = 30 }
            Operation = 'InsertAdBreak'
        }
        'Add-IvsResourceTag'                    = @{
            Good = { (1..3 | ForEach-Object { New-IvsChannel }).Arn }
            Bad = & $arn channel
            With = @{ Tag = @{ a = 'b' } }
            Operation = 'TagResource'
            Silent = $true
        }
        'Get-IvsAdConfiguration'                = @{
            Good = { (1..3 | ForEach-Object { New-IvsAdConfiguration -MediaTailorPlaybackConfiguration $tailor }).Arn }
            Bad = & $arn ad-configuration
            Operation = 'GetAdConfiguration'
        }
        'Get-IvsChannel'                        = @{
            Good = { (1..3 | ForEach-Object { New-IvsChannel }).Arn }
            Bad = & $arn channel
            Operation = 'GetChannel'
        }
        'Get-IvsChannelBatch'                   = @{
            Good = { (1..3 | ForEach-Object { New-IvsChannel }).Arn }
            Bad = 'not an ARN'
            Operation = 'BatchGetChannel'
        }
        'Get-IvsChannelList'                    = @{
            Good = { 'a', 'b', 'c' | ForEach-Object { (New-IvsChannel -Name $_).Name } }
            Bad = 'not a name'
            Operation = 'ListChannels'
        }
        'Get-IvsPlaybackKeyFile'                = @{ Good = { (1..3 | ForEach-Object { New-KeyFile }).PublicKeyPath }; Bad = 'none.pem' }
        'Get-IvsPlaybackKeyPair'                = @{
            Good = { (1..3 | ForEach-Object { New-PublicPem | Import-IvsPlaybackKeyPair }).Arn }
            Bad = & $arn playback-key
            Operation = 'GetPlaybackKeyPair'
        }
        'Get-IvsPlaybackRestrictionPolicy'      = @{
            Good = { (1..3 | ForEach-Object { New-IvsPlaybackRestrictionPolicy }).Arn }
            Bad = & $arn playback-restriction-policy
            Operation = 'GetPlaybackRestrictionPolicy'
        }
        'Get-IvsRecordingConfiguration'         = @{
            Good = { (1..3 | ForEach-Object { New-IvsRecordingConfiguration -BucketName bucket }).Arn }
            Bad = & $arn recording-configuration
            Operation = 'GetRecordingConfiguration'
        }
        'Get-IvsResourceTag'                    = @{
            Good = { (1..3 | ForEach-Object { New-IvsChannel -Tag @{ a = 'b' } }).Arn }
            Bad = & $arn channel
            Operation = 'ListTagsForResource'
        }
        'Get-IvsStream'                         = @{
            Good = { 1..3 | ForEach-Object { New-LiveChannel } | ForEach-Object Arn }
            Bad = & $arn channel
            Operation = 'GetStream'
        }
        'Get-IvsStreamKey'                      = @{
            Good = { (1..3 | ForEach-Object { New-IvsChannel }).StreamKey.Arn }
            Bad = & $arn stream-key
            Operation = 'GetStreamKey'
        }
        'Get-IvsStreamKeyBatch'                 = @{
            Good = { (1..3 | ForEach-Object { New-IvsChannel }).StreamKey.Arn }
            Bad = 'not an ARN'
            Operation = 'BatchGetStreamKey'
        }
        'Get-IvsStreamList'                     = @{
            Good = {
                'STARVING', 'UNKNOWN', 'HEALTHY' | ForEach-Object { New-LiveChannel -Health $_; $_ } | Where-Object { $_ -is [string] }
            }
            Bad = 'no health'
            Operation = 'ListStreams'
        }
        'Get-IvsStreamSession'                  = @{
            Good = { 1..3 | ForEach-Object { New-LiveChannel } | ForEach-Object Arn }
            Bad = & $arn channel
            Operation = 'GetStreamSession'
        }
        'Get-IvsStreamSessionList'              = @{
            Good = { 1..3 | ForEach-Object { New-LiveChannel } | ForEach-Object Arn }
            Bad = & $arn channel
            Operation = 'ListStreamSessions'
        }
        'Import-IvsPlaybackKeyPair'             = @{
            Good = { 1..3 | ForEach-Object { New-PublicPem } }
            Bad = { New-PublicPem nistP256 }
            Operation = 'ImportPlaybackKeyPair'
        }
        'New-IvsAdConfiguration'                = @{
            Good = { 'a', 'b', 'c' }
            Bad = 'not a name'
            With = @{ MediaTailorPlaybackConfiguration = 'arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/ads' }
            Operation = 'CreateAdConfiguration'
        }
        'New-IvsChannel'                        = @{
            Good = { [pscustomobject]@{ Name = 'a' }, [pscustomobject]@{ Name = 'b' }, [pscustomobject]@{ Name = 'c' } }
            Bad = [pscustomobject]@{ Name = 'not a name' }
            Operation = 'CreateChannel'
        }
        'New-IvsPlaybackKeyPair'                = @{ Good = { 1..3 | ForEach-Object { "k$([guid]::NewGuid())" } }; Bad = 'not a name' }
        'New-IvsPlaybackRestrictionPolicy'      = @{
            Good = { [pscustomobject]@{ Name = 'a' }, [pscustomobject]@{ Name = 'b' }, [pscustomobject]@{ Name = 'c' } }
            Bad = [pscustomobject]@{ Name = 'not a name' }
            Operation = 'CreatePlaybackRestrictionPolicy'
        }
        'New-IvsRecordingConfiguration'         = @{
            Good = { 'a', 'b', 'c' }
            Bad = 'not a name'
            With = @{ BucketName = 'bucket' }
            Operation = 'CreateRecordingConfiguration'
        }
        'New-IvsStreamKey'                      = @{
            Good = { (1..3 | ForEach-Object { New-IvsChannel } | ForEach-Object { $_.StreamKey | Remove-IvsStreamKey -Force; $_ }).Arn }
            Bad = & $arn channel
            Operation = 'CreateStreamKey'
        }
        'New-IvsViewerToken'                    = @{
            Good = { 'a', 'b', 'c' | ForEach-Object { [pscustomobject]@{ ViewerId = $_ } } }
            Bad = [pscustomobject]@{ ViewerId = 'x' * 41 }
            With = { @{ ChannelArn = 'arn:aws:ivs:us-west-2:123456789012:channel/a'; PrivateKeyPath = (New-KeyFile).PrivateKeyPath } }
        }
        'Protect-IvsPlaybackKey'                = @{
            Good = { 1..3 | ForEach-Object { New-KeyFile } }
            Bad = [pscustomobject]@{ PrivateKeyPath = 'none.pem' }
            With = { @{ NewPassphrase = ConvertTo-Secret 'correct horse'; Force = $true } }
        }
        'Remove-IvsAdConfiguration'             = @{
            Good = { (1..3 | ForEach-Object { New-IvsAdConfiguration -MediaTailorPlaybackConfiguration $tailor }).Arn }
            Bad = & $arn ad-configuration
            With = @{ Force = $true }
            Operation = 'DeleteAdConfiguration'
            Silent = $true
        }
        'Remove-IvsChannel'                     = @{
            Good = { (1..3 | ForEach-Object { New-IvsChannel }).Arn }
            Bad = & $arn channel
            With = @{ Force = $true }
            Operation = 'DeleteChannel'
            Silent = $true
        }
        'Remove-IvsPlaybackKeyPair'             = @{
            Good = { (1..3 | ForEach-Object { New-PublicPem | Import-IvsPlaybackKeyPair }).Arn }
            Bad = & $arn playback-key
            With = @{ Force = $true }
            Operation = 'DeletePlaybackKeyPair'
            Silent = $true
        }
        'Remove-IvsPlaybackRestrictionPolicy'   = @{
            Good = { (1..3 | ForEach-Object { New-IvsPlaybackRestrictionPolicy }).Arn }
            Bad = & $arn playback-restriction-policy
            With = @{ Force = $true }
            Operation = 'DeletePlaybackRestrictionPolicy'
            Silent = $true
        }
        'Remove-IvsRecordingConfiguration'      = @{
            Good = { (1..3 | ForEach-Object { New-IvsRecordingConfiguration -BucketName bucket }).Arn }
            Bad = & $arn recording-configuration
            With = @{ Force = $true }
            Operation = 'DeleteRecordingConfiguration'
            Silent = $true
        }
        'Remove-IvsResourceTag'                 = @{
            Good = { (1..3 | ForEach-Object { New-IvsChannel -Tag @{ a = 'b' } }).Arn }
            Bad = & $arn channel
            With = @{ TagKey = 'a'; Force = $true }
            Operation = 'UntagResource'
            Silent = $true
        }
        'Remove-IvsStreamKey'                   = @{
            Good = { (1..3 | ForEach-Object { New-IvsChannel }).StreamKey.Arn }
            Bad = & $arn stream-key
            With = @{ Force = $true }
            Operation = 'DeleteStreamKey'
            Silent = $true
        }
        'Reset-IvsStreamKey'                    = @{
            Good = { (1..3 | ForEach-Object { New-IvsChannel }).Arn }
            Bad = & $arn channel
            With = @{ Force = $true }
            Operation = 'CreateStreamKey'
        }
        'Start-IvsStartViewerSessionRevocation' = @{
            Good = { 1..3 | ForEach-Object { [pscustomobject]@{ ViewerSession = @{ channelArn = (New-IvsChannel).Arn; viewerId = 'a' } } } }
            Bad = [pscustomobject]@{ ViewerSession = 'none' }
            Operation = 'BatchStartViewerSessionRevocation'
            Silent = $true
        }
        'Start-IvsViewerSessionRevocation'      = @{
            Good = { 'a', 'b', 'c' }
            Bad = 'x' * 41
            With = { @{ ChannelArn = (New-IvsChannel).Arn } }
            Operation = 'StartViewerSessionRevocation'
            Silent = $true
        }
        'Stop-IvsEmulator'                      = @{ Local = $true }
        'Stop-IvsStream'                        = @{
            Good = { 1..3 | ForEach-Object { New-LiveChannel } | ForEach-Object Arn }
            Bad = & $arn channel
            With = @{ Force = $true }
            Operation = 'StopStream'
            Silent = $true
        }
        'Test-IvsPlayback'                      = @{ Good = { (1..3 | ForEach-Object { New-IvsChannel }).PlaybackUrl }; Bad = 'not a URL' }
        'Test-IvsViewerToken'                   = @{ Good = { 'a.b.c', 'd.e.f', 'g.h.i' } }
        'Update-IvsAdConfiguration'             = @{
            Good = { (1..3 | ForEach-Object { New-IvsAdConfiguration -MediaTailorPlaybackConfiguration $tailor }).Arn }
            Bad = & $arn ad-configuration
            With = @{ Name = 'x' }
            Operation = 'UpdateAdConfiguration'
        }
        'Update-IvsChannel'                     = @{
            Good = { (1..3 | ForEach-Object { New-IvsChannel }).Arn }
            Bad = & $arn channel
            With = @{ Name = 'x' }
            Operation = 'UpdateChannel'
        }
        'Update-IvsPlaybackRestrictionPolicy'   = @{
            Good = { (1..3 | ForEach-Object { New-IvsPlaybackRestrictionPolicy }).Arn }
            Bad = & $arn playback-restriction-policy
            With = @{ Name = 'x' }
            Operation = 'UpdatePlaybackRestrictionPolicy'
        }
        'Write-IvsMetadata'                     = @{
            Good = { 1..3 | ForEach-Object { New-LiveChannel } | ForEach-Object Arn }
            Bad = & $arn channel
            With = @{ Metadata = 'x' }
            Operation = 'PutMetadata'
            Silent = $true
        }
    }
    $piped = (Get-Command -Module IvsTools -CommandType Cmdlet | Where-Object {
            $_.Parameters.Values.Attributes |
                Where-Object { $_ -is [Parameter] -and ($_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName) }
        }).Name
    $all = foreach ($name in $piped) { @{ Name = $name; Case = $table[$name] } }
    $writing = @($all | Where-Object { $_.Case -and -not $_.Case.Silent -and -not $_.Case.Local })
    $calling = @($all | Where-Object { $_.Case.Operation })
    $api = Get-Content "$PSScriptRoot/../src/IvsTools.Core/Service/ivs-api.json" -Raw | ConvertFrom-Json -AsHashtable
    # A retry of these operations could create a second resource.
    $unrepeatable = @($api.operations.Keys | Where-Object { $api.operations[$_].mayLeave })
    $creating = foreach ($operation in $unrepeatable) {
        ($calling | Where-Object { $_.Case.Operation -eq $operation } | Select-Object -First 1) ?? @{ Name = $operation }
    }
    $failing = @($all | Where-Object { $_.Case.Bad })
}

BeforeAll {
    . $PSScriptRoot/Setup.ps1
    Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
    $tailor = 'arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/ads'

    function New-LiveChannel([switch] $WithAds, [string] $Health) {
        $ads = if ($WithAds) { @{ AdConfigurationArn = (New-IvsAdConfiguration -MediaTailorPlaybackConfiguration $tailor).Arn } } else {
            @{}
        }
        $channel = New-IvsChannel @ads
        $emulator.Streams.Start($channel.Arn)
        if ($Health) { $emulator.Streams.Change($channel.Arn, $Health) }
        $channel
    }
    function New-KeyFile { New-IvsPlaybackKeyPair -Name "k$([guid]::NewGuid())" }
    function Get-Argument($Case) { $Case.With -is [scriptblock] ? (& $Case.With) : $Case.With ?? @{} }
    # Sets the valid inputs and the other arguments, and removes the recorded requests. Each test dot-sources this function.
    function Initialize-Case {
        Reset-Emulator
        $good = @(& $Case.Good)
        $with = Get-Argument $Case
        $emulator.ClearRequests()
    }
    # Returns the number of calls that were made for the inputs, or null if the cmdlet does not make calls.
    function Get-Done($Case) { $Case.Operation ? (Get-Sent $Case.Operation).Count : $null }
}
AfterAll { $emulator | Stop-IvsEmulator; Set-Location $PSScriptRoot }

Describe 'The table of test cases' {
    It 'contains a case for <Name>' -ForEach $all { $Case | Should -Not -BeNullOrEmpty }
}

Describe 'A pipeline through <Name>' -ForEach $writing {
    BeforeEach { . Initialize-Case }

    It 'writes each output before the next input is read, so that -PipelineVariable still contains the matching input' {
        $seen = $good | ForEach-Object { $_ } -PipelineVariable from | & $Name @with | ForEach-Object { $from }
        $seen | Should -Be $good
    }

    It 'makes no calls after Select-Object -First 1 has received its object' {
        @($good | & $Name @with | Select-Object -First 1).Count | Should -Be 1
        Get-Done $Case | Should -BeIn 1, $null
    }

    It 'does not make calls after a break statement' {
        $seen = 0
        foreach ($once in 1) { $good | & $Name @with | ForEach-Object { $seen++; break } }
        $seen | Should -Be 1
        Get-Done $Case | Should -BeIn 1, $null
    }

    It 'writes each output to -OutVariable' {
        $good | & $Name @with -OutVariable written | Out-Null
        $written.Count | Should -Be 3
        Get-Done $Case | Should -BeIn 3, $null
    }
}

Describe 'The calls of a pipeline through <Name>' -ForEach $calling {
    BeforeEach { . Initialize-Case }

    It 'are made for an input before the next input is read' {
        $before = [System.Collections.Generic.List[int]]::new()
        $good | ForEach-Object { $before.Add((Get-Done $Case)); $_ } | & $Name @with | Out-Null
        $before | Should -Be 0, 1, 2
        Get-Done $Case | Should -Be 3
    }
}

Describe 'An input that fails in a pipeline through <Name>' -ForEach $failing {
    BeforeEach {
        . Initialize-Case
        $bad = $Case.Bad -is [scriptblock] ? (& $Case.Bad) : $Case.Bad
        $inputs = $good[0], $bad, $good[1], $good[2]
    }

    It 'ends the pipeline with -ErrorAction Stop, before the next input is processed' {
        $seen = [System.Collections.Generic.List[object]]::new()
        { $inputs | & $Name @with -ErrorAction Stop | ForEach-Object { $seen.Add($_) } } | Should -Throw
        if (-not $Case.Silent) { $seen.Count | Should -Be 1 }
        # Only the request for the valid input succeeded.
        if ($Case.Operation) { @(Get-Sent $Case.Operation | Where-Object Status -LT 300).Count | Should -Be 1 }
    }

    It 'causes an error in place of its output, and the other inputs are processed' {
        $order = $inputs | & $Name @with 2>&1 | ForEach-Object { $_ -is [System.Management.Automation.ErrorRecord] ? 'error' : 'output' }
        $order | Should -Be ($Case.Silent ? 'error' : @('output', 'error', 'output', 'output'))
    }

    It 'causes an error at its position in the output, even with overlapping calls' {
        $limit = (Get-Command $Name).Parameters.ContainsKey('ThrottleLimit') ? @{ ThrottleLimit = 5 } : @{}
        $order = $inputs | & $Name @with @limit 2>&1 | ForEach-Object {
            if ($_ -isnot [System.Management.Automation.ErrorRecord]) { 'output' }
            elseif ($_.Exception -is [System.Management.Automation.ParameterBindingException]) { 'binding' }
            else { 'error' }
        }
        if ($order -contains 'binding') {
            # PowerShell writes binding errors itself, as soon as it reads the input.
            @($order | Where-Object { $_ -ne 'output' }) | Should -Be 'binding'
            @($order | Where-Object { $_ -eq 'output' }).Count | Should -Be ($Case.Silent ? 0 : 3)
        } else {
            $order | Should -Be ($Case.Silent ? 'error' : @('output', 'error', 'output', 'output'))
        }
    }
}

Describe 'The error of <Name> if the connection breaks after the request was sent' -ForEach $creating {
    It 'recommends how to check whether the service performed the request' {
        $Case | Should -Not -BeNullOrEmpty -Because 'the table must contain a cmdlet for this operation'
        . Initialize-Case
        $emulator.Faults.Break($Case.Operation, 'DropConnection', 9)
        $good[0] | & $Name @with -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].Exception.IsUncertain | Should -BeTrue
        $action = $failed[0].ErrorDetails.RecommendedAction
        $action | Should -Match '^First check whether the service performed the request: .+\.$'
        foreach ($cmdlet in [regex]::Matches($action, '\b[A-Z][a-z]+-Ivs\w+')) { Get-Command $cmdlet.Value | Should -Not -BeNullOrEmpty }
    }
}
