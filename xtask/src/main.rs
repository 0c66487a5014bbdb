//! Installs what is missing and calls cargo and trunk.

fn main() {}
