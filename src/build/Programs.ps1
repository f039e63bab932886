# Returns the program and arguments that start the current PowerShell in a new process.
function Get-EngineCommand {
    # PowerShell that is installed as a .NET tool has no executable, so dotnet runs its library.
    $program = Join-Path $PSHOME ($IsWindows ? 'pwsh.exe' : 'pwsh')
    (Test-Path $program) ? $program : @('dotnet', (Join-Path $PSHOME 'pwsh.dll'))
    '-NoProfile'
    '-NonInteractive'
}

# Runs PowerShell in a child process, because the assemblies of a module stay loaded until the process ends.
function Invoke-PowerShell {
    $command, $arguments = Get-EngineCommand
    & $command @arguments @args
}

# Runs a script block with an empty temporary folder, and deletes the folder.
# The path of the folder is short, because the length of a socket path is limited.
function Use-TemporaryFolder([scriptblock] $Script) {
    $before = $env:TMPDIR, $env:TMP, $env:TEMP
    # The folder for the locks of NuGet must stay the same, because concurrent builds share the packages.
    $locks = $IsWindows ? 'NuGetScratch' : "NuGetScratch$([System.Environment]::UserName)"
    $env:NUGET_SCRATCH ??= Join-Path ([System.IO.Path]::GetTempPath()) $locks
    $folder = [System.IO.Directory]::CreateTempSubdirectory('ivs-').FullName
    try {
        $env:TMPDIR = $env:TMP = $env:TEMP = $folder
        & $Script
    }
    finally {
        $env:TMPDIR, $env:TMP, $env:TEMP = $before
        Remove-Item $folder -Recurse -Force -ErrorAction Ignore
    }
}

function Invoke-DotNet {
    $arguments = $args
    # Each command of the .NET SDK leaves two temporary folders: https://github.com/dotnet/sdk/issues/35353
    Use-TemporaryFolder { & dotnet @arguments }
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args[0]) failed." }
}
