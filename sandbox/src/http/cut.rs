//! An answer that breaks off in its body, or stops there.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
};

use axum::body::{Body, Bytes, HttpBody};
use http_body::Frame;

/// A body that ends in an error after some bytes. The server then closes the connection, short of
/// the length that it announced. Or it does not end at all, until the client has had enough.
pub struct CutBody {
    state: State,
    stalls: bool,
}

enum State {
    Start(Bytes),
    /// The bytes are with the server. It sends them when the body has nothing for it to do, so
    /// the error comes a turn later: at once, it would take the bytes along.
    Sent,
    Over,
}

impl CutBody {
    /// A body that breaks off after `bytes`.
    pub fn after(bytes: Bytes) -> Body {
        Body::new(Self { state: State::Start(bytes), stalls: false })
    }

    /// A body of which nothing more comes after `bytes`.
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
            // Whoever waits for it is woken by the end of the connection only.
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
