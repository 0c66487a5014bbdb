//! `nianbao`: checks and converts annual reports.

fn main() {}
