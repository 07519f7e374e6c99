//! The command line of the splitter.

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand};
use splitter::{Rules, split, strip_features, why};

/// Splits one linked wasm module into a first and a second part.
#[derive(Debug, Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Writes first.wasm, second.wasm and split.json.
    Split {
        #[command(flatten)]
        inputs: Inputs,
        /// The folder to write to; it is made if it is not there.
        #[arg(long)]
        out: PathBuf,
    },
    /// Tells by which path the first part reaches functions.
    Why {
        #[command(flatten)]
        inputs: Inputs,
        /// A part of the demangled names of the functions.
        name_part: String,
    },
    /// Takes the section `target_features` away, so that wasm-bindgen does not turn reference types on.
    StripFeatures {
        /// The module as the linker wrote it.
        module: PathBuf,
        /// The file to write.
        out: PathBuf,
    },
}

#[derive(Args, Debug)]
struct Inputs {
    /// The module as the linker wrote it, with -Clink-arg=--emit-relocs.
    linked: PathBuf,
    /// The module after wasm-bindgen, with --no-demangle.
    bound: PathBuf,
    /// An export of the second part; a `*` at its end stands for anything.
    #[arg(long, value_name = "NAME")]
    second: Vec<String>,
    /// A file of exports of the second part, a name a line.
    #[arg(long, value_name = "FILE")]
    second_file: Option<PathBuf>,
    /// Turns functions of Rust's libraries that panic into traps. Values of the libraries are not shown by `{:?}` any more either.
    #[arg(long)]
    trap_panics: bool,
    /// Copies functions of the first part that the second calls, if their bodies have no more bytes.
    #[arg(long, value_name = "BYTES", default_value_t = 0)]
    copy_up_to: u32,
}

impl Inputs {
    fn read(&self) -> Result<(Vec<u8>, Vec<u8>, Rules)> {
        let mut second = self.second.clone();
        if let Some(file) = &self.second_file {
            let names = fs::read_to_string(file).with_context(|| file.display().to_string())?;
            second.extend(names.lines().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned));
        }
        let rules = Rules { second, trap_panics: self.trap_panics, copy_up_to: self.copy_up_to };
        Ok((read(&self.linked)?, read(&self.bound)?, rules))
    }
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Without a backtrace, whatever RUST_BACKTRACE says: a reader wants the causes.
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Split { inputs, out } => write_split(&inputs, &out),
        Command::Why { inputs, name_part } => {
            let (linked, bound, rules) = inputs.read()?;
            print(&why(&linked, &bound, &rules, &name_part)?)
        }
        Command::StripFeatures { module, out } => write(&out, &strip_features(&read(&module)?)?),
    }
}

fn write_split(inputs: &Inputs, out: &Path) -> Result<()> {
    let (linked, bound, rules) = inputs.read()?;
    let split = split(&linked, &bound, &rules)?;
    fs::create_dir_all(out).with_context(|| out.display().to_string())?;
    write(&out.join("first.wasm"), &split.first)?;
    write(&out.join("second.wasm"), &split.second)?;
    write(&out.join("split.json"), &serde_json::to_vec_pretty(&split.report)?)
}

/// Prints texts, a line break behind each. A reader who has seen enough, such as `head`, is no failure.
fn print(texts: &[String]) -> Result<()> {
    let mut output = io::stdout().lock();
    let printed = texts.iter().try_for_each(|text| writeln!(output, "{text}")).and_then(|()| output.flush());
    match printed {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| path.display().to_string())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| path.display().to_string())
}
