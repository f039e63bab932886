using System.Runtime.CompilerServices;
using IvsTools.Emulator;
using IvsTools.Emulator.Control;
using IvsTools.Emulator.Faults;
using IvsTools.Emulator.Http;

// PowerShell finds a type by its name only in imported assemblies. With these forwards, it finds the emulator's types although
// their assembly is not loaded during the import.
[assembly: TypeForwardedTo(typeof(BrokenResponse))]
[assembly: TypeForwardedTo(typeof(EmulatorEndpoint))]
[assembly: TypeForwardedTo(typeof(EmulatorOptionException))]
[assembly: TypeForwardedTo(typeof(EmulatorOptions))]
[assembly: TypeForwardedTo(typeof(EmulatorPortException))]
[assembly: TypeForwardedTo(typeof(EmulatorServer))]
[assembly: TypeForwardedTo(typeof(EmulatorStateException))]
[assembly: TypeForwardedTo(typeof(FaultDescription))]
[assembly: TypeForwardedTo(typeof(FaultSchedule))]
[assembly: TypeForwardedTo(typeof(IngestAction))]
[assembly: TypeForwardedTo(typeof(IngestReason))]
[assembly: TypeForwardedTo(typeof(IngestRecord))]
[assembly: TypeForwardedTo(typeof(RecordedRequest))]
[assembly: TypeForwardedTo(typeof(RecordingControl))]
[assembly: TypeForwardedTo(typeof(SelfSignedCertificate))]
[assembly: TypeForwardedTo(typeof(StreamControl))]
