//! What a person sees while a command works: one line a step, with the time it took.

use std::io::{self, Write as _};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// Does one quiet step: says what it is before, and how long it took after.
pub(crate) fn step<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    print!("  {title} ... ");
    let _ = io::stdout().flush();
    let start = Instant::now();
    let outcome = work();
    match outcome {
        Ok(value) => {
            println!("{}", elapsed(start.elapsed()));
            Ok(value)
        }
        Err(error) => {
            println!("failed after {}", elapsed(start.elapsed()));
            Err(error).with_context(|| format!("could not finish: {title}"))
        }
    }
}

/// A duration for the eye: `0.4 s`, `2 min 05 s`.
pub(crate) fn elapsed(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(elapsed(Duration::from_millis(440)), "0.4 s");
        assert_eq!(elapsed(Duration::from_secs(125)), "2 min 05 s");
    }
}
