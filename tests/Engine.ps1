# The program and arguments that start another process of the PowerShell that runs this.
function Get-EngineCommand {
    # The .NET tool is a library without a program beside it, and its process is dotnet.
    $program = Join-Path $PSHOME ($IsWindows ? 'pwsh.exe' : 'pwsh')
    (Test-Path $program) ? $program : @('dotnet', (Join-Path $PSHOME 'pwsh.dll'))
    '-NoProfile'
    '-NonInteractive'
}

# A child process: a module's assemblies stay loaded until the process ends.
function Invoke-PowerShell {
    $command, $arguments = Get-EngineCommand
    & $command @arguments @args
}

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args[0]) failed." }
}
