BeforeAll { . $PSScriptRoot/Setup.ps1 }
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'Get-IvsStream' {
    BeforeEach {
        Reset-Emulator
        $channels = 1..3 | ForEach-Object { New-IvsChannel -Name "c$_" }
        $channels[0, 1] | ForEach-Object { $emulator.Streams.Start($_.Arn) }
        $emulator.Streams.Change($channels[1].Arn, 'STARVING', 12)
        $emulator.ClearRequests()
    }

    It 'lists live streams, and filters by health' {
        (Get-IvsStream).ChannelArn | Should -Be $channels[0, 1].Arn
        (Get-IvsStream -Health starving).ViewerCount | Should -Be 12
        (Get-IVSStreamList -FilterBy_Health STARVING).ChannelArn | Should -Be $channels[1].Arn
    }

    It 'returns the stream of a channel, and an error for a channel that is not live' {
        $streams = $channels | Get-IvsStream -ErrorVariable silent -ErrorAction SilentlyContinue
        $streams | Should -BeOfType ([IvsTools.LiveStream])
        $streams.StreamId | Should -Match '^st-[a-zA-Z0-9]{23}$'
        $streams.StartTime | Should -BeOfType ([datetime])
        $streams[0].PlaybackUrl | Should -Be $channels[0].PlaybackUrl
        $streams.Region | Should -Be 'us-west-2', 'us-west-2'
        Get-ErrorId $silent[0] | Should -Be 'ChannelNotBroadcasting'
        $silent[0].TargetObject | Should -Be $channels[2].Arn
        $silent[0].ErrorDetails.RecommendedAction | Should -Be 'Get-IvsStream without parameters lists the live channels.'
    }

    It 'returns a start time that can be subtracted from Get-Date, in the time zone <_>' -ForEach 'Asia/Tokyo', 'America/Los_Angeles' {
        $old = $env:TZ
        try {
            $env:TZ = $_
            $hours = Invoke-PowerShell -Command "
                Import-Module '$PSScriptRoot/../IvsTools.psd1'
                `$PSDefaultParameterValues['*-Ivs*:EndpointUrl'] = (Start-IvsEmulator -OutVariable e).Url
                `$e[0].Streams.Start((New-IvsChannel).Arn)
                [int] ((Get-Date) - (Get-IvsStream).StartTime).TotalHours
                (Get-Date) -ge (Get-IvsStream).StartTime"
        }
        finally {
            $env:TZ = $old
        }
        $hours | Should -Be '0', 'True'
    }
}

Describe 'Stop-IvsStream' {
    BeforeEach {
        Reset-Emulator
        $channels = 1..2 | ForEach-Object { New-IvsChannel -Name "c$_" }
        $channels | ForEach-Object { $emulator.Streams.Start($_.Arn) }
        $emulator.ClearRequests()
    }

    It 'ends streams from the pipeline, without a prompt' {
        # The test process is not interactive, so a prompt would be an error.
        Get-IvsStream | Stop-IvsStream
        Get-IvsStream | Should -BeNullOrEmpty
        (Get-Sent StopStream).Count | Should -Be 2
    }

    It 'writes an error for a channel that is not live' {
        Stop-IvsStream (New-IvsChannel).Arn -ErrorVariable silent -ErrorAction SilentlyContinue
        Get-ErrorId $silent[0] | Should -Be 'ChannelNotBroadcasting'
        $silent[0].ErrorDetails.RecommendedAction | Should -Match '^The channel has no stream to stop\.'
    }

    It 'waits with -Wait until the channel is not live' {
        $emulator.Faults.ReadsUntilSettled = 2
        $channels[0] | Stop-IvsStream -Force -Wait
        $emulator.Requests.Operation | Should -Be 'GetStream', 'StopStream', 'GetStream', 'GetStream', 'GetStream'
        Get-IvsStream $channels[0].Arn -ErrorVariable silent -ErrorAction SilentlyContinue
        Get-ErrorId $silent[0] | Should -Be 'ChannelNotBroadcasting'
    }

    It 'shows its progress while it waits' {
        $emulator.Faults.ReadsUntilSettled = 3
        $shell = [powershell]::Create()
        $null = $shell.AddScript(
            "Import-Module '$PSScriptRoot/../IvsTools.psd1'; Stop-IvsStream $($channels[0].Arn) -Force -Wait -EndpointUrl $($emulator.Url)"
        ).Invoke()
        $shell.Streams.Progress[0].StatusDescription | Should -Match "^Waiting until $($channels[0].Arn) is not live, \d+ s left$"
        $shell.Streams.Progress[-1].RecordType | Should -Be 'Completed'
        $shell.Dispose()
    }

    It 'writes an error if the wait takes longer than -WaitTimeoutSec' {
        $emulator.Faults.ReadsUntilSettled = 1000
        Stop-IvsStream $channels[0].Arn -Force -Wait -WaitTimeoutSec 1 -ErrorVariable late -ErrorAction SilentlyContinue
        Get-ErrorId $late[0] | Should -Be 'WaitTimeout'
        $late[0].TargetObject | Should -Be $channels[0].Arn
    }

    It 'stops waiting when the pipeline is stopped' {
        $emulator.Faults.ReadsUntilSettled = 1000
        $shell = [powershell]::Create()
        $null = $shell.AddScript(
            "Import-Module '$PSScriptRoot/../IvsTools.psd1'; Stop-IvsStream $($channels[0].Arn) -Force -Wait -EndpointUrl $($emulator.Url)"
        )
        $null = $shell.BeginInvoke()
        Wait-Until { (Get-Sent GetStream).Count -ge 2 }
        $shell.Stop()
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Dispose()
    }

    It 'writes an error for a channel that is not live' {
        $emulator.Streams.End($channels[0].Arn)
        Stop-IvsStream $channels[0].Arn -Force -Wait -ErrorVariable silent -ErrorAction SilentlyContinue
        Get-ErrorId $silent[0] | Should -Be 'ChannelNotBroadcasting'
        $silent[0].CategoryInfo.Category | Should -Be 'InvalidOperation'
    }

    It 'does not stop a stream with -WhatIf' {
        Get-IvsStream | Stop-IvsStream -WhatIf
        (Get-Sent StopStream).Count | Should -Be 0
    }
}
