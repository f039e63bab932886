using System.CommandLine;
using IvsTools.Emulator.Tool;

// The host handles SIGTERM and SIGINT. System.CommandLine would end the process before the host has saved the state.
return await EmulatorCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
