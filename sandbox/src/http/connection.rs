//! Serves on connections that a handler can break.

use std::{
    io::{self, IoSlice},
    net::SocketAddr,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
};

use axum::{
    Router,
    extract::{
        Request,
        connect_info::{ConnectInfo, Connected},
    },
    serve::{IncomingStream, Listener},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
};

/// Serves `router` until `shutdown` completes, then finishes the requests in flight.
///
/// Unlike [`axum::serve()`], it lets a handler break its connection. The sandbox needs that to drop
/// a connection as a fault.
///
/// # Errors
///
/// None in practice: if [`axum::serve()`] cannot accept a connection, it waits and tries again.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let service = router.into_make_service_with_connect_info::<Breaker>();
    axum::serve(BreakableListener(listener), service).with_graceful_shutdown(shutdown).await
}

/// Breaks one connection.
#[derive(Clone, Default)]
pub struct Breaker {
    broken: Arc<AtomicBool>,
}

impl Breaker {
    /// The breaker of the request's connection, if [`serve`] serves it.
    pub fn of(request: &Request) -> Option<Self> {
        let info = request.extensions().get::<ConnectInfo<Self>>()?;
        Some(info.0.clone())
    }

    /// Makes the connection fail: nothing more is written to it, and the server closes it.
    pub fn break_connection(&self) {
        self.broken.store(true, Ordering::Release);
    }

    fn check(&self) -> io::Result<()> {
        if self.broken.load(Ordering::Acquire) {
            Err(io::ErrorKind::ConnectionAborted.into())
        } else {
            Ok(())
        }
    }
}

impl Connected<IncomingStream<'_, BreakableListener>> for Breaker {
    fn connect_info(stream: IncomingStream<'_, BreakableListener>) -> Self {
        stream.io().breaker.clone()
    }
}

struct BreakableListener(TcpListener);

impl Listener for BreakableListener {
    type Io = BreakableStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (BreakableStream, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        // Answers are small, and the first half of a cut answer must be sent before the connection
        // breaks. If the option cannot be set, answers are only slower.
        _ = stream.set_nodelay(true);
        (BreakableStream { stream, breaker: Breaker::default() }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

struct BreakableStream {
    stream: TcpStream,
    breaker: Breaker,
}

impl AsyncRead for BreakableStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.breaker.check()?;
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for BreakableStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.breaker.check()?;
        Pin::new(&mut self.stream).poll_write(context, buffer)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffers: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.breaker.check()?;
        Pin::new(&mut self.stream).poll_write_vectored(context, buffers)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.breaker.check()?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
