# The program and arguments that start a new process of the current PowerShell.
function Get-EngineCommand {
    # The .NET tool is a library without an executable, and its process is dotnet.
    $program = Join-Path $PSHOME ($IsWindows ? 'pwsh.exe' : 'pwsh')
    (Test-Path $program) ? $program : @('dotnet', (Join-Path $PSHOME 'pwsh.dll'))
    '-NoProfile'
    '-NonInteractive'
}

# A child process, because the assemblies of a module stay loaded until the process ends.
function Invoke-PowerShell {
    $command, $arguments = Get-EngineCommand
    & $command @arguments @args
}

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args[0]) failed." }
}

# Restores what the tests use: Pester, coverlet, and an AWS SDK of another version.
function Restore-TestTool {
    $output = Join-Path (Split-Path $PSScriptRoot) 'output'
    Invoke-DotNet restore "$PSScriptRoot/TestTools" --packages "$output/packages" --verbosity quiet
    Invoke-DotNet publish "$PSScriptRoot/OtherSdk" --configuration Release --output "$output/tests/OtherSdk" --nologo --verbosity quiet
}
