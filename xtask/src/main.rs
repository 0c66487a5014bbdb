//! Installs what is missing and calls cargo and trunk.
#![expect(clippy::print_stdout, reason = "what it does is told on the terminal")]

use std::{env, fs, net::TcpListener, path::Path, process::ExitCode};

use anyhow::{Context, Result, bail};

use page::DIST;

mod browsers;
mod built;
mod onefile;
mod pack;
mod page;
mod programs;
mod run;
mod server;
mod test;
mod tools;

const USAGE: &str = "\
cargo xtask serve [--port N]   build the page, serve it on http://127.0.0.1:8080, and build it again after each change
cargo xtask dist               write dist/, ready for any static file server, with dist/nianbao.html,
                               the whole page in one file; print the sizes, which have limits
cargo xtask dist --check-reproducible
                               the same twice, from nothing, and fail if a byte differs
cargo xtask test               formatting, lints, tests, the page and its browser stories

Trunk calls these, whoever calls Trunk (Trunk.toml):
cargo xtask programs           build the programs of the page
cargo xtask pack               make them small and pack the page";

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
        ["dist"] => dist(&tools::trunk()?)?,
        ["dist", "--check-reproducible"] => {
            let tools = tools::trunk()?;
            dist(&tools)?;
            // Nothing that the first build left behind may help the second.
            let again = "target/again";
            if Path::new(again).exists() {
                fs::remove_dir_all(again)?;
            }
            let second = format!("{again}/dist");
            page::build(&tools.with_target(again), &second)?;
            page::same(DIST, &second)?;
            println!("\nTwo builds gave the same bytes.");
        }
        ["programs"] => programs::build(&tools::for_the_programs()?)?,
        ["pack"] => pack()?,
        ["test"] => return Ok(test::everything()),
        [] | ["help" | "--help" | "-h"] => println!("{USAGE}"),
        _ => bail!("unknown arguments {}\n\n{USAGE}", arguments.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes dist/, ready to be put on a host.
fn dist(tools: &tools::Tools) -> Result<()> {
    tools::node_packages()?;
    page::build(tools, DIST)?;
    page::check_wasm()?;
    page::weigh()
}

/// Builds the page and serves it until interrupted, anew after each change of its sources.
fn serve(port: u16) -> Result<()> {
    TcpListener::bind(("127.0.0.1", port))
        .with_context(|| format!("port {port} is not free: choose another with --port"))?;
    let mut trunk = tools::trunk()?.command("trunk");
    tools::node_packages()?;
    let port = port.to_string();
    // NO_COLOR=1 is an error to Trunk, which wants true or false there.
    run::run(
        trunk
            .args(["serve", "--release", "--port", &port])
            .env_remove("NO_COLOR"),
    )
}

/// Called by Trunk once it has put the page together (`Trunk.toml`): in a release its programs are made small, and all is packed.
fn pack() -> Result<()> {
    let folder =
        env::var_os("TRUNK_STAGING_DIR").context("`cargo xtask pack` is for Trunk to call")?;
    let folder = Path::new(&folder);
    if env::var("TRUNK_PROFILE").as_deref() == Ok("release") {
        tools::node_packages()?;
        page::optimize(folder, &tools::target().join("small"))?;
    }
    pack::pack(folder)
}
