# Describes the cmdlets of AWS.Tools.IVS 5 with their operations, output and parameters.
# An entry for a parameter contains its names, its type and its binding. Entries omit the binding by property name, which every
# parameter has.
# For a parameter that accepts the values of an enumeration, the type in the entry is string.
# Types in the namespaces Amazon.IVS and Amazon.IVS.Model are listed without the namespace.
@{
    Common  = @(
        'Region/RegionToCall; object'
        'AccessKey/AK; string'
        'SecretKey/SK/SecretAccessKey; string'
        'SessionToken/ST; string'
        'ProfileName/StoredCredentials/AWSProfileName; string'
        'ProfileLocation/AWSProfilesLocation/ProfilesLocation; string'
        'Credential; Amazon.Runtime.AWSCredentials; pipeline'
        'NetworkCredential; PSCredential; pipeline'
        'EndpointUrl; string'
        'ClientConfig; AmazonIVSConfig'
        'Select; string'
    )
    Cmdlets = [ordered]@{
        'Add-IVSAdBreak' = @{
            Operation  = 'InsertAdBreak'
            Impact     = 'Medium'
            Select     = 'AdBreakId'
            Output     = 'string'
            Parameters = @(
                'ChannelArn; string; mandatory'
                'DurationSecond/DurationSeconds; int; mandatory'
                'Force; switch'
            )
        }
        'Add-IVSResourceTag' = @{
            Operation  = 'TagResource'
            Impact     = 'Medium'
            Select     = ''
            Output     = ''
            Parameters = @(
                'Force; switch'
                'ResourceArn; string; mandatory; position 0; pipeline'
                'Tag/Tags; hashtable; mandatory'
            )
        }
        'Get-IVSAdConfiguration' = @{
            Operation  = 'GetAdConfiguration'
            Impact     = 'None'
            Select     = 'AdConfiguration'
            Output     = 'AdConfiguration'
            Parameters = @(
                'Arn; string; mandatory; position 0; pipeline'
            )
        }
        'Get-IVSAdConfigurationList' = @{
            Operation  = 'ListAdConfigurations'
            Impact     = 'None'
            Select     = 'AdConfigurations'
            Output     = 'AdConfigurationSummary'
            Parameters = @(
                'MaxResult/MaxItems/MaxResults; int'
                'NextToken; string'
                'NoAutoIteration; switch'
            )
        }
        'Get-IVSChannel' = @{
            Operation  = 'GetChannel'
            Impact     = 'None'
            Select     = 'Channel'
            Output     = 'Channel'
            Parameters = @(
                'Arn; string; mandatory; position 0; pipeline'
            )
        }
        'Get-IVSChannelBatch' = @{
            Operation  = 'BatchGetChannel'
            Impact     = 'None'
            Select     = '*'
            Output     = 'BatchGetChannelResponse'
            Parameters = @(
                'Arn/Arns; string[]; mandatory'
            )
        }
        'Get-IVSChannelList' = @{
            Operation  = 'ListChannels'
            Impact     = 'None'
            Select     = 'Channels'
            Output     = 'ChannelSummary'
            Parameters = @(
                'FilterByAdConfigurationArn; string'
                'FilterByName; string; position 0; pipeline'
                'FilterByPlaybackRestrictionPolicyArn; string'
                'FilterByRecordingConfigurationArn; string'
                'MaxResult/MaxItems/MaxResults; int'
                'NextToken; string'
                'NoAutoIteration; switch'
            )
        }
        'Get-IVSPlaybackKeyPair' = @{
            Operation  = 'GetPlaybackKeyPair'
            Impact     = 'None'
            Select     = 'KeyPair'
            Output     = 'PlaybackKeyPair'
            Parameters = @(
                'Arn; string; mandatory; position 0; pipeline'
            )
        }
        'Get-IVSPlaybackKeyPairList' = @{
            Operation  = 'ListPlaybackKeyPairs'
            Impact     = 'None'
            Select     = 'KeyPairs'
            Output     = 'PlaybackKeyPairSummary'
            Parameters = @(
                'MaxResult/MaxItems/MaxResults; int'
                'NextToken; string'
                'NoAutoIteration; switch'
            )
        }
        'Get-IVSPlaybackRestrictionPolicy' = @{
            Operation  = 'GetPlaybackRestrictionPolicy'
            Impact     = 'None'
            Select     = 'PlaybackRestrictionPolicy'
            Output     = 'PlaybackRestrictionPolicy'
            Parameters = @(
                'Arn; string; mandatory; position 0; pipeline'
            )
        }
        'Get-IVSPlaybackRestrictionPolicyList' = @{
            Operation  = 'ListPlaybackRestrictionPolicies'
            Impact     = 'None'
            Select     = 'PlaybackRestrictionPolicies'
            Output     = 'PlaybackRestrictionPolicySummary'
            Parameters = @(
                'MaxResult/MaxItems/MaxResults; int'
                'NextToken; string'
                'NoAutoIteration; switch'
            )
        }
        'Get-IVSRecordingConfiguration' = @{
            Operation  = 'GetRecordingConfiguration'
            Impact     = 'None'
            Select     = 'RecordingConfiguration'
            Output     = 'RecordingConfiguration'
            Parameters = @(
                'Arn; string; mandatory; position 0; pipeline'
            )
        }
        'Get-IVSRecordingConfigurationList' = @{
            Operation  = 'ListRecordingConfigurations'
            Impact     = 'None'
            Select     = 'RecordingConfigurations'
            Output     = 'RecordingConfigurationSummary'
            Parameters = @(
                'MaxResult/MaxItems/MaxResults; int'
                'NextToken; string'
                'NoAutoIteration; switch'
            )
        }
        'Get-IVSResourceTag' = @{
            Operation  = 'ListTagsForResource'
            Impact     = 'None'
            Select     = 'Tags'
            Output     = 'string'
            Parameters = @(
                'ResourceArn; string; mandatory; position 0; pipeline'
            )
        }
        'Get-IVSStream' = @{
            Operation  = 'GetStream'
            Impact     = 'None'
            Select     = 'Stream'
            Output     = 'Stream'
            Parameters = @(
                'ChannelArn; string; mandatory; position 0; pipeline'
            )
        }
        'Get-IVSStreamKey' = @{
            Operation  = 'GetStreamKey'
            Impact     = 'None'
            Select     = 'StreamKey'
            Output     = 'StreamKey'
            Parameters = @(
                'Arn; string; mandatory; position 0; pipeline'
            )
        }
        'Get-IVSStreamKeyBatch' = @{
            Operation  = 'BatchGetStreamKey'
            Impact     = 'None'
            Select     = '*'
            Output     = 'BatchGetStreamKeyResponse'
            Parameters = @(
                'Arn/Arns; string[]; mandatory'
            )
        }
        'Get-IVSStreamKeyList' = @{
            Operation  = 'ListStreamKeys'
            Impact     = 'None'
            Select     = 'StreamKeys'
            Output     = 'StreamKeySummary'
            Parameters = @(
                'ChannelArn; string; mandatory; position 0; pipeline'
                'MaxResult/MaxItems/MaxResults; int'
                'NextToken; string'
                'NoAutoIteration; switch'
            )
        }
        'Get-IVSStreamList' = @{
            Operation  = 'ListStreams'
            Impact     = 'None'
            Select     = 'Streams'
            Output     = 'StreamSummary'
            Parameters = @(
                'FilterBy_Health; string; position 0; pipeline'
                'MaxResult/MaxItems/MaxResults; int'
                'NextToken; string'
                'NoAutoIteration; switch'
            )
        }
        'Get-IVSStreamSession' = @{
            Operation  = 'GetStreamSession'
            Impact     = 'None'
            Select     = 'StreamSession'
            Output     = 'StreamSession'
            Parameters = @(
                'ChannelArn; string; mandatory; position 0; pipeline'
                'StreamId; string'
            )
        }
        'Get-IVSStreamSessionList' = @{
            Operation  = 'ListStreamSessions'
            Impact     = 'None'
            Select     = 'StreamSessions'
            Output     = 'StreamSessionSummary'
            Parameters = @(
                'ChannelArn; string; mandatory; position 0; pipeline'
                'MaxResult/MaxItems/MaxResults; int'
                'NextToken; string'
                'NoAutoIteration; switch'
            )
        }
        'Import-IVSPlaybackKeyPair' = @{
            Operation  = 'ImportPlaybackKeyPair'
            Impact     = 'Medium'
            Select     = 'KeyPair'
            Output     = 'PlaybackKeyPair'
            Parameters = @(
                'Force; switch'
                'Name; string'
                'PublicKeyMaterial; string; mandatory; position 0; pipeline'
                'Tag/Tags; hashtable'
            )
        }
        'New-IVSAdConfiguration' = @{
            Operation  = 'CreateAdConfiguration'
            Impact     = 'Medium'
            Select     = 'AdConfiguration'
            Output     = 'AdConfiguration'
            Parameters = @(
                'Force; switch'
                'MediaTailorPlaybackConfiguration/MediaTailorPlaybackConfigurations; MediaTailorPlaybackConfiguration[]; mandatory'
                'Name; string; position 0; pipeline'
                'PostRollConfiguration_DurationSecond/PostRollConfiguration_DurationSeconds; int'
                'PostRollConfiguration_Enabled; bool'
                'Tag/Tags; hashtable'
            )
        }
        'New-IVSChannel' = @{
            Operation  = 'CreateChannel'
            Impact     = 'Medium'
            Select     = '*'
            Output     = 'CreateChannelResponse'
            Parameters = @(
                'AdConfigurationArn; string'
                'Authorized; bool'
                'ContainerFormat; string'
                'Force; switch'
                'InsecureIngest; bool'
                'LatencyMode; string'
                'MultitrackInputConfiguration_Enabled; bool'
                'MultitrackInputConfiguration_MaximumResolution; string'
                'MultitrackInputConfiguration_Policy; string'
                'Name; string; position 0; pipeline'
                'PlaybackRestrictionPolicyArn; string'
                'Preset; string'
                'RecordingConfigurationArn; string'
                'Tag/Tags; hashtable'
                'Type; string'
            )
        }
        'New-IVSPlaybackRestrictionPolicy' = @{
            Operation  = 'CreatePlaybackRestrictionPolicy'
            Impact     = 'Medium'
            Select     = 'PlaybackRestrictionPolicy'
            Output     = 'PlaybackRestrictionPolicy'
            Parameters = @(
                'AllowedCountry/AllowedCountries; string[]'
                'AllowedOrigin/AllowedOrigins; string[]'
                'EnableStrictOriginEnforcement; bool'
                'Force; switch'
                'Name; string'
                'Tag/Tags; hashtable'
            )
        }
        'New-IVSRecordingConfiguration' = @{
            Operation  = 'CreateRecordingConfiguration'
            Impact     = 'Medium'
            Select     = 'RecordingConfiguration'
            Output     = 'RecordingConfiguration'
            Parameters = @(
                'Force; switch'
                'Name; string; position 0; pipeline'
                'RecordingReconnectWindowSecond/RecordingReconnectWindowSeconds; int'
                'RenditionConfiguration_Rendition/RenditionConfiguration_Renditions; string[]'
                'RenditionConfiguration_RenditionSelection; string'
                'S3_BucketName/DestinationConfiguration_S3_BucketName; string'
                'Tag/Tags; hashtable'
                'ThumbnailConfiguration_RecordingMode; string'
                'ThumbnailConfiguration_Resolution; string'
                'ThumbnailConfiguration_Storage; string[]'
                'ThumbnailConfiguration_TargetIntervalSecond/ThumbnailConfiguration_TargetIntervalSeconds; long'
            )
        }
        'New-IVSStreamKey' = @{
            Operation  = 'CreateStreamKey'
            Impact     = 'Medium'
            Select     = 'StreamKey'
            Output     = 'StreamKey'
            Parameters = @(
                'ChannelArn; string; mandatory; position 0; pipeline'
                'Force; switch'
                'Tag/Tags; hashtable'
            )
        }
        'Remove-IVSAdConfiguration' = @{
            Operation  = 'DeleteAdConfiguration'
            Impact     = 'High'
            Select     = ''
            Output     = ''
            Parameters = @(
                'Arn; string; mandatory; position 0; pipeline'
                'Force; switch'
            )
        }
        'Remove-IVSChannel' = @{
            Operation  = 'DeleteChannel'
            Impact     = 'High'
            Select     = ''
            Output     = ''
            Parameters = @(
                'Arn; string; mandatory; position 0; pipeline'
                'Force; switch'
            )
        }
        'Remove-IVSPlaybackKeyPair' = @{
            Operation  = 'DeletePlaybackKeyPair'
            Impact     = 'High'
            Select     = ''
            Output     = ''
            Parameters = @(
                'Arn; string; mandatory; position 0; pipeline'
                'Force; switch'
            )
        }
        'Remove-IVSPlaybackRestrictionPolicy' = @{
            Operation  = 'DeletePlaybackRestrictionPolicy'
            Impact     = 'High'
            Select     = ''
            Output     = ''
            Parameters = @(
                'Arn; string; mandatory; position 0; pipeline'
                'Force; switch'
            )
        }
        'Remove-IVSRecordingConfiguration' = @{
            Operation  = 'DeleteRecordingConfiguration'
            Impact     = 'High'
            Select     = ''
            Output     = ''
            Parameters = @(
                'Arn; string; mandatory; position 0; pipeline'
                'Force; switch'
            )
        }
        'Remove-IVSResourceTag' = @{
            Operation  = 'UntagResource'
            Impact     = 'High'
            Select     = ''
            Output     = ''
            Parameters = @(
                'Force; switch'
                'ResourceArn; string; mandatory; position 0; pipeline'
                'TagKey/TagKeys; string[]; mandatory'
            )
        }
        'Remove-IVSStreamKey' = @{
            Operation  = 'DeleteStreamKey'
            Impact     = 'High'
            Select     = ''
            Output     = ''
            Parameters = @(
                'Arn; string; mandatory; position 0; pipeline'
                'Force; switch'
            )
        }
        'Start-IVSStartViewerSessionRevocation' = @{
            Operation  = 'BatchStartViewerSessionRevocation'
            Impact     = 'Medium'
            Select     = 'Errors'
            Output     = 'BatchStartViewerSessionRevocationError'
            Parameters = @(
                'Force; switch'
                'ViewerSession/ViewerSessions; BatchStartViewerSessionRevocationViewerSession[]; mandatory'
            )
        }
        'Start-IVSViewerSessionRevocation' = @{
            Operation  = 'StartViewerSessionRevocation'
            Impact     = 'Medium'
            Select     = ''
            Output     = ''
            Parameters = @(
                'ChannelArn; string; mandatory; position 0; pipeline'
                'Force; switch'
                'ViewerId; string; mandatory'
                'ViewerSessionVersionsLessThanOrEqualTo; int'
            )
        }
        'Stop-IVSStream' = @{
            Operation  = 'StopStream'
            Impact     = 'Medium'
            Select     = ''
            Output     = ''
            Parameters = @(
                'ChannelArn; string; mandatory; position 0; pipeline'
                'Force; switch'
            )
        }
        'Update-IVSAdConfiguration' = @{
            Operation  = 'UpdateAdConfiguration'
            Impact     = 'Medium'
            Select     = 'AdConfiguration'
            Output     = 'AdConfiguration'
            Parameters = @(
                'Arn; string; mandatory; position 0; pipeline'
                'Force; switch'
                'MediaTailorPlaybackConfiguration/MediaTailorPlaybackConfigurations; MediaTailorPlaybackConfiguration[]'
                'Name; string'
                'PostRollConfiguration_DurationSecond/PostRollConfiguration_DurationSeconds; int'
                'PostRollConfiguration_Enabled; bool'
            )
        }
        'Update-IVSChannel' = @{
            Operation  = 'UpdateChannel'
            Impact     = 'Medium'
            Select     = 'Channel'
            Output     = 'Channel'
            Parameters = @(
                'AdConfigurationArn; string'
                'Arn; string; mandatory; position 0; pipeline'
                'Authorized; bool'
                'ContainerFormat; string'
                'Force; switch'
                'InsecureIngest; bool'
                'LatencyMode; string'
                'MultitrackInputConfiguration_Enabled; bool'
                'MultitrackInputConfiguration_MaximumResolution; string'
                'MultitrackInputConfiguration_Policy; string'
                'Name; string'
                'PlaybackRestrictionPolicyArn; string'
                'Preset; string'
                'RecordingConfigurationArn; string'
                'Type; string'
            )
        }
        'Update-IVSPlaybackRestrictionPolicy' = @{
            Operation  = 'UpdatePlaybackRestrictionPolicy'
            Impact     = 'Medium'
            Select     = 'PlaybackRestrictionPolicy'
            Output     = 'PlaybackRestrictionPolicy'
            Parameters = @(
                'AllowedCountry/AllowedCountries; string[]'
                'AllowedOrigin/AllowedOrigins; string[]'
                'Arn; string; mandatory; position 0; pipeline'
                'EnableStrictOriginEnforcement; bool'
                'Force; switch'
                'Name; string'
            )
        }
        'Write-IVSMetadata' = @{
            Operation  = 'PutMetadata'
            Impact     = 'Medium'
            Select     = ''
            Output     = ''
            Parameters = @(
                'ChannelArn; string; mandatory; position 0; pipeline'
                'Force; switch'
                'Metadata; string; mandatory'
            )
        }
    }
}
