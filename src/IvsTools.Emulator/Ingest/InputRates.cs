namespace IvsTools.Emulator.Ingest;

/// <summary>The measured bit rates and frame rate of a stream.</summary>
internal sealed record InputRates(int VideoBitrate, int AudioBitrate, int Framerate);
