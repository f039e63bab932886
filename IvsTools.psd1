@{
    RootModule           = 'src/module/IvsTools.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '6d3f0a52-6f0b-4f4e-9a57-4f0d3f5c2b18'
    Author               = 'IvsTools contributors'
    CompanyName          = 'IvsTools'
    Copyright            = '(c) IvsTools contributors. MIT licence.'
    Description          = 'Amazon IVS from PowerShell: private channels from the key pair to the playing viewer, safe stream keys, a cmdlet for every operation of the API, and a local IVS endpoint for trying all of it without an AWS account. Requires PowerShell 7.4 or later.'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.4'
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @(
        'Get-IvsAdConfigurationList'
        'Get-IvsPlaybackKeyPairList'
        'Get-IvsPlaybackRestrictionPolicyList'
        'Get-IvsRecordingConfigurationList'
        'Get-IvsStreamKeyList'
    )
    CmdletsToExport      = @(
        'Add-IvsAdBreak'
        'Add-IvsResourceTag'
        'Get-IvsAdConfiguration'
        'Get-IvsChannel'
        'Get-IvsChannelBatch'
        'Get-IvsChannelList'
        'Get-IvsPlaybackKeyFile'
        'Get-IvsPlaybackKeyPair'
        'Get-IvsPlaybackRestrictionPolicy'
        'Get-IvsRecordingConfiguration'
        'Get-IvsResourceTag'
        'Get-IvsStream'
        'Get-IvsStreamKey'
        'Get-IvsStreamKeyBatch'
        'Get-IvsStreamList'
        'Get-IvsStreamSession'
        'Get-IvsStreamSessionList'
        'Import-IvsPlaybackKeyPair'
        'New-IvsAdConfiguration'
        'New-IvsChannel'
        'New-IvsPlaybackKeyPair'
        'New-IvsPlaybackRestrictionPolicy'
        'New-IvsRecordingConfiguration'
        'New-IvsStreamKey'
        'New-IvsViewerToken'
        'Protect-IvsPlaybackKey'
        'Remove-IvsAdConfiguration'
        'Remove-IvsChannel'
        'Remove-IvsPlaybackKeyPair'
        'Remove-IvsPlaybackRestrictionPolicy'
        'Remove-IvsRecordingConfiguration'
        'Remove-IvsResourceTag'
        'Remove-IvsStreamKey'
        'Reset-IvsStreamKey'
        'Start-IvsEmulator'
        'Start-IvsStartViewerSessionRevocation'
        'Start-IvsViewerSessionRevocation'
        'Stop-IvsEmulator'
        'Stop-IvsStream'
        'Test-IvsViewerToken'
        'Update-IvsAdConfiguration'
        'Update-IvsChannel'
        'Update-IvsPlaybackRestrictionPolicy'
        'Write-IvsMetadata'
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('AWS', 'IVS', 'AmazonIVS', 'LiveStreaming', 'Video', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://github.com/ivstools/IvsTools/blob/main/LICENSE'
            ProjectUri   = 'https://github.com/ivstools/IvsTools'
            ReleaseNotes = 'https://github.com/ivstools/IvsTools/blob/main/CHANGELOG.md'
        }
    }
}
