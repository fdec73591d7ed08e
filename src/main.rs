//! The program `plan`: the command line around the library of the same name.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
