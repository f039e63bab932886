namespace IvsTools.Emulator.Ingest;

/// <summary>The measured rates of a stream.</summary>
/// <param name="VideoBitrate">Bits per second.</param>
/// <param name="AudioBitrate">Bits per second.</param>
/// <param name="Framerate">Frames per second.</param>
internal sealed record InputRates(int VideoBitrate, int AudioBitrate, int Framerate);
