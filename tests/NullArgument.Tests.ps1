# Passes $null to the optional parameters of every cmdlet, which must treat the parameter as omitted or return an error.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../IvsTools.psd1"
    # The arguments of each cmdlet that has mandatory parameters.
    $mandatory = @{
        'Add-IvsAdBreak'                        = { @{ ChannelArn = (New-LiveChannel).Arn; DurationSecond = 30 } }
        'Add-IvsResourceTag'                    = { @{ ResourceArn = (New-IvsChannel).Arn; Tag = @{ a = 'b' } } }
        'Get-IvsChannelBatch'                   = { @{ Arn = (New-IvsChannel).Arn } }
        'Get-IvsPlaybackKeyFile'                = { @{ Path = $file.PublicKeyPath } }
        'Get-IvsResourceTag'                    = { @{ ResourceArn = (New-IvsChannel).Arn } }
        'Get-IvsStreamKey'                      = { @{ ChannelArn = (New-IvsChannel).Arn } }
        'Get-IvsStreamKeyBatch'                 = { @{ Arn = (New-IvsChannel).StreamKey.Arn } }
        'Get-IvsStreamSession'                  = { @{ ChannelArn = (New-LiveChannel).Arn } }
        'Get-IvsStreamSessionList'              = { @{ ChannelArn = (New-LiveChannel).Arn } }
        'Import-IvsPlaybackKeyPair'             = { @{ PublicKeyMaterial = $pem } }
        'New-IvsAdConfiguration'                = { @{ MediaTailorPlaybackConfiguration = $tailor } }
        'New-IvsPlaybackKeyPair'                = { @{ Name = "k$([guid]::NewGuid())" } }
        'New-IvsRecordingConfiguration'         = { @{ BucketName = 'bucket' } }
        'New-IvsStreamKey'                      = {
            $channel = New-IvsChannel
            $channel.StreamKey | Remove-IvsStreamKey -Force
            @{ ChannelArn = $channel.Arn }
        }
        'New-IvsViewerToken'                    = { @{ ChannelArn = (New-IvsChannel).Arn; PrivateKeyPath = $file.PrivateKeyPath } }
        'Protect-IvsPlaybackKey'                = {
            @{
                PrivateKeyPath = (New-IvsPlaybackKeyPair -Name "k$([guid]::NewGuid())").PrivateKeyPath
                NewPassphrase = ConvertTo-Secret 'correct horse'
            }
        }
        'Remove-IvsAdConfiguration'             = { @{ Arn = (New-IvsAdConfiguration -MediaTailorPlaybackConfiguration $tailor).Arn } }
        'Remove-IvsChannel'                     = { @{ Arn = (New-IvsChannel).Arn } }
        'Remove-IvsPlaybackKeyPair'             = { @{ Arn = ($pem | Import-IvsPlaybackKeyPair).Arn } }
        'Remove-IvsPlaybackRestrictionPolicy'   = { @{ Arn = (New-IvsPlaybackRestrictionPolicy).Arn } }
        'Remove-IvsRecordingConfiguration'      = { @{ Arn = (New-IvsRecordingConfiguration -BucketName bucket).Arn } }
        'Remove-IvsResourceTag'                 = { @{ ResourceArn = (New-IvsChannel).Arn; TagKey = 'a' } }
        'Remove-IvsStreamKey'                   = { @{ Arn = (New-IvsChannel).StreamKey.Arn } }
        'Reset-IvsStreamKey'                    = { @{ ChannelArn = (New-IvsChannel).Arn } }
        'Start-IvsStartViewerSessionRevocation' = { @{ ViewerSession = @{ channelArn = (New-IvsChannel).Arn; viewerId = 'v' } } }
        'Start-IvsViewerSessionRevocation'      = { @{ ChannelArn = (New-IvsChannel).Arn; ViewerId = 'v' } }
        'Stop-IvsStream'                        = { @{ ChannelArn = (New-LiveChannel).Arn } }
        'Test-IvsPlayback'                      = { @{ PlaybackUrl = (New-IvsChannel).PlaybackUrl } }
        'Test-IvsViewerToken'                   = { @{ Token = 'a.b.c' } }
        'Update-IvsAdConfiguration'             = { @{ Arn = (New-IvsAdConfiguration -MediaTailorPlaybackConfiguration $tailor).Arn } }
        'Update-IvsChannel'                     = { @{ Arn = (New-IvsChannel -Name studio).Arn } }
        'Update-IvsPlaybackRestrictionPolicy'   = { @{ Arn = (New-IvsPlaybackRestrictionPolicy).Arn } }
        'Write-IvsMetadata'                     = { @{ ChannelArn = (New-LiveChannel).Arn; Metadata = 'm' } }
    }
    # For these parameters, $null is an error. If they were treated as omitted, a variable without a value could turn off a protection
    # or a check, or write a file to the default location.
    $rejected = @(
        'Get-IvsPlaybackKeyFile/Arn'
        'New-IvsPlaybackKeyPair/DestinationPath', 'New-IvsPlaybackKeyPair/Passphrase'
        'New-IvsViewerToken/CheckpointPath', 'New-IvsViewerToken/ViewerId'
        'Protect-IvsPlaybackKey/DestinationPath'
        'Remove-IvsPlaybackKeyPair/NotBefore'
        'Test-IvsPlayback/ChannelArn', 'Test-IvsPlayback/KmsKeyId', 'Test-IvsPlayback/Origin', 'Test-IvsPlayback/PublicKey',
            'Test-IvsPlayback/PublicKeyPath'
        'Test-IvsViewerToken/ChannelArn', 'Test-IvsViewerToken/KmsKeyId', 'Test-IvsViewerToken/Origin', 'Test-IvsViewerToken/PublicKey',
            'Test-IvsViewerToken/PublicKeyPath'
    )
    # These parameters cannot be combined with the arguments in $mandatory, or are already in $mandatory.
    $other = 'Import-IvsPlaybackKeyPair/VaultName', 'New-IvsPlaybackKeyPair/Tag', 'New-IvsViewerToken/VaultName',
        'Protect-IvsPlaybackKey/NewPassphrase', 'Protect-IvsPlaybackKey/VaultName',
        'Test-IvsPlayback/VaultName', 'Test-IvsViewerToken/VaultName'
    # Connection.Tests.ps1 and Channel.Tests.ps1 cover these parameters.
    $special = 'EndpointUrl', 'NextToken'
    $own = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
    $cases = foreach ($command in Get-Command -Module IvsTools -CommandType Cmdlet | Where-Object Noun -NE IvsEmulator) {
        $optional = $command.Parameters.Values | Where-Object {
            $_.Name -notin $own -and -not ($_.Attributes | Where-Object { $_ -is [Parameter] -and $_.Mandatory })
        }
        $names = @($optional.Name | Where-Object { $_ -notin $special -and "$($command.Name)/$_" -notin $rejected + $other })
        @{ Name = $command.Name; Parameters = $names; With = $mandatory[$command.Name] ?? { @{} } }
    }
    $rejections = $rejected |
        ForEach-Object { $name, $parameter = $_ -split '/'; @{ Name = $name; Parameter = $parameter; With = $mandatory[$name] } }
}

BeforeAll {
    . $PSScriptRoot/Setup.ps1
    Set-Location (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid())))
    $tailor = 'arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/ads'
    $file = New-IvsPlaybackKeyPair -Name prod
    $pem = New-PublicPem
    $ConfirmPreference = 'None'

    function New-LiveChannel {
        $channel = New-IvsChannel -AdConfigurationArn (New-IvsAdConfiguration -MediaTailorPlaybackConfiguration $tailor).Arn
        $emulator.Streams.Start($channel.Arn)
        $channel
    }
    # Runs the cmdlet. Returns the errors, the requests without the random part of their ARNs, and how many objects the cmdlet wrote.
    function Get-Effect($Arguments) {
        Reset-Emulator
        $all = (& $With) + $Arguments
        $emulator.ClearRequests()
        $failures = $null
        $output = & $Name @all -ErrorVariable failures -ErrorAction SilentlyContinue
        $sent = $emulator.Requests | ForEach-Object { "$($_.Operation) $($_.Body -replace '(?<=:[a-z-]+/)\w+')" }
        "$(@($output).Count) $($sent -join ' ') $(($failures | ForEach-Object { Get-ErrorId $_ }) -join ' ')"
    }
}
AfterAll { $emulator | Stop-IvsEmulator; Set-Location $PSScriptRoot }

Describe '$null for a parameter of <Name>' -ForEach $cases {
    It 'has the same effect as omitting the parameter' {
        $usual = Get-Effect @{}
        foreach ($parameter in $Parameters) {
            Get-Effect @{ $parameter = $null } | Should -Be $usual -Because "-$parameter is `$null"
        }
    }
}

Describe '$null for -<Parameter> of <Name>' -ForEach $rejections {
    It 'causes an error' {
        $all = (& $With) + @{ $Parameter = $null }
        { & $Name @all -ErrorAction Stop } | Should -Throw
    }
}
