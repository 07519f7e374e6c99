//! `rust-api FILE`: one line for each public item of the crate that rustdoc describes in the JSON file, sorted.

use std::env;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let description = env::args_os().nth(1).context("say the file that rustdoc wrote")?;
    let api = public_api::Builder::from_rustdoc_json(description)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()
        .context(
            "rustdoc describes the crate in another form; see public-api in xtask/rust-api/Cargo.toml",
        )?;
    api.items().for_each(|item| println!("{item}"));
    Ok(())
}
