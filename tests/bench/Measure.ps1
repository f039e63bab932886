# A pair is one measurement of the module and one of the program with which it is compared.
# Each script block returns a number: a time, a rate, or an amount of memory.

# Runs both script blocks in each round, in alternating order, so that a slow moment of the machine affects both.
# The first round only fills the caches, and its results are not used.
function Measure-Pair([scriptblock] $Ours, [scriptblock] $Peer, [scriptblock] $Before = {}, [int] $Rounds = $Repeat) {
    $pairs = foreach ($round in 0..$Rounds) {
        $pair = @{}
        foreach ($side in $round % 2 ? ('Peer', 'Ours') : ('Ours', 'Peer')) {
            $null = & $Before
            $pair[$side] = [double](& ($side -eq 'Ours' ? $Ours : $Peer))
        }
        if ($round) { $pair }
    }
    @{
        Ours = Get-Quantile ($pairs.Ours) 0.5
        Peer = Get-Quantile ($pairs.Peer) 0.5
        Values = @($pairs.Ours)
        Ratios = @($pairs | ForEach-Object { $_.Ours / $_.Peer })
        Differences = @($pairs | ForEach-Object { $_.Ours - $_.Peer })
    }
}

function Measure-Milliseconds([scriptblock] $Script) { (Measure-Command $Script).TotalMilliseconds }

function Get-Quantile([double[]] $Values, [double] $Share) {
    $sorted = $Values | Sort-Object
    @($sorted)[[int][math]::Round($Share * ($Values.Count - 1))]
}

# Writes a row of the table. -Aim is a limit, such as '<= 0.85'. The spread is the interquartile range of the results.
function Write-Row([string] $What, [double] $Ours, [string] $Than, [double] $Peer, [string] $Unit, [double[]] $Results, [string] $Aim,
    [string] $Format = '0.00') {
    $low, $middle, $high = 0.25, 0.5, 0.75 | ForEach-Object { Get-Quantile $Results $_ }
    $isMet = if ($Aim) {
        $operator, $limit = -split $Aim
        $operator -eq '<=' ? $middle -le $limit : $middle -ge $limit
    }
    [pscustomobject]@{
        Measured = $What
        Value = Format-Amount $Ours $Unit
        Peer = $Than
        PeerValue = $Than ? (Format-Amount $Peer $Unit) : ''
        Result = Format-Number $middle $Format
        Spread = '{0} to {1}' -f (Format-Number $low $Format), (Format-Number $high $Format)
        Aim = $Aim
        Met = $null -eq $isMet ? '' : $isMet ? 'yes' : 'no'
    }
}

function Write-Ratio([string] $What, [hashtable] $Pair, [string] $Than, [string] $Unit, [string] $Aim) {
    Write-Row $What $Pair.Ours $Than $Pair.Peer $Unit $Pair.Ratios $Aim
}

function Write-Difference([string] $What, [hashtable] $Pair, [string] $Than, [string] $Unit, [string] $Aim) {
    Write-Row $What $Pair.Ours $Than $Pair.Peer $Unit $Pair.Differences $Aim -Format '+0;-0'
}

# Writes a row whose result is the measurement of the module, without a comparison.
# The measurement of the other program only indicates how fast the machine is.
function Write-Value([string] $What, [hashtable] $Pair, [string] $Than, [string] $Unit, [string] $Aim) {
    Write-Row $What $Pair.Ours $Than $Pair.Peer $Unit $Pair.Values $Aim -Format '0'
}

function Write-Missing([string] $What, [string] $Missing) {
    [pscustomobject]@{
        Measured = $What; Value = ''; Peer = $Missing; PeerValue = ''; Result = 'not on this machine'; Spread = ''; Aim = ''; Met = ''
    }
}

function Format-Number([double] $Number, [string] $Format) { $Number.ToString($Format, [cultureinfo]::InvariantCulture) }

function Format-Amount([double] $Amount, [string] $Unit) { "$(Format-Number $Amount ($Amount -lt 10 ? '0.0' : '#,0')) $Unit" }

# Returns the full path of a program, or nothing if it is not on this machine.
function Find-Program([string] $Name) {
    $path = (Get-Command $Name -CommandType Application -ErrorAction Ignore | Select-Object -First 1).Source
    # A pyenv shim starts a shell before the program, so the shim must not be measured.
    $path -match '[\\/]shims[\\/]' ? (& pyenv which $Name) : $path
}

# Runs a program and returns its output and time. The time is from the start to the end of its process.
function Invoke-Timed([string] $Program, [string[]] $Arguments) {
    $start = [System.Diagnostics.ProcessStartInfo]::new($Program, $Arguments)
    $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $process = [System.Diagnostics.Process]::Start($start)
    try {
        $errors = $process.StandardError.ReadToEndAsync()
        $output = $process.StandardOutput.ReadToEnd()
        $process.WaitForExit()
        $watch.Stop()
        if ($process.ExitCode -ne 0 -or $errors.Result) { throw "$Program $Arguments failed: $output $($errors.Result)" }
    }
    finally { $process.Dispose() }
    @{ Output = $output.Trim(); Milliseconds = $watch.Elapsed.TotalMilliseconds }
}

function Invoke-Engine([string] $Command) {
    Invoke-Timed $engine '-NoProfile', '-NonInteractive', '-Command', "`$ErrorActionPreference = 'Stop'; $Command"
}
