using System.Globalization;
using IvsTools.Text;

namespace IvsTools.Emulator.Tool;

/// <summary>Writes the log of the emulator, without secrets, tokens and bodies.</summary>
internal sealed class LogLines(TextWriter output)
{
    private readonly TextWriter _output = TextWriter.Synchronized(output);

    public void Started(EmulatorEndpoint endpoint, bool isDefaultSecret)
    {
        _output.WriteLine(
            $"Amazon IVS emulator on {endpoint.Url}, Region {endpoint.Region}, account {endpoint.AccountId}. "
                + "Press Ctrl+C to end the emulator.");
        _output.WriteLine($"  AWS_ENDPOINT_URL_IVS={endpoint.Url}");
        _output.WriteLine($"  AWS_REGION={endpoint.Region}");
        _output.WriteLine($"  AWS_DEFAULT_REGION={endpoint.Region}");
        _output.WriteLine($"  AWS_ACCESS_KEY_ID={endpoint.AccessKeyId}");
        _output.WriteLine($"  AWS_SECRET_ACCESS_KEY={(isDefaultSecret ? endpoint.SecretAccessKey : "(as specified)")}");
        if (endpoint.IngestUrl is { } url)
            _output.WriteLine($"  Encoders: {url}<stream key>");
        _output.Flush();
    }

    public void Responded(ResponseEventArgs response)
    {
        var request = response.Request;
        var status = request.Status == 0 ? "dropped" : request.Status.ToString(CultureInfo.InvariantCulture);
        var name = request.Operation ?? SafeText.Line($"{request.Method} {request.LoggedPath}");
        var error = response.ErrorCode is null ? "" : " " + response.ErrorCode;
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.Now:HH:mm:ss.fff} {status,-3} {name}{error} {response.Taken.TotalMilliseconds:0.0} ms {request.RequestId}")
                + Trace(request.Exception));
    }

    public void EncoderChanged(IngestRecord record)
    {
        var protocol = record.IsSecure ? "RTMPS" : "RTMP";
        var reason = record.Reason is null ? "" : $" {record.Reason}: {SafeText.Line(record.Message ?? "")}";
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.Now:HH:mm:ss.fff} {protocol} {record.Action} {record.ChannelArn ?? record.RemoteAddress}{reason}")
                + Trace(record.Exception));
    }

    public void Ended() => _output.WriteLine("Ended.");

    // The exception's message is omitted, because it can contain a part of the request.
    private static string Trace(Exception? exception) =>
        exception is null ? "" : $"\n{exception.GetType()}\n{exception.StackTrace}{Trace(exception.InnerException)}";
}
