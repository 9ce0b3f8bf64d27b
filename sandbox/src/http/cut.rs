//! A body that breaks off or stalls in the middle.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
};

use axum::body::{Body, Bytes, HttpBody};
use http_body::Frame;

/// A body that fails after some bytes, so that the server closes the connection before it has sent
/// the announced length. A stalled body sends nothing more until the client closes the connection.
pub struct CutBody {
    state: State,
    stalls: bool,
}

enum State {
    Start(Bytes),
    /// The server has the bytes. It sends them when the body is pending, so the error comes at the
    /// next poll. If the error came at once, the server would discard the bytes.
    Sent,
    Over,
}

impl CutBody {
    /// A body that breaks off after `bytes`.
    pub fn after(bytes: Bytes) -> Body {
        Body::new(Self { state: State::Start(bytes), stalls: false })
    }

    /// A body that sends nothing more after `bytes`.
    pub fn stalled_after(bytes: Bytes) -> Body {
        Body::new(Self { state: State::Start(bytes), stalls: true })
    }
}

impl HttpBody for CutBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        match std::mem::replace(&mut self.state, State::Over) {
            State::Start(bytes) => {
                self.state = State::Sent;
                Poll::Ready(Some(Ok(Frame::data(bytes))))
            }
            // The task is not woken. It ends with the connection.
            State::Sent if self.stalls => {
                self.state = State::Sent;
                Poll::Pending
            }
            State::Sent => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
            State::Over => Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into()))),
        }
    }
}
