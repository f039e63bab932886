BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $api = Get-Content "$PSScriptRoot/../src/IvsTools.Core/Service/ivs-api.json" -Raw | ConvertFrom-Json -AsHashtable
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'The cmdlets' {
    It 'have a parameter for every member of every request in the API data' {
        $awsTools = & ([scriptblock]::Create((Get-Content "$PSScriptRoot/../docs/comparison/aws-tools.psd1" -Raw)))
        $cmdlets = @{}
        foreach ($name in $awsTools.Cmdlets.Keys) { $cmdlets[$awsTools.Cmdlets[$name].Operation] = $name }
        @($api.operations.Keys | Where-Object { -not $cmdlets[$_] }) |
            Should -BeNullOrEmpty -Because 'docs/comparison/aws-tools.psd1 names a cmdlet for each operation'
        foreach ($operation in $api.operations.Values) {
            $name = $operation.request -replace 'Request$'
            $command = Get-Command "IvsTools\$($cmdlets[$name])"
            if ($command.CommandType -eq 'Alias') { $command = $command.ResolvedCommand }
            $taken = $command.Parameters.Values | ForEach-Object { $_.Name; $_.Aliases }
            foreach ($member in $api.structures[$operation.request].Keys) {
                # The only member of the structure filterBy is health, so the parameter for filterBy is FilterBy_Health, as in AWS.Tools.
                "$member", "$($member)_Health" | Where-Object { $_ -in $taken } |
                    Should -Not -BeNullOrEmpty -Because "the request of $name has the member $member"
            }
        }
    }
}

Describe 'The generated code' {
    It 'is the output of ./build.ps1 -Task Generate: <_>' -ForEach 'Records.cs', 'Operations.cs', 'ApiErrorCode.cs', 'WireJson.cs' {
        & "$PSScriptRoot/../src/IvsTools.Core/Service/Update-Api.ps1" -Destination "$TestDrive/generated"
        Get-Content "$TestDrive/generated/$_" -Raw |
            Should -BeExactly (Get-Content "$PSScriptRoot/../src/IvsTools.Core/Service/Generated/$_" -Raw)
    }
}
