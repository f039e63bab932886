namespace IvsTools.Emulator.Ingest;

/// <summary>The newest encoder events.</summary>
/// <param name="clock">The clock of the emulator, which can be moved forward.</param>
/// <param name="added">Receives each event. The call is made on the thread of the encoder's connection.</param>
internal sealed class IngestLog(TimeProvider clock, Action<IngestRecord> added)
{
    private const int MostRecords = 1000;

    private readonly Queue<IngestRecord> _records = new();

    /// <summary>The current time of the emulator's clock, which the stream sessions also use.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyList<IngestRecord> All
    {
        get
        {
            lock (_records)
                return new ValueList<IngestRecord>(_records);
        }
    }

    public void Add(IngestRecord record)
    {
        lock (_records)
        {
            _records.Enqueue(record);
            if (_records.Count > MostRecords)
                _records.Dequeue();
        }
        added(record);
    }

    public void Clear()
    {
        lock (_records)
            _records.Clear();
    }
}
