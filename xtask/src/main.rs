//! Installs what is missing and calls cargo and trunk.
#![expect(clippy::print_stdout, reason = "what it does is told on the terminal")]

use std::{env, net::TcpListener, path::Path, process::ExitCode};

use anyhow::{Context, Result, bail, ensure};

mod browsers;
mod onefile;
mod pack;
mod page;
mod program;
mod run;
mod server;
mod test;
mod tools;

const USAGE: &str = "\
cargo xtask serve [--port N]   build the page and serve it on http://127.0.0.1:8080
cargo xtask dist               write dist/, ready for any static file server, with dist/nianbao.html,
                               the whole page in one file; print the sizes, which have limits
cargo xtask dist --check-reproducible
                               the same twice, from nothing, and fail if a byte differs
cargo xtask test               formatting, lints, tests, the page and its browser stories";

fn main() -> ExitCode {
    work().unwrap_or_else(|error| {
        println!("\nerror: {error:#}");
        ExitCode::FAILURE
    })
}

fn work() -> Result<ExitCode> {
    // Every path is seen from the top of the checkout.
    env::set_current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))?;
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["serve"] => serve(8080)?,
        ["serve", "--port", port] => serve(port.parse().context("--port takes a number")?)?,
        ["dist"] => dist(&tools::for_the_page()?)?,
        ["dist", "--check-reproducible"] => {
            let tools = tools::for_the_page()?;
            dist(&tools)?;
            let first = pack::identity()?;
            // Nothing that the first build left behind may help the second.
            dist(&tools.with_target("target/again"))?;
            ensure!(first == pack::identity()?, "two builds differ");
            println!("\nTwo builds gave the same bytes.");
        }
        ["test"] => return Ok(test::everything()),
        [] | ["help" | "--help" | "-h"] => println!("{USAGE}"),
        _ => bail!("unknown arguments {}\n\n{USAGE}", arguments.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes dist/, ready to be put on a host.
fn dist(tools: &tools::Tools) -> Result<()> {
    tools::node_packages()?;
    page::build(tools)?;
    page::optimize()?;
    pack::pack()?;
    page::check_wasm()?;
    page::weigh()
}

/// Builds the page and serves it until interrupted; an unoptimized page is served all the same.
fn serve(port: u16) -> Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", port))
        .with_context(|| format!("port {port} is not free: choose another with --port"))?;
    page::build(&tools::for_the_page()?)?;
    if let Err(error) = tools::node_packages().and_then(|()| page::optimize()) {
        println!("warning: the page is served without wasm-opt, 15 to 20 % larger: {error:#}");
    }
    pack::pack()?;
    println!("\nThe page is on http://127.0.0.1:{port} (Ctrl+C ends it)");
    server::serve(&listener, "/");
    Ok(())
}
