<#
.SYNOPSIS
    Rotates a Region's playback key without an outage. Run it on a schedule: each run does what is due.
.DESCRIPTION
    A run removes retired key pairs whose last token has expired, then creates and imports a new key pair and makes it the current one.
    The key pair that was current is retired: it stays imported until every token that it signed has expired.
    Signers take the current key from rotation.json in the key folder: (Get-Content rotation.json | ConvertFrom-Json).Current.PrivateKeyPath.
    Connection settings come from the session: AWS_REGION, AWS_PROFILE, or $PSDefaultParameterValues.
.EXAMPLE
    ./Update-PlaybackKey.ps1 -KeyFolder ./keys -LongestTokenLife 12:00:00
    Switches to a new key, and removes what was retired more than 12 hours ago.
.EXAMPLE
    ./Update-PlaybackKey.ps1 -KeyFolder ./keys -LongestTokenLife 12:00:00 -RetireOnly
    Removes what is due and creates nothing.
#>
#Requires -Version 7.4
#Requires -Modules IvsTools
[CmdletBinding(SupportsShouldProcess)]
param(
    # Where the keys and rotation.json are; readable by the signers alone.
    [Parameter(Mandatory)]
    [string] $KeyFolder,

    # How far ahead the signers' tokens expire at most.
    [Parameter(Mandatory)]
    [timespan] $LongestTokenLife,

    [string] $Name = "playback-$(Get-Date -Format yyyyMMdd-HHmmss)",

    # Protects the new private key, as Protect-CmsMessage -To takes it.
    [System.Management.Automation.CmsMessageRecipient[]] $ProtectTo,

    [switch] $RetireOnly
)

$ErrorActionPreference = 'Stop'
$keysPerRegion = 3
$statePath = Join-Path $KeyFolder rotation.json
$state = if (Test-Path $statePath) { Get-Content $statePath -Raw | ConvertFrom-Json } else { [pscustomobject]@{ Current = $null; Retiring = @() } }

function Save-State {
    # Whole or not at all: a signer may read it at any moment.
    $state | ConvertTo-Json -Depth 4 | Set-Content "$statePath.new"
    Move-Item "$statePath.new" $statePath -Force
}

# 1. Remove what nobody can hold a valid token of any more.
$state.Retiring = @(foreach ($pair in $state.Retiring) {
        $pair | Remove-IvsPlaybackKeyPair -NotBefore $pair.NotBefore -Force -ErrorVariable refused -ErrorAction SilentlyContinue
        $id = "$($refused.FullyQualifiedErrorId)".Split(',')[0]
        # Removed, now or by somebody else.
        if ($id -in '', 'ResourceNotFoundException') { continue }
        if ($id -ne 'KeyStillInUse') { Write-Error -ErrorRecord $refused[0] -ErrorAction Continue }
        $pair
    })
Save-State
if ($RetireOnly) { return $state }

# 2. A Region holds three key pairs: say so before anything is made.
$imported = @(Get-IvsPlaybackKeyPair)
if ($imported.Count -ge $keysPerRegion) {
    throw "The Region holds $($imported.Count) playback key pairs ($($imported.Name -join ', ')), and there is no room for another. Wait for $($state.Retiring.NotBefore -join ', '), or remove one."
}

# 3. Create and import the new key; from here on the service takes tokens of both.
if (-not $PSCmdlet.ShouldProcess($Name, 'Create and switch to playback key pair')) { return }
$protection = if ($ProtectTo) { @{ ProtectTo = $ProtectTo } } else { @{} }
$file = New-IvsPlaybackKeyPair -Name $Name -DestinationPath $KeyFolder @protection
$pair = $file | Import-IvsPlaybackKeyPair

# 4. Switch, and remember until when the old key must stay.
if ($state.Current) {
    $state.Retiring += [pscustomobject]@{ Arn = $state.Current.Arn; NotBefore = [datetimeoffset]::UtcNow + $LongestTokenLife }
}
$state.Current = [pscustomobject]@{ Name = $Name; Arn = $pair.Arn; Fingerprint = $pair.Fingerprint; PrivateKeyPath = $file.PrivateKeyPath }
Save-State
$state
