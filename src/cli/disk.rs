//! The disk: finding the repository, reading its files, writing outputs whole or not at all. The only user of `std::fs`.

#![allow(clippy::disallowed_methods)]

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use plan::load::File;
use plan::say;

use super::failure::{Result, failure, reason};

/// The root of the repository that holds a folder: the nearest folder above it with `plan/plan.yaml`.
pub(super) fn root(folder: &Path) -> Result<PathBuf> {
    let start = folder.canonicalize().map_err(|error| cannot_read(folder, &error))?;
    let found = start.ancestors().find(|folder| folder.join("plan/plan.yaml").is_file());
    found.map(Path::to_path_buf).ok_or_else(|| {
        let folder = folder.display();
        failure(say!(
            "no plan found: neither `{folder}` nor a folder above it holds `plan/plan.yaml`; go to the repository or name it with `-C`",
            "გეგმა ვერ მოიძებნა: `plan/plan.yaml` არ არის არც `{folder}` საქაღალდეში, არც მის ზემოთ; გადადით საცავში ან მიუთითეთ ის პარამეტრით `-C`"
        ))
    })
}

/// The files of the repository that the library reads.
pub(super) fn repository(root: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    for folder in ["plan", "reports"] {
        walk(root, folder, 0, &plan::load::is_read, &mut files)?;
    }
    Ok(files)
}

/// The editions for the public that lie in the repository, as data.
pub(super) fn editions(root: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    walk(root, "reports", 0, &|path| path.ends_with("/public/report.json"), &mut files)?;
    Ok(files)
}

/// The files of the plan and what the secretariat wrote about its periods, without what was sent.
pub(super) fn plan_and_periods(root: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    let is_own = |path: &str| plan::load::is_read(path) && (path.starts_with("plan/") || path.ends_with("/report.yaml"));
    for folder in ["plan", "reports"] {
        walk(root, folder, 0, &is_own, &mut files)?;
    }
    Ok(files)
}

/// The folder in which the program stands, if the system tells it.
pub(super) fn program_folder() -> Option<PathBuf> {
    std::env::current_exe().ok().and_then(|path| path.parent().map(Path::to_path_buf))
}

/// Templates that take the place of the embedded ones, by their path below `templates/`.
pub(super) fn templates(root: &Path) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    // An editor's or system's own files may lie beside the templates.
    let is_template = |path: &str| [".md", ".html", ".css", ".js", ".yaml"].iter().any(|ending| path.ends_with(ending)) && !path.contains("/.");
    walk(root, "templates", 0, &is_template, &mut files)?;
    files
        .into_iter()
        .map(|file| {
            let name = file.path.trim_start_matches("templates/").to_owned();
            let text = String::from_utf8(file.bytes).map_err(|_| {
                let path = &file.path;
                failure(say!("cannot read `{path}`: it is not in UTF-8", "`{path}` ვერ წაიკითხა: კოდირება UTF-8 არ არის"))
            })?;
            Ok((name, text.replace("\r\n", "\n")))
        })
        .collect()
}

/// Folders deeper than this hold nothing that is read.
const DEPTH: usize = 4;

fn walk(root: &Path, below: &str, depth: usize, wanted: &dyn Fn(&str) -> bool, files: &mut Vec<File>) -> Result<()> {
    let folder = root.join(below);
    let entries = match std::fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(cannot_read(Path::new(below), &error)),
    };
    for entry in entries {
        let entry = entry.map_err(|error| cannot_read(Path::new(below), &error))?;
        let path = format!("{below}/{}", entry.file_name().to_string_lossy());
        let kind = std::fs::metadata(entry.path()).map_err(|error| cannot_read(Path::new(&path), &error))?;
        if kind.is_dir() {
            if depth < DEPTH {
                walk(root, &path, depth + 1, wanted, files)?;
            }
        } else if wanted(&path) {
            let bytes = std::fs::read(entry.path()).map_err(|error| cannot_read(Path::new(&path), &error))?;
            files.push(File { path, bytes });
        }
    }
    Ok(())
}

/// The text of a file, or nothing if there is none.
pub(super) fn existing(path: &Path) -> Result<Option<Vec<u8>>> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        // Windows says of a folder that there is no permission.
        Err(_) if path.is_dir() => {
            let path = path.display();
            Err(failure(say!("`{path}` is a folder; name a file in it", "`{path}` საქაღალდეა; მიუთითეთ მასში მოთავსებული ფაილი")))
        }
        Err(error) => Err(cannot_read(path, &error)),
    }
}

/// Whether something goes by this path, even a link that leads nowhere.
pub(super) fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether two paths lead to one file.
pub(super) fn are_one(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// Bytes of an output that are written at once; its pieces are small and many.
const AT_ONCE: usize = 1 << 20;

/// Files that were written completely beside their final places and are put there by [`Staged::publish`].
#[derive(Default)]
pub(super) struct Staged {
    files: Vec<(tempfile::NamedTempFile, PathBuf, String)>,
}

impl Staged {
    /// Writes a file, in pieces, beside its final place; `shown` is the path for messages.
    pub(super) fn add<T: AsRef<[u8]>>(&mut self, path: &Path, shown: &str, pieces: &mut dyn Iterator<Item = T>) -> Result<()> {
        // A link is followed, so that the file it leads to is replaced and not the link.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut stage = || -> std::io::Result<tempfile::NamedTempFile> {
            std::fs::create_dir_all(folder)?;
            let mut builder = tempfile::Builder::new();
            builder.prefix(".plan-").suffix(".part");
            let permissions = permissions(&path);
            let file = match &permissions {
                Some(permissions) => builder.permissions(permissions.clone()).tempfile_in(folder)?,
                None => builder.tempfile_in(folder)?,
            };
            let mut writer = std::io::BufWriter::with_capacity(AT_ONCE, file);
            for piece in &mut *pieces {
                writer.write_all(piece.as_ref())?;
            }
            let file = writer.into_inner().map_err(std::io::IntoInnerError::into_error)?;
            file.as_file().sync_data()?;
            Ok(file)
        };
        let file = stage().map_err(|error| cannot_write(shown, &error))?;
        self.files.push((file, path, shown.to_owned()));
        Ok(())
    }

    /// Puts every file in its place; each replaces the old one in one step.
    pub(super) fn publish(self) -> Result<()> {
        for (file, path, shown) in self.files {
            file.persist(path).map_err(|error| cannot_write(&shown, &error.error))?;
        }
        Ok(())
    }
}

/// The permissions of the file that is replaced, else those of a new file (the umask takes its part).
#[cfg(unix)]
fn permissions(path: &Path) -> Option<std::fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    let old = std::fs::metadata(path).ok().map(|old| old.permissions());
    Some(old.unwrap_or_else(|| std::fs::Permissions::from_mode(0o666)))
}

#[cfg(not(unix))]
fn permissions(_: &Path) -> Option<std::fs::Permissions> {
    None
}

fn cannot_read(path: &Path, error: &std::io::Error) -> anyhow::Error {
    let (path, reason) = (path.display(), reason(error));
    failure(say!("cannot read `{path}`: {en}", "`{path}` ვერ წაიკითხა: {ka}", en = &reason.en, ka = &reason.ka))
}

fn cannot_write(shown: &str, error: &std::io::Error) -> anyhow::Error {
    let reason = reason(error);
    failure(say!(
        "cannot write `{shown}`: {en}; the earlier file is unchanged",
        "`{shown}` ვერ ჩაიწერა: {ka}; წინა ფაილი უცვლელია",
        en = &reason.en,
        ka = &reason.ka
    ))
}
