//! What a program writes against what stands in a folder; `SNAPSHOTS=overwrite` writes what is found.

use std::path::Path;

/// Asserts that every document, by its name, is as the file of that name in `folder`, a path from the repository's root.
pub(super) fn hold<N: AsRef<str>, T: AsRef<str>>(folder: &str, documents: impl IntoIterator<Item = (N, T)>) {
    let overwrite = std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite");
    let mut wrong = Vec::new();
    for (name, found) in documents {
        let (name, found) = (name.as_ref(), found.as_ref());
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(name);
        if overwrite {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, found).unwrap();
        } else if std::fs::read_to_string(&path).map(|text| text.replace("\r\n", "\n")).unwrap_or_default() != found {
            wrong.push(format!("{name}:\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "these differ from {folder} (SNAPSHOTS=overwrite accepts them):\n{}", wrong.join("\n"));
}
