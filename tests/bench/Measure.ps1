# The milliseconds of both, alternating. The first round warms the caches and is not measured.
function Measure-SideBySide([scriptblock] $Ours, [scriptblock] $Other, [scriptblock] $Before = {}) {
    $times = @(@(), @())
    foreach ($round in 0..$Repeat) {
        foreach ($side in 0, 1) {
            & $Before
            $elapsed = (Measure-Command { if ($side) { & $Other } else { & $Ours } }).TotalMilliseconds
            if ($round) { $times[$side] += $elapsed }
        }
    }
    foreach ($side in $times) { ($side | Sort-Object)[[int][math]::Floor($side.Count / 2)] }
}

function Write-Ratio([string] $What, [double] $Ours, [string] $Than, [double] $Other, [string] $Unit, [string] $Aim) {
    [pscustomobject]@{
        Measured = $What; Value = "$([math]::Round($Ours)) $Unit"; NextTo = $Than; Other = "$([math]::Round($Other)) $Unit"
        Ratio = ($Ours / $Other).ToString('0.00', [cultureinfo]::InvariantCulture); Aim = $Aim
    }
}

function Invoke-Child([string] $Command) {
    Invoke-PowerShell -Command $Command
    if ($LASTEXITCODE -ne 0) { throw "A child failed: $Command" }
}
