using System.CommandLine;
using IvsTools.Emulator.Tool;

// The host ends on SIGTERM and SIGINT by itself, in good order; System.CommandLine would end the process beneath it.
return await EmulatorCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
