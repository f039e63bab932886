namespace IvsTools.Service;

/// <summary>1 to 300 s. The channel must be live and have an ad configuration.</summary>
public sealed record InsertAdBreakRequest(string ChannelArn, int DurationSeconds);

/// <summary>The ID of the break, 12 letters and digits.</summary>
public sealed record InsertAdBreakResponse(string AdBreakId);
