//! The files of a repository, for tests that hand them to the library.

use std::path::Path;

use plan::load::File;

/// The files that the library reads below a root, with paths relative to it.
pub(super) fn files(root: &Path) -> Vec<File> {
    let mut files = Vec::new();
    let mut folders = vec![root.join("plan"), root.join("reports")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                folders.push(path);
            } else if plan::load::is_read(&name) {
                files.push(File { path: name, bytes: std::fs::read(path).unwrap() });
            }
        }
    }
    files
}
