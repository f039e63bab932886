BeforeDiscovery {
    $cases = @(
        @{ Name = 'a proxy that does not respond'; Id = 'OperationTimeout'; Waits = $true }
        @{ Name = 'a proxy with a silent tunnel'; Id = 'OperationTimeout'; Waits = $true }
        @{ Name = 'a proxy that rejects the password'; Id = 'ConnectionFailed' }
        foreach ($status in 301, 302, 303, 307, 308) { @{ Name = "redirect $status"; Id = 'InvalidResponse' } }
        @{ Name = 'no response'; Id = 'OperationTimeout'; Waits = $true }
        @{ Name = 'headers that stall'; Id = 'OperationTimeout'; Waits = $true }
        @{ Name = 'a body that stalls'; Id = 'OperationTimeout'; Waits = $true }
        @{ Name = 'a body of 1 GB'; Id = 'InvalidResponse' }
        @{ Name = 'a body without an end'; Id = 'InvalidResponse' }
        @{ Name = 'a compression bomb'; Id = 'InvalidResponse' }
    )
    $waiting = $cases | Where-Object Waits
}

BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $results = Invoke-PowerShell -File "$PSScriptRoot/HostileHttp.ps1" | ConvertFrom-Json | Group-Object Name -AsHashTable -AsString
}

Describe 'A call to a hostile server or proxy' {
    It 'causes <Id>: <Name>' -ForEach $cases {
        $results[$Name].ErrorId | Should -Be $Id
    }

    It 'ends when the pipeline is stopped: <Name>' -ForEach $waiting {
        $results[$Name].IsReached | Should -BeTrue
        $results[$Name].IsStopped | Should -BeTrue
        $results[$Name].State | Should -Be 'Stopped'
    }

    It 'does not follow a redirect: <Name>' -ForEach ($cases | Where-Object Name -Like 'redirect*') {
        $results[$Name].Requests.Count | Should -Be 1
    }

    It 'sends the password of a proxy only to the proxy, and never shows it' {
        $requests = $results['a proxy that rejects the password'].Requests
        $requests | Should -Match '^CONNECT ivs\.'
        $requests[-1] | Should -Match 'Proxy-Authorization: Basic dXNlcjpodW50ZXIy'
        $results.Values.Requests | Where-Object { $_ -notlike 'CONNECT *' } | Should -Not -Match 'Proxy-Authorization'
        $results.Values.Shown | Should -Not -Match 'hunter2'
    }
}
