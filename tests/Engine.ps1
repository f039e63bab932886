# Starts another process of the PowerShell that runs this: a module's assemblies stay loaded until the process ends.
function Invoke-PowerShell {
    # The .NET tool is a library without a program beside it, and its process is dotnet.
    $program = Join-Path $PSHOME ($IsWindows ? 'pwsh.exe' : 'pwsh')
    $command, $library = (Test-Path $program) ? @($program) : @('dotnet', (Join-Path $PSHOME 'pwsh.dll'))
    $arguments = @($library | Where-Object { $_ }) + '-NoProfile' + '-NonInteractive' + $args
    & $command @arguments
}
