@{
    ExcludeRules = @(
        # The demo and the bench talk to a person.
        'PSAvoidUsingWriteHost'
        # Pester's blocks set variables that other blocks read.
        'PSUseDeclaredVarsMoreThanAssignments'
        # Private functions of scripts and tests.
        'PSUseShouldProcessForStateChangingFunctions'
        'PSUseSingularNouns'
        # The demo runs the very lines that it shows.
        'PSAvoidUsingInvokeExpression'
        # PowerShell 7 reads UTF-8 without a mark.
        'PSUseBOMForUnicodeEncodedFile'
        # Passphrases of tests, made up on the spot.
        'PSAvoidUsingConvertToSecureStringWithPlainText'
        # Arguments of dotnet, and parameters that a dot-sourced file reads.
        'PSAvoidUsingPositionalParameters'
        'PSReviewUnusedParameter'
    )
    Rules        = @{
        # The names of AWS.Tools, which the tests call on purpose.
        PSAvoidUsingCmdletAliases  = @{
            allowlist = @(
                'Get-IVSAdConfigurationList', 'Get-IVSChannelBatch', 'Get-IVSChannelList', 'Get-IVSPlaybackKeyPairList', 'Get-IVSPlaybackRestrictionPolicyList'
                'Get-IVSRecordingConfigurationList', 'Get-IVSStreamKeyBatch', 'Get-IVSStreamKeyList', 'Get-IVSStreamList', 'Get-IVSStreamSessionList'
                'Start-IVSStartViewerSessionRevocation'
            )
        }
        PSUseConsistentIndentation = @{ Enable = $true; IndentationSize = 4; PipelineIndentation = 'IncreaseIndentationForFirstPipeline' }
        PSUseConsistentWhitespace  = @{ Enable = $true; CheckPipe = $true; CheckOpenBrace = $true; CheckInnerBrace = $true; CheckSeparator = $true; IgnoreAssignmentOperatorInsideHashTable = $true }
        PSPlaceOpenBrace           = @{ Enable = $true; OnSameLine = $true; NewLineAfter = $false }
        PSUseCompatibleSyntax      = @{ Enable = $true; TargetVersions = @('7.4') }
    }
}
