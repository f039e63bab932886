namespace IvsTools.Service;

/// <summary>1 to 300 s; the channel must be live and have an ad configuration.</summary>
public sealed record InsertAdBreakRequest(string ChannelArn, int DurationSeconds);

/// <summary>The break's id, 12 letters and digits.</summary>
public sealed record InsertAdBreakResponse(string AdBreakId);
