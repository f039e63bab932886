using System.CommandLine;
using IvsTools.Emulator.Tool;

// KestrelHost handles SIGTERM and SIGINT. System.CommandLine must not handle them, because it would end the process before the state
// is saved.
return await EmulatorCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
