# Compares the limits in attributes and constants with the API data. Each test collects all differences before it fails.
BeforeDiscovery {
    $api = Get-Content "$PSScriptRoot/../src/IvsTools.Core/Service/ivs-api.json" -Raw | ConvertFrom-Json -AsHashtable
    $awsTools = & ([scriptblock]::Create((Get-Content "$PSScriptRoot/../docs/comparison/aws-tools.psd1" -Raw)))
    $cmdlets = $awsTools.Cmdlets.GetEnumerator() | Sort-Object Key |
        ForEach-Object { @{ Name = $_.Key; Request = $api.operations[$_.Value.Operation].request } }
}

BeforeAll {
    . $PSScriptRoot/Setup.ps1
    $api = Get-Content "$PSScriptRoot/../src/IvsTools.Core/Service/ivs-api.json" -Raw | ConvertFrom-Json -AsHashtable
    # The published pattern does not match any real ARN.
    $api.shapes.ResourceArn.pattern = $api.shapes.ResourceArn.pattern.Replace('[a-z-]/', '[a-z-]+/')

    # Returns the members of a structure. The parameter of AWS.Tools for a nested member has the name Outer_Inner.
    function Get-ApiMember([string] $Structure, [string] $Prefix) {
        foreach ($name in $api.structures[$Structure].Keys) {
            $shape = $api.structures[$Structure][$name].shape
            @{ Path = "$Prefix$name"; Shape = $shape }
            if ($api.structures.Contains($shape)) { Get-ApiMember $shape "$Prefix$($name)_" }
        }
    }

    function New-Case([string] $Reason, $Value, [bool] $IsValid) {
        @{ Reason = $Reason; Value = $Value; IsValid = $IsValid }
    }

    # Returns text of the specified length in code points. The text matches the pattern unless it is too short.
    function Get-Text($Rule, [long] $Length) {
        if (-not $Rule.pattern) { return '𝒂' * $Length }
        # Derives the start of an ARN from the pattern. For other patterns, the start is empty.
        $start = $Rule.pattern -replace '^\^\$\|' -replace '[\^$()]' -replace '\[[^]]+\][+*]?$' -replace
            '\[0-9\]\+', '1' -replace '\[a-z0-9-\]\+', 'a' -replace '\[a-z-\]\+', 'channel'
        $start.PadRight($Length, 'a').Substring(0, $Length)
    }

    function Test-Pattern($Rule, [string] $Text) {
        -not $Rule.pattern -or $Text -cmatch "^(?:$($Rule.pattern))\z"
    }

    # Returns values at the limits of a shape and just outside.
    function Get-Case([string] $Shape) {
        $rule = $api.shapes[$Shape]
        if (-not $rule) { return }
        $isText = $rule.type -eq 'string'
        foreach ($limit in 'min', 'max') {
            if ($null -eq $rule[$limit]) { continue }
            $outside = $limit -eq 'min' ? $rule.min - 1 : $rule.max + 1
            switch ($rule.type) {
                'list' {
                    if ($limit -eq 'min') { continue }
                    $items = 1..$outside | ForEach-Object {
                        $api.shapes[$rule.member] ? (Get-Text $api.shapes[$rule.member] 100) + $_ : @{}
                    }
                    New-Case "$limit items" $items[0..($rule.max - 1)] $true
                    New-Case "$outside items" $items $false
                }
                'map' {
                    if ($limit -eq 'min') { continue }
                    $items = [ordered] @{}
                    1..$rule.max | ForEach-Object { $items["$_"] = '' }
                    New-Case "$limit items" ([ordered] @{} + $items) $true
                    $items.more = ''
                    New-Case "$outside items" $items $false
                }
                'string' {
                    $text = Get-Text $rule $rule[$limit]
                    # For many ARNs, the API data specifies a minimum of 0 or 1, but the shortest ARN is longer.
                    if ($text -and (Test-Pattern $rule $text)) { New-Case "$limit characters" $text $true }
                    if ($outside -ge 0) { New-Case "$outside characters" (Get-Text $rule $outside) $false }
                }
                default {
                    New-Case $limit $rule[$limit] $true
                    New-Case $outside $outside $false
                }
            }
        }
        # The cmdlets do not check the characters of tags.
        if ($isText -and $rule.pattern -and $Shape -notin 'TagKey', 'TagValue') {
            foreach ($character in '-', '_', '.', '/', ':', '%', ' ', '0', 'Z', [char] 0x212A, "`n") {
                $text = (Get-Text $rule $rule.max) -replace '.$', $character
                New-Case "the character U+$('{0:X4}' -f [int] [char] $character)" $text (Test-Pattern $rule $text)
            }
        }
        if ($rule.member -and $api.shapes[$rule.member]) {
            foreach ($case in Get-Case $rule.member) { New-Case "item: $($case.Reason)" @($case.Value) $case.IsValid }
        }
        if ($rule.key) {
            foreach ($case in Get-Case $rule.key) { New-Case "key: $($case.Reason)" @{ $case.Value = '' } $case.IsValid }
            foreach ($case in Get-Case $rule.value) { New-Case "value: $($case.Reason)" @{ a = $case.Value } $case.IsValid }
        }
    }

    # Converts and validates a value as PowerShell does when it binds a parameter.
    function Test-Argument($Parameter, $Value) {
        $kinds = [System.Management.Automation.ArgumentTransformationAttribute], [System.Management.Automation.ValidateArgumentsAttribute]
        $transform, $validate = foreach ($kind in $kinds) {
            , [System.Collections.ObjectModel.Collection[Attribute]] @($Parameter.Attributes | Where-Object { $_ -is $kind })
        }
        try {
            $transformed = [psvariable]::new('argument', $Value, 'None', $transform).Value
            $bound = [System.Management.Automation.LanguagePrimitives]::ConvertTo($transformed, $Parameter.ParameterType)
            $null = [psvariable]::new('argument', $bound, 'None', $validate)
            $true
        }
        catch [System.Management.Automation.MetadataException] { $false }
    }
}
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'The parameters of <Name>' -ForEach $cmdlets {
    It 'have the limits of the API data' {
        # The cmdlets do not apply the limits of these shapes: the service validates page tokens, and the cmdlets split long lists and
        # large pages of stream keys into several requests.
        $excluded = 'PaginationToken', 'MaxStreamKeyResults', 'ChannelArnList', 'StreamKeyArnList',
            'BatchStartViewerSessionRevocationViewerSessionList'
        $command = Get-Command "IvsTools\$Name"
        if ($command.CommandType -eq 'Alias') { $command = $command.ResolvedCommand }
        $differences = foreach ($member in Get-ApiMember $Request | Where-Object Shape -NotIn $excluded) {
            $parameter = $command.Parameters.Values.Where({ $member.Path -in @($_.Name) + $_.Aliases }, 'First')[0]
            foreach ($case in $parameter ? @(Get-Case $member.Shape) : @()) {
                if ((Test-Argument $parameter $case.Value) -ne $case.IsValid) {
                    "-$($parameter.Name) $($case.IsValid ? 'rejects' : 'accepts') $($case.Reason)"
                }
            }
        }
        $differences | Should -BeNullOrEmpty
    }
}

Describe 'The requests of <Line>' -ForEach @(
    @{ Line = 'Get-IvsChannel $channels'; Operation = 'BatchGetChannel'; Member = 'arns' }
    @{ Line = 'Get-IvsChannelBatch $channels'; Operation = 'BatchGetChannel'; Member = 'arns' }
    @{ Line = 'Get-IvsStreamKey $keys'; Operation = 'BatchGetStreamKey'; Member = 'arns' }
    @{ Line = 'Get-IvsStreamKeyBatch $keys'; Operation = 'BatchGetStreamKey'; Member = 'arns' }
    @{
        Line = 'Start-IvsViewerSessionRevocation $channel.Arn (1..100)'
        Operation = 'BatchStartViewerSessionRevocation'
        Member = 'viewerSessions'
    }
    @{
        Line = 'Start-IvsStartViewerSessionRevocation -ViewerSession (1..100 | % { @{ channelArn = $channel.Arn; viewerId = "$_" } })'
        Operation = 'BatchStartViewerSessionRevocation'
        Member = 'viewerSessions'
    }
    @{ Line = 'Get-IvsAdConfigurationList -NoAutoIteration'; Operation = 'ListAdConfigurations'; Member = 'maxResults' }
    @{ Line = 'Get-IvsChannelList -NoAutoIteration'; Operation = 'ListChannels'; Member = 'maxResults' }
    @{ Line = 'Get-IvsPlaybackKeyPairList -NoAutoIteration'; Operation = 'ListPlaybackKeyPairs'; Member = 'maxResults' }
    @{
        Line = 'Get-IvsPlaybackRestrictionPolicyList -NoAutoIteration'
        Operation = 'ListPlaybackRestrictionPolicies'
        Member = 'maxResults'
    }
    @{
        Line = 'Get-IvsRecordingConfigurationList -NoAutoIteration'
        Operation = 'ListRecordingConfigurations'
        Member = 'maxResults'
    }
    @{ Line = 'Get-IvsStreamKeyList $channel.Arn -NoAutoIteration'; Operation = 'ListStreamKeys'; Member = 'maxResults' }
    @{ Line = 'Get-IvsStreamList -NoAutoIteration'; Operation = 'ListStreams'; Member = 'maxResults' }
    @{ Line = 'Get-IvsStreamSessionList $channel.Arn -NoAutoIteration'; Operation = 'ListStreamSessions'; Member = 'maxResults' }
) {
    It 'have the maximum size that the API data specifies' {
        $channel = New-IvsChannel
        $channels = 1..100 | ForEach-Object { "$($channel.Arn)$_" }
        $keys = 1..100 | ForEach-Object { "$($channel.StreamKey.Arn)$_" }
        $emulator.ClearRequests()
        Invoke-Expression $Line *> $null
        $limit = $api.shapes[$api.structures["$($Operation)Request"][$Member].shape].max
        $sizes = (Get-Sent $Operation).Body | ForEach-Object {
            $value = ($_ | ConvertFrom-Json).$Member
            $value -is [array] ? $value.Count : $value
        }
        ($sizes | Measure-Object -Maximum).Maximum | Should -Be $limit
    }
}
