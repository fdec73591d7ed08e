//! The program `plan`.

fn main() {}
