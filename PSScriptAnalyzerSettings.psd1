@{
    ExcludeRules = @(
        # The demo and the benchmark write to the console.
        'PSAvoidUsingWriteHost'
        # In Pester tests, a variable is often set in one script block and read in another.
        'PSUseDeclaredVarsMoreThanAssignments'
        # Functions of scripts and tests are private.
        'PSUseShouldProcessForStateChangingFunctions'
        'PSUseSingularNouns'
        # The demo runs the lines that it shows.
        'PSAvoidUsingInvokeExpression'
        # PowerShell 7 reads UTF-8 without a byte order mark.
        'PSUseBOMForUnicodeEncodedFile'
        # Only tests convert plain text to a SecureString.
        'PSAvoidUsingConvertToSecureStringWithPlainText'
        # dotnet has positional arguments.
        'PSAvoidUsingPositionalParameters'
        # Dot-sourced files read parameters of their callers.
        'PSReviewUnusedParameter'
    )
    # PSUseConsistentIndentation is not enabled, because its result depends on the version of PSScriptAnalyzer.
    Rules        = @{
        # The tests use the aliases for AWS.Tools.
        PSAvoidUsingCmdletAliases = @{
            allowlist = @(
                'Get-IvsAdConfigurationList', 'Get-IvsPlaybackKeyPairList', 'Get-IvsPlaybackRestrictionPolicyList'
                'Get-IvsRecordingConfigurationList', 'Get-IvsStreamKeyList'
            )
        }
        PSUseConsistentWhitespace = @{ Enable = $true; CheckPipe = $true; CheckOpenBrace = $true; CheckInnerBrace = $true; CheckSeparator = $true; IgnoreAssignmentOperatorInsideHashTable = $true }
        PSPlaceOpenBrace          = @{ Enable = $true; OnSameLine = $true; NewLineAfter = $false }
        PSUseCompatibleSyntax     = @{ Enable = $true; TargetVersions = @('7.4') }
    }
}
