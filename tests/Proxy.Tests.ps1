BeforeAll {
    . $PSScriptRoot/../src/build/Programs.ps1
    $calls = Invoke-PowerShell -File "$PSScriptRoot/Proxy.ps1" | ConvertFrom-Json
}

Describe 'A call through a faulty proxy' {
    It 'causes <Id>: <Name>' -ForEach @(
        @{ Name = 'a proxy that does not respond'; Id = 'OperationTimeout' }
        @{ Name = 'a proxy with a silent tunnel'; Id = 'OperationTimeout' }
        @{ Name = 'a proxy that rejects the password'; Id = 'ConnectionFailed' }
    ) {
        @($calls | Where-Object Name -EQ $Name)[0].ErrorId | Should -Be $Id
    }

    It 'sends the password of the proxy only to the proxy, and never shows it' {
        $requests = ($calls | Where-Object Name -EQ 'a proxy that rejects the password').Requests
        $requests | Should -Match '^CONNECT ivs\.'
        $requests[-1] | Should -Match 'Proxy-Authorization: Basic dXNlcjpodW50ZXIy'
        $calls.Requests | Where-Object { $_ -notlike 'CONNECT *' } | Should -Not -Match 'Proxy-Authorization'
        $calls.Shown | Should -Not -Match 'hunter2'
    }
}

Describe 'A call that waits for a response' {
    It 'ends without an error when the pipeline is stopped: <_>' -ForEach @(
        'a proxy that does not respond', 'a proxy with a silent tunnel', 'a response that stalls'
    ) {
        $call = @($calls | Where-Object Name -EQ $_)[-1]
        $call.State | Should -Be 'Stopped'
        $call.ErrorId | Should -BeNullOrEmpty
    }
}
