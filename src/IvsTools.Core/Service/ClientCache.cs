namespace IvsTools.Service;

/// <summary>The clients in use, since a client's connections are worth keeping. It forgets: a session that signs in again and again must not keep every credential it had.</summary>
internal sealed class ClientCache(int size)
{
    private readonly object _gate = new();
    // The one used last is first.
    private readonly LinkedList<(ConnectionSettings Settings, string Environment, IvsClient Client)> _clients = new();

    /// <summary>The client for settings and environment, made if it is not here. A client that is forgotten ends with its last call.</summary>
    public IvsClient Get(ConnectionSettings settings, string environment, Func<ConnectionSettings, IvsClient> make)
    {
        lock (_gate)
        {
            var found = _clients.FirstOrDefault(known => known.Environment == environment && known.Settings == settings);
            if (found.Client is null)
                found = (settings, environment, make(settings));
            else
                _clients.Remove(found);
            _clients.AddFirst(found);
            if (_clients.Count > size)
                _clients.RemoveLast();
            return found.Client;
        }
    }
}
