<#
.SYNOPSIS
    Rotates the playback key of a Region without an outage. Run it on a schedule.
.DESCRIPTION
    A run removes retired key pairs whose last token has expired, then creates and imports a new key pair and makes it the current one.
    The key pair that was current is retired: it stays imported until every token that it signed has expired.
    Signers read the current key from rotation.json in the key folder: (Get-Content rotation.json | ConvertFrom-Json).Current.
    It contains PrivateKeyPath for a key file, or KmsKeyId for a key in AWS KMS.
    Connection settings come from the session: AWS_REGION, AWS_PROFILE, or $PSDefaultParameterValues.
.EXAMPLE
    ./Update-PlaybackKey.ps1 -KeyFolder ./keys -LongestTokenLife 12:00:00
    Switches to a new key, and removes what was retired more than 12 hours ago.
.EXAMPLE
    ./Update-PlaybackKey.ps1 -KeyFolder ./keys -LongestTokenLife 12:00:00 -Kms
    Switches to a new key in AWS KMS. The current key can be a file. Removed key pairs keep their key in AWS KMS: schedule its deletion.
.EXAMPLE
    ./Update-PlaybackKey.ps1 -KeyFolder ./keys -LongestTokenLife 12:00:00 -RetireOnly
    Removes what is due and creates nothing.
#>
#Requires -Version 7.4
#Requires -Modules IvsTools
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'File')]
param(
    # The folder that contains the keys and rotation.json. Allow only the accounts that sign tokens to read it.
    [Parameter(Mandatory)]
    [string] $KeyFolder,

    # The maximum lifetime of the tokens.
    [Parameter(Mandatory)]
    [timespan] $LongestTokenLife,

    [string] $Name = "playback-$(Get-Date -Format yyyyMMdd-HHmmss)",

    # The certificates that protect the new private key. The values are the same as for Protect-CmsMessage -To.
    [Parameter(ParameterSetName = 'File')]
    [System.Management.Automation.CmsMessageRecipient[]] $ProtectTo,

    # Creates the new key in AWS KMS.
    [Parameter(ParameterSetName = 'Kms')]
    [switch] $Kms,

    [switch] $RetireOnly
)

$ErrorActionPreference = 'Stop'
$keysPerRegion = 3
$statePath = Join-Path $KeyFolder rotation.json
$state = if (Test-Path $statePath) {
    Get-Content $statePath -Raw | ConvertFrom-Json
}
else {
    [pscustomobject]@{ Current = $null; Retiring = @() }
}

function Save-State {
    # The file is replaced completely, because a signer can read it at any time.
    $state | ConvertTo-Json -Depth 4 | Set-Content "$statePath.new"
    Move-Item "$statePath.new" $statePath -Force
}

# 1. Remove key pairs whose tokens have all expired.
$state.Retiring = @(foreach ($pair in $state.Retiring) {
        $pair | Remove-IvsPlaybackKeyPair -NotBefore $pair.NotBefore -Force -ErrorVariable refused -ErrorAction SilentlyContinue
        $id = "$($refused.FullyQualifiedErrorId)".Split(',')[0]
        # The key pair was removed in this run or in an earlier run.
        if ($id -in '', 'ResourceNotFoundException') { continue }
        if ($id -ne 'KeyStillInUse') { Write-Error -ErrorRecord $refused[0] -ErrorAction Continue }
        $pair
    })
Save-State
if ($RetireOnly) { return $state }

# 2. A Region can have three key pairs, so check their number before you create a key.
$imported = @(Get-IvsPlaybackKeyPair)
if ($imported.Count -ge $keysPerRegion) {
    throw "The Region holds $($imported.Count) playback key pairs ($($imported.Name -join ', ')), " +
        "and another key pair cannot be imported. Wait until $($state.Retiring.NotBefore -join ', '), or remove a key pair."
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
    # The next run creates another key.
    Write-Warning "The new key $($key.KmsKeyId ?? $key.PrivateKeyPath) was not imported. Delete it, or import it yourself."
    throw
}

# 4. Switch to the new key, and store the time after which the old key can be removed.
if ($state.Current) {
    $state.Retiring += [pscustomobject]@{ Arn = $state.Current.Arn; NotBefore = [datetimeoffset]::UtcNow + $LongestTokenLife }
}
$state.Current = [pscustomobject]@{
    Name = $Name; Arn = $pair.Arn; Fingerprint = $pair.Fingerprint; PrivateKeyPath = $key.PrivateKeyPath; KmsKeyId = $key.KmsKeyId
}
Save-State
$state
