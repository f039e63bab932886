using System.CommandLine;
using IvsTools.Emulator.Tool;

// The host handles SIGTERM and SIGINT, because System.CommandLine would end the process before the state is saved.
return await EmulatorCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
