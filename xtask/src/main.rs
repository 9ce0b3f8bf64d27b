//! Everything a person runs: `cargo xtask demo`, `test`, `dist`.
fn main() {}
