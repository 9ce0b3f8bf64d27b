//! An answer that breaks off in its body.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
};

use axum::body::{Body, Bytes, HttpBody};
use http_body::Frame;

/// A body that ends in an error after some bytes. The server then closes the connection, short of
/// the length that it announced.
pub struct CutBody {
    state: State,
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
        Body::new(Self { state: State::Start(bytes) })
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
            State::Sent => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
            State::Over => Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into()))),
        }
    }
}
