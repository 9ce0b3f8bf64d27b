//! Lines of servers' logs, with addresses of computers.

use super::Kind;
use crate::page::REGIONS;

pub const KINDS: &[Kind] = &[Kind {
    name: "a line of a log",
    regions: REGIONS,
    templates: &[
        "{iso datetime} INFO [{ip}] sms to {e164} delivered in {small} ms",
        "{ip} - - [{log date}] \"POST /leads/{id} HTTP/1.1\" 200 {small} phone=\"{phone}\"",
        "{datetime},{small} [worker-3] WARN phone {e164} rejected: code 21211",
        "[{datetime}] {ip}:{port} from={e164} to={e164} status=delivered",
        "{epoch} {ip} {e164} sent",
        "{iso datetime} level=info request_id={uuid} phone={e164} duration=12.{small}ms",
        "{ipv6} {iso datetime} phone={e164}",
        "SMS {hex} to {e164}: queued at {iso datetime}",
        "{browser} phone={e164} {ip}",
        "error 404 at {url} for {e164}",
        "{datetime} id={id} lat=45.{small} lon=-73.{small} tel={e164}",
    ],
}];
