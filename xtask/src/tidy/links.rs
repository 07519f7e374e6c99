//! Links in the repository's documents: each leads to a file of the repository, and to a heading where it names one.

use std::collections::BTreeMap;

use super::File;

const FENCE: &str = "```";
/// What stands before a link's target in Markdown, and in HTML within it.
const BEFORE: [&str; 3] = ["](", "href=\"", "src=\""];

/// What is wrong with the links of a document. `is_listed` knows the files and folders that a clone of the repository has.
pub(super) fn dead(file: &File, files: &[File], is_listed: impl Fn(&str) -> bool) -> Vec<String> {
    if !file.is("md") {
        return Vec::new();
    }
    if file.text.matches(FENCE).count() % 2 == 1 {
        return vec![format!(
            "{}: a block of code does not end, so that no link after it is seen",
            file.path
        )];
    }
    let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let leads = |target: &str| {
        let (path, heading) = target.split_once('#').unwrap_or((target, ""));
        let path = if path.is_empty() { Some(file.path.clone()) } else { resolved(folder, path) };
        path.is_some_and(|path| is_listed(&path) && has_heading(&path, heading, files))
    };
    let dead = links(&file.text).into_iter().filter(|target| !leads(target));
    dead.map(|target| format!("{}: links to {target}, which is not there", file.path)).collect()
}

/// The targets of a document's links, outside of its blocks of code, without those that are URLs.
fn links(text: &str) -> Vec<&str> {
    let mut targets = Vec::new();
    for part in outside_of_code(text) {
        for before in BEFORE {
            let found = part.split(before).skip(1);
            targets.extend(found.filter_map(|rest| rest.split([')', ' ', '"', '\n']).next()));
        }
        // `[name]: target`, on a line of its own.
        let defined = part.lines().filter_map(|line| line.strip_prefix('[')?.split_once("]: "));
        targets.extend(defined.filter_map(|(_, rest)| rest.split(' ').next()));
    }
    targets.retain(|target| !target.is_empty() && !target.contains(':'));
    targets
}

fn outside_of_code(text: &str) -> impl Iterator<Item = &str> {
    text.split(FENCE).step_by(2)
}

/// The path from the repository's root; none when it leads out of the repository.
fn resolved(folder: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// Whether a document has the heading. Other files, and documents as a whole, have whatever is asked for.
fn has_heading(path: &str, heading: &str, files: &[File]) -> bool {
    let document = files.iter().find(|file| file.path == path && file.is("md"));
    heading.is_empty() || document.is_none_or(|file| headings(&file.text).iter().any(|own| own == heading))
}

/// The headings of a document as links name them: GitHub's way, which numbers those that it meets again.
fn headings(text: &str) -> Vec<String> {
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    let lines = outside_of_code(text).flat_map(str::lines).filter(|line| line.starts_with('#'));
    lines
        .map(|line| {
            let heading = line.trim_start_matches('#').trim().to_lowercase();
            let kept =
                heading.chars().filter(|char| char.is_alphanumeric() || [' ', '-', '_'].contains(char));
            let name: String = kept.map(|char| if char == ' ' { '-' } else { char }).collect();
            let count = met.entry(name.clone()).and_modify(|count| *count += 1).or_default();
            if *count == 0 { name } else { format!("{name}-{count}") }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Top\n\n## What, and `why`\n\n## Top\n";

    fn dead_in(text: &str) -> Vec<String> {
        let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
        let files = [file("docs/a.md", text), file("docs/there.md", TEXT), file("src/b.rs", "")];
        let is_listed = |path: &str| path == "src" || files.iter().any(|file| file.path == path);
        let [first, ..] = &files;
        dead(first, &files, is_listed)
    }

    #[test]
    fn links_lead_to_files_of_the_repository() {
        let text = "[a](there.md) [b](gone.md) [c](https://x.y) [d](/src) [e](../src/b.rs \"title\")\n\
            ```\n[f](code.md)\n```\n<a href=\"image.md\">\n[g]: reference.md\n[h](../../elsewhere/docs/there.md)\n";
        let gone = ["gone.md", "image.md", "reference.md", "../../elsewhere/docs/there.md"];
        let mut dead = dead_in(text);
        dead.sort();
        let mut wanted = gone.map(|target| format!("docs/a.md: links to {target}, which is not there"));
        wanted.sort();
        assert_eq!(dead, wanted);
    }

    #[test]
    fn links_to_a_heading_lead_there() {
        let text = "# Own\n[a](#own) [b](there.md#what-and-why) [c](there.md#top-1) [d](../src/b.rs#L4)\n";
        assert_eq!(dead_in(text), Vec::<String>::new());
        assert_eq!(dead_in("[a](#own)"), ["docs/a.md: links to #own, which is not there"]);
        assert_eq!(
            dead_in("[a](there.md#top-2)"),
            ["docs/a.md: links to there.md#top-2, which is not there"]
        );
    }

    #[test]
    fn a_block_of_code_that_does_not_end_hides_no_links() {
        assert_eq!(dead_in("```\n[a](gone.md)\n").len(), 1);
    }
}
