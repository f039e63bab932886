# The time until the first response.
$ours, $bare = Measure-SideBySide { Invoke-Child "Import-Module '$manifest'" } { Invoke-Child 'exit' }
Write-Ratio 'pwsh that imports the module' $ours 'bare pwsh' $bare ms

if (Get-Command aws -CommandType Application -ErrorAction Ignore) {
    $channel = New-IvsChannel -Name bench -EndpointUrl $emulator.Url
    $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY = $emulator.AccessKeyId, $emulator.SecretAccessKey
    $env:AWS_DEFAULT_REGION = $emulator.Region
    $free = {
        Get-IvsStreamKey -ChannelArn $channel.Arn -EndpointUrl $emulator.Url | Remove-IvsStreamKey -EndpointUrl $emulator.Url -Force
    }
    $ours, $cli = Measure-SideBySide -Before $free {
        Invoke-Child "Import-Module '$manifest'; (New-IvsStreamKey $($channel.Arn) -EndpointUrl $($emulator.Url)).Value"
    } {
        aws ivs create-stream-key --channel-arn $channel.Arn --endpoint-url $emulator.Url --query streamKey.value --output text
        if ($LASTEXITCODE -ne 0) { throw 'The AWS CLI failed.' }
    }
    Write-Ratio 'process start to the printed stream key' $ours 'AWS CLI, same call' $cli ms '0.70'
}
else { Write-Warning 'The AWS CLI is not on this machine: nothing to compare the first stream key with.' }
