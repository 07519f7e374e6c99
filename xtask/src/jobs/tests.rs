use std::sync::Mutex;
use std::time::Duration;

use anyhow::bail;

use super::*;

fn job<'a>(
    name: &'static str,
    after: &[&'static str],
    work: impl FnOnce() -> Result<Outcome> + Send + 'a,
) -> Job<'a> {
    Job { name, about: "", after: after.to_vec(), load: Load::Waits, lock: None, work: Box::new(work) }
}

fn run_all(jobs: Vec<Job<'_>>) -> Vec<Ended> {
    run(jobs, tempfile::tempdir().unwrap().path()).unwrap()
}

#[test]
fn a_job_begins_when_those_before_it_are_done() {
    let order = Mutex::new(Vec::new());
    let note = |name: &'static str| {
        let order = &order;
        move || {
            order.lock().unwrap().push(name);
            Ok(Outcome::Done)
        }
    };
    run_all(vec![
        job("third", &["second", "not in this run"], note("third")),
        job("second", &["first"], note("second")),
        job("first", &[], note("first")),
    ]);
    assert_eq!(*order.lock().unwrap(), ["first", "second", "third"]);
}

#[test]
fn what_waits_for_a_failed_or_skipped_job_does_not_run_and_the_rest_does() {
    let ended = run_all(vec![
        job("broken", &[], || bail!("no")),
        job("needs broken", &["broken"], || panic!("ran")),
        job("needs that", &["needs broken"], || panic!("ran")),
        job("absent", &[], || Ok(Outcome::Skipped("no browser".to_owned()))),
        job("needs absent", &["absent"], || panic!("ran")),
        job("free", &[], || Ok(Outcome::Done)),
    ]);
    let told: Vec<String> =
        ended.iter().map(|job| format!("{:?}", job.outcome.as_ref().map_err(|e| e.to_string()))).collect();
    let skipped = "Ok(Skipped(\"no browser\"))";
    let wanted = [
        "Err(\"no\")",
        "Err(\"broken failed, which it needs\")",
        "Err(\"needs broken failed, which it needs\")",
        skipped,
        skipped,
        "Ok(Done)",
    ];
    assert_eq!(told, wanted);
}

#[test]
fn jobs_run_side_by_side_but_for_those_that_share_a_lock_or_lack_a_core() {
    let at_once = |load, lock: Option<&'static str>, cores| {
        let jobs = ["a", "b", "c"].map(|name| Job { load, lock, ..job(name, &[], || Ok(Outcome::Done)) });
        let mut plan = Plan::of(jobs.into(), cores);
        std::iter::from_fn(|| plan.next()).count()
    };
    assert_eq!(at_once(Load::Waits, None, 1), 3);
    assert_eq!(at_once(Load::Computes, None, 2), 2);
    assert_eq!(at_once(Load::Waits, Some("cargo"), 8), 1);
}

#[test]
fn jobs_that_wait_for_each_other_are_an_error() {
    let jobs = vec![job("a", &["b"], || Ok(Outcome::Done)), job("b", &["a"], || Ok(Outcome::Done))];
    let outcome = run(jobs, tempfile::tempdir().unwrap().path());
    assert!(outcome.unwrap_err().to_string().contains("wait for each other"));
}

#[test]
fn a_job_s_words_are_in_its_log() {
    let folder = tempfile::tempdir().unwrap();
    let logs = folder.path();
    let speaks = job("speaks", &[], || {
        report::say!("a word");
        Ok(Outcome::Done)
    });
    let ended = run(vec![speaks], logs).unwrap();
    assert!(ended.iter().all(|job| job.took < Duration::from_secs(60)));
    assert_eq!(fs::read_to_string(log_of(logs, "speaks")).unwrap(), "a word\n");
}

#[test]
fn progress_shows_what_waits_runs_and_has_ended() {
    let progress = Progress::default();
    let words = || {
        let json = progress.json();
        let states = json.as_array().unwrap().iter().map(|job| job["state"].as_str().unwrap().to_owned());
        states.collect::<Vec<_>>()
    };
    let during = Mutex::new(Vec::new());
    let jobs = vec![
        job("broken", &[], || bail!("no")),
        job("good", &[], || Ok(Outcome::Done)),
        job("absent", &[], || Ok(Outcome::Skipped("no browser".to_owned()))),
        job("looks", &["good"], || {
            *during.lock().unwrap() = words();
            Ok(Outcome::Done)
        }),
        job("last", &["looks"], || Ok(Outcome::Done)),
    ];
    run_seen(jobs, tempfile::tempdir().unwrap().path(), &progress).unwrap();
    let during = during.into_inner().unwrap();
    assert_eq!(during[1], "done");
    assert_eq!(during[3..], ["runs", "waits"]);
    assert_eq!(words(), ["failed", "done", "skipped", "done", "done"]);
}
