//! nginx with a test's configuration, in a folder of its own.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};

use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use super::{Result, told, until};

static STARTED: AtomicU32 = AtomicU32::new(0);

/// A running nginx. It is killed, and its folder removed, when it is dropped.
pub struct Nginx {
    pub origin: String,
    process: Child,
    folder: PathBuf,
}

impl Nginx {
    /// Starts it. `configure` gets the folder and the address to listen at, and returns the
    /// contents of the `http` block. `files` are written to the folder before.
    pub async fn start(
        files: &[(&str, &str)],
        configure: impl FnOnce(&str, &str) -> Result<String>,
    ) -> Result<Self> {
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let name = format!("lead-phone-form-nginx-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder)?;
        for (name, contents) in files {
            fs::write(folder.join(name), contents)?;
        }
        // nginx cannot choose a free port itself.
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.to_string();
        let server = configure(&folder.to_string_lossy(), &address)?;
        fs::write(folder.join("server.conf"), server)?;
        fs::write(folder.join("nginx.conf"), MAIN)?;
        let mut command = Command::new(told("PAGES_NGINX")?);
        command.arg("-p").arg(&folder).args(["-c", "nginx.conf", "-e", "error.log"]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true);
        let process = command.spawn()?;
        let mut nginx = Self { origin: format!("http://{address}"), process, folder };
        until("nginx answers, or has ended", async || {
            Ok(nginx.process.try_wait()?.is_some() || TcpStream::connect(&address).await.is_ok())
        })
        .await?;
        match nginx.process.try_wait()? {
            Some(status) => Err(format!("nginx ended ({status}): {}", nginx.logs()?).into()),
            None => Ok(nginx),
        }
    }

    /// Its logs.
    pub fn logs(&self) -> Result<String> {
        let mut logs = String::new();
        for name in ["error.log", "access.log"] {
            logs += &fs::read_to_string(self.folder.join(name)).unwrap_or_default();
        }
        Ok(logs)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // There is one process. If it has ended, nothing is left to do.
        let _ = self.process.start_kill();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The main configuration: one process in the foreground, with all files in its folder.
const MAIN: &str = "\
daemon off;
master_process off;
pid nginx.pid;
error_log error.log info;
events {}
http {
    access_log access.log;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include server.conf;
}
";
