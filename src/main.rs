//! The program `plan`: the command line around the library of the same name.

mod cli;

/// A report of ten thousand activities asks for memory some fifty million times; this answers faster than the system does.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::run()
}
