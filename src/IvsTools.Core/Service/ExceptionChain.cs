namespace IvsTools.Service;

/// <summary>An exception and its inner exceptions.</summary>
internal static class ExceptionChain
{
    /// <summary>Returns the exception first and its innermost exception last.</summary>
    public static IEnumerable<Exception> Of(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            yield return e;
    }
}
