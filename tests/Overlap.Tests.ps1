# Tests calls that overlap because of -ThrottleLimit. In the first tests, the pipeline contains ForEach-Object commands
# that act as the server: the commands receive the requests of the cmdlet and send the responses.
BeforeAll {
    . $PSScriptRoot/Setup.ps1

    # The code of child processes. New-Shell creates a PowerShell object that pipes channels to a command.
    $newShell = @"
function New-Shell([string] `$Command) {
    `$runspace = [runspacefactory]::CreateRunspace(`$Host)
    `$runspace.Open()
    `$script = "param(```$Channels, ```$Url) Import-Module '$PSScriptRoot/../IvsTools.psd1'; ```$Channels | `$Command -EndpointUrl ```$Url"
    [powershell]::Create(`$runspace).AddScript(`$script).AddArgument(`$channels.Arn).AddArgument(`$emulator.Url)
}
"@

    # Returns the channel of the next request, and the context that sends the response. Returns nothing if no request arrives in time.
    function Receive-Call([int] $Within = 30000) {
        $receiving = $listener.GetContextAsync()
        if (-not $receiving.Wait($Within)) { return }
        $body = [System.IO.StreamReader]::new($receiving.Result.Request.InputStream).ReadToEnd() | ConvertFrom-Json
        @{ Channel = $body.arn; Response = $receiving.Result.Response }
    }

    function Send-Response($Call) {
        $text = "{`"channel`":{`"arn`":`"$($Call.Channel)`"}}"
        # The client may have canceled the call.
        try { $Call.Response.Close([System.Text.Encoding]::UTF8.GetBytes($text), $false) } catch { Write-Debug "$_" }
    }
}

AfterAll { $emulator | Stop-IvsEmulator }

Describe 'Overlapping calls' {
    BeforeEach {
        $listener = Start-HttpListener
        $arns = 1..4 | ForEach-Object { "arn:aws:ivs:us-west-2:123456789012:channel/c$_" }
        $connection = @{ EndpointUrl = @($listener.Prefixes)[0]; AccessKey = 'a'; SecretKey = 'b'; ThrottleLimit = 2 }
    }

    AfterEach { $listener.Close() }

    It 'do not start after Select-Object -First has ended the cmdlet, even if a later command of the pipeline still runs' {
        $seen = [System.Collections.Generic.List[string]]::new()
        $arns | ForEach-Object {
            if ($_ -eq $arns[3]) {
                $calls = (Receive-Call), (Receive-Call)
                Send-Response ($calls | Where-Object Channel -EQ $arns[0])
            }
            $_
        } | Update-IvsChannel -Name renamed @connection | Select-Object -First 1 | ForEach-Object { } -End {
            # After the second call ends, -ThrottleLimit allows another call, but the cmdlet must not start the call for the last channel.
            Send-Response ($calls | Where-Object Channel -EQ $arns[1])
            while ($call = Receive-Call -Within 500) {
                $seen.Add($call.Channel)
                Send-Response $call
            }
        }
        $seen | Should -Not -Contain $arns[3]
    }

    It 'continue if the first call cannot connect and a later call has received a response' {
        # The server is not an HttpListener, because it must close a connection without a response.
        $server = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
        $server.Start()
        function Receive-Connection {
            $client = $server.AcceptTcpClientAsync()
            $client.Wait(30000) | Should -BeTrue
            $client.Result.ReceiveTimeout = 30000
            $text, $buffer = '', [byte[]]::new(10000)
            while ($text -notmatch '"arn":"(?<Arn>[^"]+)"') {
                $text += [System.Text.Encoding]::ASCII.GetString($buffer, 0, $client.Result.GetStream().Read($buffer))
            }
            @{ Channel = $Matches.Arn; Client = $client.Result }
        }
        function Deny-Call($Call) {
            $response = "HTTP/1.1 404 Not Found`r`nContent-Type: application/json`r`nConnection: close`r`nContent-Length: 38`r`n`r`n" +
                '{"__type":"ResourceNotFoundException"}'
            $Call.Client.GetStream().Write([System.Text.Encoding]::ASCII.GetBytes($response))
            $Call.Client.Dispose()
        }
        $connection.EndpointUrl = "http://$($server.LocalEndpoint)/"
        $arns[0..2] | ForEach-Object { $_ } -End {
            $calls = (Receive-Connection), (Receive-Connection)
            Deny-Call ($calls | Where-Object Channel -EQ $arns[1])
            # The third call starts after the second call has ended.
            $third = Receive-Connection
            ($calls | Where-Object Channel -EQ $arns[0]).Client.Client.Close(0)
            Deny-Call $third
        } | Update-IvsChannel -Name renamed @connection -ErrorVariable errors -ErrorAction SilentlyContinue
        $server.Dispose()
        $errors | ForEach-Object { Get-ErrorId $_ } |
            Should -Be 'ConnectionFailed', 'ResourceNotFoundException', 'ResourceNotFoundException'
        $errors.TargetObject | Should -Be $arns[0..2]
    }
}

Describe 'Reset-IvsStreamKey in a pipeline that is stopped' {
    It 'reports each key that it has replaced, and does not start other resets, with -ThrottleLimit <_>' -ForEach 1, 2 {
        # A stopped cmdlet can write only to the host. The output of a child process contains the text that the cmdlet writes to its host.
        $lines = Invoke-PowerShell -Command "
            . '$PSScriptRoot/Setup.ps1'
            $newShell
            `$channels = 1..6 | ForEach-Object { New-IvsChannel }
            `$emulator.Faults.Latency = [timespan]::FromMilliseconds(50)
            `$shell = New-Shell 'Reset-IvsStreamKey -Force -ThrottleLimit $_'
            `$null = `$shell.BeginInvoke()
            Wait-Until { Get-Sent DeleteStreamKey }
            `$shell.Stop()
            `$emulator.Faults.Clear()
            `$channels | Where-Object { (Get-IvsStreamKey -ChannelArn `$_.Arn).Arn -ne `$_.StreamKey.Arn } |
                ForEach-Object { 'new: ' + `$_.Arn }
            (Get-Sent CreateStreamKey).Count"
        $new = $lines -match '^new: ' -replace '^new: '
        $new.Count | Should -BeIn (1..$_)
        $lines[-1] | Should -Be $new.Count
        foreach ($arn in $new) { @($lines -match "$([regex]::Escape($arn)) has a new stream key").Count | Should -Be 1 }
    }
}

Describe 'New-IvsStreamKey in a pipeline that is stopped' {
    It 'reports each key that it has created, with -ThrottleLimit <_>' -ForEach 1, 4 {
        $lines = Invoke-PowerShell -Command "
            . '$PSScriptRoot/Setup.ps1'
            $newShell
            `$channels = 1..20 | ForEach-Object { New-IvsChannel }
            `$channels.StreamKey | Remove-IvsStreamKey -Force
            `$emulator.Faults.Latency = [timespan]::FromMilliseconds(50)
            `$shell = New-Shell 'New-IvsStreamKey -ThrottleLimit $_'
            `$written = [System.Management.Automation.PSDataCollection[psobject]]::new()
            `$null = `$shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), `$written)
            Wait-Until { `$written.Count -gt 2 }
            `$shell.Stop()
            # The emulator also completes the calls that the client has canceled.
            Wait-Until { `$emulator.InFlight -eq 0 }
            `$written | ForEach-Object { 'written: ' + `$_.ChannelArn }
            Get-Sent CreateStreamKey | ForEach-Object { 'created: ' + (`$_.Body | ConvertFrom-Json).channelArn }"
        $created = $lines -match '^created: ' -replace '^created: '
        $written = $lines -match '^written: ' -replace '^written: '
        $warning = '^.*the result of CreateStreamKey was written\. A stream key of (\S+) may have been created.*$'
        $warned = $lines -match $warning -replace $warning, '$1'
        $created | Where-Object { $_ -notin $written -and $_ -notin $warned } | Should -BeNullOrEmpty
        # Only calls that were in progress can cause a warning, not inputs for which no call was sent.
        @($warned).Count | Should -BeIn (0..(2 * $_))
    }
}
