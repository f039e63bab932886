using System.Management.Automation;
using IvsTools.Errors;
using IvsTools.Service;

namespace IvsTools.Commands;

/// <summary>Base class for cmdlets that can call Amazon IVS.</summary>
public abstract class IvsConnectionCommand : ConnectionCommand
{
    /// <summary>The endpoint to call instead of the endpoint of the Region.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LocalEndpointCompleter))]
    public string? EndpointUrl { get; set; }

    /// <summary>Not supported.</summary>
    [Parameter(DontShow = true)]
    [Unsupported("Use -EndpointUrl, -Region and -TimeoutSec.")]
    public object? ClientConfig { get; set; }

    /// <summary>Not supported.</summary>
    [Parameter(DontShow = true)]
    [Unsupported("Sign in with the AWS CLI, for example aws sso login, and use -ProfileName.")]
    public object? NetworkCredential { get; set; }

    /// <summary>Writes an error after the output for earlier inputs.</summary>
    private protected abstract void Report(ErrorRecord error);

    /// <summary>
    /// Returns the call context for one input. If the input and -Region specify different Regions, an error is written and
    /// null is returned.
    /// </summary>
    private protected CallContext? Connect(string? arn, object? target)
    {
        // A null or empty value is probably a mistake in the script. It must cause an error, not a call to the default endpoint.
        var endpoint = EndpointUrl ?? (MyInvocation.BoundParameters.ContainsKey(nameof(EndpointUrl)) ? string.Empty : null);
        var connection = SpecifiedConnection with { EndpointUrl = endpoint };
        try
        {
            return new CallContext(IvsClient.For(connection.Settings(arn)));
        }
        catch (IvsServiceException e)
        {
            var error = ErrorRecords.From(e, target);
            // A Region mismatch applies only to the current ARN. All other errors apply to every input, so they end the pipeline.
            if (e.ErrorCode != IvsErrorCode.RegionMismatch)
                ThrowTerminatingError(error);
            Report(error);
            return null;
        }
    }
}
