<#
.SYNOPSIS
    Shows a private channel from the key pair to the viewer with a local endpoint. Nothing is sent to AWS.
#>
[CmdletBinding()]
param(
    # The module to show: the module of this checkout, or the name of an installed module.
    [string] $Module = "$PSScriptRoot/../../IvsTools.psd1"
)

$ErrorActionPreference = 'Stop'
Import-Module $Module
$folder = New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) "ivstools-demo-$([guid]::NewGuid())")
$emulator = Start-IvsEmulator
$PSDefaultParameterValues = @{ '*-Ivs*:EndpointUrl' = $emulator.Url }

# The command is dot-sourced, so that the next command can use its variables.
# Output and errors appear immediately and in their order, as in an interactive session.
function Show($Command) {
    Write-Host "`nPS> $Command" -ForegroundColor Cyan
    . ([scriptblock]::Create($Command)) 2>&1 | Out-String -Stream -Width 120 | Write-Host
}

function Get-Playlist($Url) {
    foreach ($one in $Url) {
        $response = Invoke-WebRequest $one -SkipHttpErrorCheck
        "$($response.StatusCode) $("$response".Split("`n")[0])"
    }
}

try {
    Set-Location $folder
    # Errors are part of the demo, which continues after each error.
    $ErrorActionPreference = 'Continue'
    # If a terminal cannot show progress, the attempt to show it can delay Invoke-WebRequest by several seconds.
    $ProgressPreference = 'SilentlyContinue'
    Write-Host "An IVS endpoint listens at $($emulator.Url): it checks signatures, validates requests and returns the errors of Amazon IVS."

    Write-Host "`nCreate key pairs on this machine"
    . Show "New-IvsPlaybackKeyPair -Name prod | Format-List"
    . Show "New-IvsPlaybackKeyPair -Name spare | Select-Object Name, Fingerprint"
    # Amazon IVS would reject this key without a reason in the error.
    $p256 = [System.Security.Cryptography.ECDsa]::Create([System.Security.Cryptography.ECCurve+NamedCurves]::nistP256)
    Set-Content p256.public.pem $p256.ExportSubjectPublicKeyInfoPem()

    Write-Host "`nImport every PEM file in this folder: two public keys are imported, and two private keys and a P-256 key are rejected"
    . Show "Get-Content *.pem | Import-IvsPlaybackKeyPair -Name { `$_.PSChildName -replace '\..*' }"

    Write-Host "`nImport the public keys again: key pairs that exist are returned"
    . Show "Get-ChildItem *.public.pem -Exclude p256* | Import-IvsPlaybackKeyPair -ReuseExisting | Select-Object Name, Arn"

    Write-Host "`nCreate a private channel and reset its stream key"
    . Show "New-IvsChannel -Name studio -Authorized `$true -OutVariable channel"
    . Show "`$channel.StreamKey"
    . Show "Reset-IvsStreamKey -ChannelArn `$channel.Arn -Force"
    . Show "New-IvsStreamKey -ChannelArn `$channel.Arn"

    Write-Host "`nStart a stream, and play it with the token of a viewer"
    $emulator.Streams.Start($channel.Arn)
    . Show "Get-Playlist `$channel.PlaybackUrl"
    . Show "`$channel | New-IvsViewerToken -PrivateKeyPath prod.private.pem -ViewerId viewer-1 -OutVariable token | Format-List"
    . Show "Get-Playlist `$token.PlaybackUrl"
    . Show "Test-IvsViewerToken `$token.PlaybackUrl -PublicKeyPath spare.public.pem"

    Write-Host "`nRevoke the access of the viewer"
    . Show "`$token | Start-IvsViewerSessionRevocation; Get-Playlist `$token.PlaybackUrl"

    Write-Host "`nRotate the key: for a time, tokens of both keys are accepted"
    . Show "`$channel | New-IvsViewerToken -PrivateKeyPath prod.private.pem -ViewerId viewer-2 -OutVariable old | Out-Null"
    . Show "`$channel | New-IvsViewerToken -PrivateKeyPath spare.private.pem -ViewerId viewer-2 -OutVariable new | Out-Null"
    . Show "Get-Playlist `$old.PlaybackUrl, `$new.PlaybackUrl"
    . Show "Get-IvsPlaybackKeyPair | Where-Object Name -EQ prod | Remove-IvsPlaybackKeyPair -Force"
    . Show "Get-Playlist `$old.PlaybackUrl, `$new.PlaybackUrl"

    Write-Host "`nClean up"
    $emulator.Streams.End($channel.Arn)
    . Show "Get-IvsChannel | Remove-IvsChannel -Force -Verbose 4>&1"
    . Show "Get-IvsPlaybackKeyPair | Remove-IvsPlaybackKeyPair -Force"
    $withKey = @($emulator.Requests.Body -match 'PRIVATE').Count
    Write-Host "`n$($emulator.Requests.Count) requests reached the endpoint. Requests that contained a private key: $withKey."
    Write-Host "`nTo try the cmdlets without AWS, start PowerShell and type:"
    Write-Host "  Import-Module '$((Test-Path $Module) ? (Convert-Path $Module) : $Module)'; `$emulator = Start-IvsEmulator -SetEnvironment"
    Write-Host '  New-IvsChannel -Name studio -Authorized $true    # for the next steps, see Get-Help about_IvsPrivateChannels'
}
finally {
    Set-Location $PSScriptRoot
    Stop-IvsEmulator
    Remove-Item $folder -Recurse
}
