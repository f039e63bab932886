using System.CommandLine;
using IvsTools.Emulator.Tool;

// The host handles SIGTERM and SIGINT and ends in order. System.CommandLine would end the process before that.
return await EmulatorCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
