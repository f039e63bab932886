BeforeAll { . $PSScriptRoot/Setup.ps1 }
AfterAll { $emulator | Stop-IvsEmulator }

Describe 'A row for a recording configuration' {
    BeforeEach { Reset-Emulator }

    It 'is rejected if a number is invalid' {
        $rows = [pscustomobject]@{ Name = 'a'; BucketName = 'recordings'; RecordingReconnectWindowSeconds = '60' },
        [pscustomobject]@{ Name = 'b'; BucketName = 'recordings'; RecordingReconnectWindowSeconds = 'soon' }
        $made = $rows | New-IvsRecordingConfiguration -ErrorVariable rejected -ErrorAction SilentlyContinue
        $made.RecordingReconnectWindowSeconds | Should -Be 60
        $rejected.Count | Should -Be 1
    }
}

Describe 'The CSV of a recording configuration' {
    BeforeEach { Reset-Emulator }

    It 'contains every setting as text that New-IvsRecordingConfiguration reads' {
        $first = New-IvsRecordingConfiguration recordings bucket -ThumbnailRecordingMode INTERVAL -ThumbnailStorage LATEST, SEQUENTIAL `
            -RenditionSelection CUSTOM -Rendition HD, SD
        $emulator.ClearRequests()
        $first | Export-Csv $TestDrive/recordings.csv
        (Import-Csv $TestDrive/recordings.csv).DestinationConfiguration | Should -Be 's3://bucket'
        $null = Import-Csv $TestDrive/recordings.csv | New-IvsRecordingConfiguration
        $null = $first | New-IvsRecordingConfiguration
        $fromCsv, $fromObject = (Get-Sent CreateRecordingConfiguration).Body
        $fromCsv | Should -Be $fromObject
        $fromCsv | Should -Match '"bucketName":"bucket"'
    }
}

Describe 'New-IvsRecordingConfiguration' {
    BeforeEach { Reset-Emulator }

    It 'sends the same request for structures, for separate parameters and for the parameters of AWS.Tools' {
        $null = New-IvsRecordingConfiguration rec -DestinationConfiguration @{ s3 = @{ bucketName = 'recordings' } } `
            -RecordingReconnectWindowSecond 60 `
            -ThumbnailConfiguration @{
                recordingMode = 'interval'
                targetIntervalSeconds = 30
                resolution = 'hd'
                storage = 'latest', 'SEQUENTIAL'
            } `
            -RenditionConfiguration @{ renditionSelection = 'custom'; renditions = 'hd', 'sd' }
        $null = New-IvsRecordingConfiguration rec recordings -RecordingReconnectWindowSecond 60 `
            -ThumbnailRecordingMode interval -ThumbnailTargetIntervalSecond 30 `
            -ThumbnailResolution hd -ThumbnailStorage latest, sequential `
            -RenditionSelection custom -Rendition hd, sd
        $null = New-IVSRecordingConfiguration -Name rec -S3_BucketName recordings -RecordingReconnectWindowSeconds 60 `
            -ThumbnailConfiguration_RecordingMode INTERVAL -ThumbnailConfiguration_TargetIntervalSecond 30 `
            -ThumbnailConfiguration_Resolution HD `
            -ThumbnailConfiguration_Storage LATEST, SEQUENTIAL `
            -RenditionConfiguration_RenditionSelection CUSTOM -RenditionConfiguration_Rendition HD, SD
        $sent = (Get-Sent CreateRecordingConfiguration).Body
        $sent | Select-Object -Unique | Should -Be ('{"destinationConfiguration":{"s3":{"bucketName":"recordings"}},"name":"rec",' +
            '"thumbnailConfiguration":{"recordingMode":"INTERVAL","targetIntervalSeconds":30,"resolution":"HD",' +
            '"storage":["LATEST","SEQUENTIAL"]},' +
            '"recordingReconnectWindowSeconds":60,"renditionConfiguration":{"renditionSelection":"CUSTOM","renditions":["HD","SD"]}}')
        $sent.Count | Should -Be 3
    }

    It 'accepts typed objects, and the output of Get-IvsRecordingConfiguration' {
        $first = New-IvsRecordingConfiguration -DestinationConfiguration (
            [IvsTools.DestinationConfiguration]::new([IvsTools.S3DestinationConfiguration]::new('recordings'))
        ) -ThumbnailRecordingMode DISABLED
        $second = Get-IvsRecordingConfiguration $first.Arn | New-IvsRecordingConfiguration
        $second.DestinationConfiguration.S3.BucketName | Should -Be 'recordings'
        $second.ThumbnailConfiguration.RecordingMode | Should -Be 'DISABLED'
        $third = New-IvsRecordingConfiguration other recordings | New-IvsRecordingConfiguration -ThumbnailRecordingMode DISABLED
        $third.ThumbnailConfiguration.RecordingMode | Should -Be 'DISABLED'
    }

    It 'creates a copy of a recording configuration from Export-Clixml' {
        $null = New-IvsRecordingConfiguration archive recordings -ThumbnailConfiguration @{
            recordingMode = 'INTERVAL'
            targetIntervalSeconds = 5
            storage = 'SEQUENTIAL', 'LATEST'
        } -RenditionConfiguration @{ renditionSelection = 'CUSTOM'; renditions = 'SD', 'HD' }
        Get-IvsRecordingConfiguration archive | Export-Clixml "$TestDrive/archive.xml"
        $null = Import-Clixml "$TestDrive/archive.xml" | New-IvsRecordingConfiguration
        $first, $second = (Get-Sent CreateRecordingConfiguration).Body | ForEach-Object { $_ | ConvertFrom-Json -AsHashtable }
        foreach ($name in 'destinationConfiguration', 'thumbnailConfiguration', 'renditionConfiguration') {
            $second[$name] | ConvertTo-Json | Should -Be ($first[$name] | ConvertTo-Json)
        }
    }

    It 'accepts structures that PowerShell converts from hashtables' {
        $thumbnails = [IvsTools.ThumbnailConfiguration] @{ RecordingMode = 'INTERVAL'; Storage = [string[]] ('SEQUENTIAL', 'LATEST') }
        $renditions = [IvsTools.RenditionConfiguration] @{ RenditionSelection = 'CUSTOM'; Renditions = [string[]] ('HD', 'SD') }
        $thumbnails.Storage.ToString(), $renditions.Renditions.ToString() | Should -Be 'SEQUENTIAL, LATEST', 'HD, SD'
        $made = New-IvsRecordingConfiguration -ThumbnailConfiguration $thumbnails -RenditionConfiguration $renditions `
            -DestinationConfiguration ([IvsTools.DestinationConfiguration] @{ S3 = @{ BucketName = 'recordings' } })
        $made.DestinationConfiguration.S3.BucketName | Should -Be 'recordings'
        $made.ThumbnailConfiguration.Storage | Should -Be 'SEQUENTIAL', 'LATEST'
        $made.RenditionConfiguration.Renditions | Should -Be 'HD', 'SD'
    }

    It 'rejects a configuration object with <Why>, before a request is sent' -ForEach @(
        @{ Why = 'an empty bucket name'; Arguments = @{ DestinationConfiguration = { [IvsTools.DestinationConfiguration] @{ S3 = @{} } } } }
        @{
            Why = 'an unknown value'
            Arguments = @{
                BucketName = 'abc'
                ThumbnailConfiguration = { [IvsTools.ThumbnailConfiguration] @{ RecordingMode = 'SOMETIMES' } }
            }
        }
        @{
            Why = 'an interval of 61 s'
            Arguments = @{
                BucketName = 'abc'
                ThumbnailConfiguration = { [IvsTools.ThumbnailConfiguration] @{ TargetIntervalSeconds = 61 } }
            }
        }
    ) {
        foreach ($key in @($Arguments.Keys)) { if ($Arguments[$key] -is [scriptblock]) { $Arguments[$key] = & $Arguments[$key] } }
        { New-IvsRecordingConfiguration @Arguments } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*'
        $emulator.Requests.Count | Should -Be 0
    }

    It 'rejects <Why> with an error that identifies it, before a request is sent' -ForEach @(
        @{
            Why = 'an unknown key'
            Arguments = @{ DestinationConfiguration = @{ s4 = 1 } }
            Message = "*DestinationConfiguration does not have 's4'. Valid members: S3.*"
        }
        @{
            Why = 'an unknown key of an inner structure'
            Arguments = @{ DestinationConfiguration = @{ s3 = @{ bucket = 'x' } } }
            Message = "*DestinationConfiguration.S3 does not have 'bucket'. Valid members: BucketName.*"
        }
        @{
            Why = 'a missing bucket name'
            Arguments = @{ DestinationConfiguration = @{ s3 = @{} } }
            Message = '*DestinationConfiguration.S3 requires BucketName.*'
        }
        @{
            Why = 'a short bucket name'
            Arguments = @{ DestinationConfiguration = @{ s3 = @{ bucketName = 'x' } } }
            Message = '*BucketName*3 to 63*'
        }
        @{
            Why = 'an unknown value'
            Arguments = @{ BucketName = 'abc'; ThumbnailConfiguration = @{ recordingMode = 'sometimes' } }
            Message = '*RecordingMode*DISABLED, INTERVAL*'
        }
        @{
            Why = 'an interval of 61 s'
            Arguments = @{ BucketName = 'abc'; ThumbnailConfiguration = @{ targetIntervalSeconds = 61 } }
            Message = '*1 to 60*'
        }
        @{
            Why = 'an unknown value in a list'
            Arguments = @{ BucketName = 'abc'; RenditionConfiguration = @{ renditions = 'HD', '4K' } }
            Message = '*Renditions*SD, HD, FULL_HD, LOWEST_RESOLUTION*'
        }
        @{
            Why = 'a reconnect window of 301 s'
            Arguments = @{ BucketName = 'abc'; RecordingReconnectWindowSecond = 301 }
            Message = '*300*'
        }
        @{
            Why = 'text in place of a structure'
            Arguments = @{ BucketName = 'abc'; ThumbnailConfiguration = 'INTERVAL' }
            Message = '*must be a hashtable*'
        }
    ) {
        { New-IvsRecordingConfiguration @Arguments } | Should -Throw $Message
        $emulator.Requests.Count | Should -Be 0
    }

    It 'accepts names from the pipeline' {
        ('r1', 'r2' | New-IVSRecordingConfiguration -S3_BucketName recordings).Name | Should -Be 'r1', 'r2'
    }

    It 'returns immediately without -Wait' {
        (New-IvsRecordingConfiguration rec recordings).State | Should -Be 'CREATING'
        $emulator.Requests.Operation | Should -Be 'CreateRecordingConfiguration'
    }

    It 'waits with -Wait until the recording configuration is ACTIVE' {
        $emulator.Faults.ReadsUntilSettled = 2
        (New-IvsRecordingConfiguration rec recordings -Wait).State | Should -Be 'ACTIVE'
        (Get-Sent GetRecordingConfiguration).Count | Should -Be 3
    }

    It 'returns the recording configuration and writes an error if its creation fails' {
        $emulator.Faults.FailRecordingConfigurations = $true
        $made = New-IvsRecordingConfiguration rec recordings -Wait -ErrorVariable failed -ErrorAction SilentlyContinue
        $made.State | Should -Be 'CREATE_FAILED'
        $failed.Count | Should -Be 1
        Get-ErrorId $failed[0] | Should -Be 'RecordingConfigurationFailed'
        $failed[0].CategoryInfo.Category | Should -Be 'InvalidResult'
        $failed[0].TargetObject | Should -Be $made.Arn
        $failed[0].ErrorDetails.RecommendedAction | Should -Match 'bucket'
    }

    It 'writes an error if the wait takes longer than -WaitTimeoutSec' {
        $emulator.Faults.ReadsUntilSettled = 1000
        New-IvsRecordingConfiguration rec recordings -Wait -WaitTimeoutSec 1 -ErrorVariable late -ErrorAction SilentlyContinue |
            Should -BeNullOrEmpty
        Get-ErrorId $late[0] | Should -Be 'WaitTimeout'
        $late[0].CategoryInfo.Category | Should -Be 'OperationTimeout'
        $late[0].ErrorDetails.RecommendedAction | Should -Match '-WaitTimeoutSec'
    }
}

Describe 'Recording configurations' {
    BeforeEach { Reset-Emulator }

    It 'are listed, read and removed' {
        $made = 1..3 | ForEach-Object { New-IvsRecordingConfiguration "r$_" recordings }
        (Get-IvsRecordingConfiguration).Name | Should -Be 'r1', 'r2', 'r3'
        (Get-IvsRecordingConfiguration).State | Should -Be 'ACTIVE', 'ACTIVE', 'ACTIVE'
        ($made | Get-IvsRecordingConfiguration).State | Should -Be 'ACTIVE', 'ACTIVE', 'ACTIVE'
        $made | Remove-IvsRecordingConfiguration -Force
        Get-IvsRecordingConfiguration | Should -BeNullOrEmpty
    }

    It 'cannot be removed while a channel uses them' {
        $recording = New-IvsRecordingConfiguration rec recordings
        $channel = New-IvsChannel -RecordingConfigurationArn $recording.Arn
        (Get-IvsChannel -FilterByRecordingConfigurationArn $recording.Arn).Arn | Should -Be $channel.Arn
        $recording | Remove-IvsRecordingConfiguration -Force -ErrorVariable used -ErrorAction SilentlyContinue
        Get-ErrorId $used[0] | Should -Be 'ConflictException'
    }

    It 'must exist before a channel can use them' {
        $absent = 'arn:aws:ivs:us-west-2:123456789012:recording-configuration/none'
        New-IvsChannel -RecordingConfigurationArn $absent -ErrorVariable none -ErrorAction SilentlyContinue
        Get-ErrorId $none[0] | Should -Be 'ResourceNotFoundException'
    }

    It 'can be set to CREATE_FAILED by the control route' {
        $recording = New-IvsRecordingConfiguration rec recordings
        $id = $recording.Arn.Split('/')[-1]
        $route = "$($emulator.Url)/_emulator/recording-configurations/$id"
        $null = Invoke-RestMethod $route -Method Post -ContentType application/json -Body '{"state":"CREATE_FAILED"}'
        (Get-IvsRecordingConfiguration $recording.Arn).State | Should -Be 'CREATE_FAILED'
        $emulator.Recordings.Set($recording.Arn, 'ACTIVE')
        (Get-IvsRecordingConfiguration $recording.Arn).State | Should -Be 'ACTIVE'
    }
}
