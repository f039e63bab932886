<#
.SYNOPSIS
    Rotates the playback key of a Region without an outage. Run the script on a schedule.
.DESCRIPTION
    A run removes retired key pairs whose last token has expired. Then it creates and imports a new key pair, and makes it the current one.
    The previous key pair is retired: it stays imported until every token that it signed has expired.
    The output contains one object for each key pair. Its Status is Current, Retiring or Removed.
    Key pairs that the script did not import are not changed. Remove such a key pair yourself when its last token has expired.
    A run does not delete private keys. When a key pair is removed, delete its private key file, or schedule the deletion of its key
    in AWS KMS.
    Scripts that sign tokens read the current key from rotation.json in the key folder:
    (Get-Content rotation.json | ConvertFrom-Json).Current has PrivateKeyPath for a key file, or KmsKeyId for a key in AWS KMS.
    The Region and the credentials are from the session: from AWS_REGION, AWS_PROFILE or $PSDefaultParameterValues.
    The IvsTools module must be installed, or imported in the session.
.EXAMPLE
    ./Update-PlaybackKey.ps1 -KeyFolder ./keys -LongestTokenLife 12:00:00
    Switches to a new key, and removes the key pairs that were retired more than 12 hours ago.
.EXAMPLE
    ./Update-PlaybackKey.ps1 -KeyFolder ./keys -LongestTokenLife 12:00:00 -Kms
    Switches to a new key in AWS KMS. The current key can be in a file.
.EXAMPLE
    ./Update-PlaybackKey.ps1 -KeyFolder ./keys -LongestTokenLife 12:00:00 -RetireOnly
    Removes the key pairs that were retired more than 12 hours ago, and does not create a key pair.
#>
#Requires -Version 7.4
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'File')]
param(
    # An existing folder for the keys and rotation.json. Only the accounts that sign tokens should have read access.
    [Parameter(Mandatory)]
    [ValidateScript({ Test-Path -LiteralPath $_ -PathType Container }, ErrorMessage = "The folder '{0}' does not exist. Create it first.")]
    [string] $KeyFolder,

    # The maximum lifetime of the tokens.
    [Parameter(Mandatory)]
    [timespan] $LongestTokenLife,

    # The name of the new key pair. By default, the name contains the current date and time.
    [string] $Name = "playback-$(Get-Date -Format yyyyMMdd-HHmmss)",

    # The certificates that protect the new private key. Specify them as for Protect-CmsMessage -To.
    [Parameter(ParameterSetName = 'File')]
    [System.Management.Automation.CmsMessageRecipient[]] $ProtectTo,

    # Creates the new key in AWS KMS.
    [Parameter(ParameterSetName = 'Kms')]
    [switch] $Kms,

    # Removes the retired key pairs whose last token has expired, and does not create a key pair.
    [switch] $RetireOnly
)

$ErrorActionPreference = 'Stop'
# Unlike #Requires -Modules, this check also says how to get the module.
if (-not (Get-Command Import-IvsPlaybackKeyPair -ErrorAction Ignore)) {
    throw 'The module IvsTools is not available. Install it, or import it in this session with Import-Module and the path of IvsTools.psd1.'
}
$keysPerRegion = 3
$statePath = Join-Path $KeyFolder rotation.json
$state = if (Test-Path $statePath) {
    Get-Content $statePath -Raw | ConvertFrom-Json
}
else {
    [pscustomobject]@{ Current = $null; Retiring = @() }
}

function Save-State {
    if ($WhatIfPreference) { return }
    # A signer can read the file at any time, so the new file replaces it in one step.
    $state | ConvertTo-Json -Depth 4 | Set-Content "$statePath.new"
    Move-Item "$statePath.new" $statePath -Force
}

function Show-KeyPair([string] $Status) {
    process {
        if (-not $_) { return }
        $local = if ($_.NotBefore) { ([datetimeoffset] $_.NotBefore).ToLocalTime() }
        [pscustomobject]@{
            Status         = $Status
            Name           = $_.Name
            Arn            = $_.Arn
            Fingerprint    = $_.Fingerprint
            PrivateKeyPath = $_.PrivateKeyPath
            KmsKeyId       = $_.KmsKeyId
            # The earliest time at which a run removes the key pair.
            NotBefore      = $local
        }
    }
}

# 1. Remove key pairs whose tokens have all expired.
$removed = @()
$state.Retiring = @(foreach ($pair in $state.Retiring) {
        Remove-IvsPlaybackKeyPair $pair.Arn -NotBefore $pair.NotBefore -Force -ErrorVariable rejected -ErrorAction SilentlyContinue
        if ($WhatIfPreference) { $pair; continue }
        $id = "$($rejected.FullyQualifiedErrorId)".Split(',')[0]
        # The key pair was removed in this run, or it no longer exists.
        if ($id -in '', 'ResourceNotFoundException') { $removed += $pair; continue }
        if ($id -ne 'KeyStillInUse') { Write-Error -ErrorRecord $rejected[0] -ErrorAction Continue }
        $pair
    })
Save-State
$removed | Show-KeyPair Removed
if ($RetireOnly) {
    $state.Current | Show-KeyPair Current
    $state.Retiring | Show-KeyPair Retiring
    return
}

# 2. Check the number of key pairs before a new key is created, because a Region can have only three.
$imported = @(Get-IvsPlaybackKeyPair)
# With -WhatIf, step 1 has not removed any key pairs, so the number can be too high and is not checked.
if ($imported.Count -ge $keysPerRegion -and -not $WhatIfPreference) {
    $times = foreach ($pair in $state.Retiring | Show-KeyPair) { $pair.NotBefore.ToString('yyyy-MM-dd HH:mm:ss zzz') }
    $advice = if ($times) { "Wait until a run can remove a retired key pair ($($times -join ' or ')), or remove a key pair yourself." }
        else { 'Remove a key pair that is no longer used.' }
    throw "The Region has $($imported.Count) playback key pairs ($($imported.Name -join ', ')), " +
        "so another key pair cannot be imported. $advice"
}

# 3. Create and import the new key. The service now accepts tokens of both keys.
if (-not $PSCmdlet.ShouldProcess($Name, 'Create and switch to playback key pair')) { return }
$place = if ($Kms) { @{ Kms = $true } }
    elseif ($ProtectTo) { @{ DestinationPath = $KeyFolder; ProtectTo = $ProtectTo } }
    else { @{ DestinationPath = $KeyFolder } }
$key = New-IvsPlaybackKeyPair -Name $Name @place
try {
    $pair = $key | Import-IvsPlaybackKeyPair
}
catch {
    # The next run creates another key, so this key would remain unused.
    Write-Warning "The new key $($key.KmsKeyId ?? $key.PrivateKeyPath) was not imported. Delete it, or import it yourself."
    throw
}

# 4. Switch to the new key, and store the time after which the old key can be removed.
if ($state.Current) {
    $notBefore = [datetimeoffset]::UtcNow + $LongestTokenLife
    $state.Retiring += $state.Current | Select-Object *, @{ n = 'NotBefore'; e = { $notBefore } }
}
$state.Current = [pscustomobject]@{
    Name = $Name; Arn = $pair.Arn; Fingerprint = $pair.Fingerprint; PrivateKeyPath = $key.PrivateKeyPath; KmsKeyId = $key.KmsKeyId
}
Save-State
$state.Current | Show-KeyPair Current
$state.Retiring | Show-KeyPair Retiring
