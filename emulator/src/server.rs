//! Serving over TCP, until it is told to stop.

use std::io;
use std::time::Duration;

use tokio::net::TcpListener;

use crate::app;
use crate::http::connection::{Connection, CuttableListener};
use crate::state::Emulator;

/// How long open requests may take to finish once the server was told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(2);

/// Serves `emulator` on `listener` until `stop` resolves. Unlike `axum::serve` with [`app`], it
/// can cut connections, which the fault `disconnect` asks for.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    emulator: Emulator,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (told, mut tell) = tokio::sync::watch::channel(false);
    let service = app(emulator).into_make_service_with_connect_info::<Connection>();
    let server = axum::serve(CuttableListener(listener), service).with_graceful_shutdown(async move {
        stop.await;
        told.send_replace(true);
    });
    let patience = async move {
        if tell.wait_for(|stopping| *stopping).await.is_err() {
            std::future::pending::<()>().await;
        }
        tokio::time::sleep(LAST_REQUESTS).await;
    };
    tokio::select! {
        outcome = server => outcome,
        () = patience => Ok(()),
    }
}
