using System.IO.Pipelines;
using System.Net.Security;

namespace GridActors.Hosting.Clusters;

/// <summary>The two pipes of a connection with TLS in between. Disposing it ends TLS and leaves the connection open.</summary>
internal sealed class TlsTransport : IDuplexPipe, IAsyncDisposable
{
    public TlsTransport(IDuplexPipe plain)
    {
        Stream = new SslStream(new DuplexStream(plain), leaveInnerStreamOpen: true);
        Input = PipeReader.Create(Stream, new StreamPipeReaderOptions(leaveOpen: true));
        Output = PipeWriter.Create(Stream, new StreamPipeWriterOptions(leaveOpen: true));
    }

    public SslStream Stream { get; }

    public PipeReader Input { get; }

    public PipeWriter Output { get; }

    public async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync();

        // With a fault, so that nothing is written any more to a connection that may be gone.
        await Output.CompleteAsync(new OperationCanceledException());
        await Stream.DisposeAsync();
    }
}
