//! The arguments, their help and what is said about wrong ones, in both languages.

use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, value_parser};
use plan::diagnostic::Wording;
use plan::model::text::Language;
use plan::say;

use super::{check, difference, explain, export, fix, form, report, status, terminal, validate};

/// One of two words, by the language of messages.
pub(super) fn word(language: Language, en: &'static str, ka: &'static str) -> &'static str {
    if language == Language::KA { ka } else { en }
}

/// The option `--format` with these values; the first is the default.
pub(super) fn format<const N: usize>(language: Language, values: [&'static str; N]) -> Arg {
    Arg::new("format")
        .long("format")
        .value_name(word(language, "FORMAT", "ფორმატი"))
        .value_parser(PossibleValuesParser::new(values))
        .default_value(values[0])
        .hide_possible_values(true)
        .hide_default_value(true)
        .help(format!("{}: {}", word(language, "Form of the output", "შედეგის ფორმატი"), values.join(", ")))
}

/// The whole command line.
pub(super) fn command(language: Language) -> Command {
    let word = |en, ka| word(language, en, ka);
    let command = Command::new("plan")
        .version(env!("CARGO_PKG_VERSION"))
        .about(word("Compiles implementation reports of a government action plan", "სამთავრობო სამოქმედო გეგმის შესრულების ანგარიშების შედგენა"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .override_usage(word("plan <COMMAND> [OPTIONS]", "plan <ბრძანება> [პარამეტრები]"))
        .arg(
            Arg::new("folder")
                .short('C')
                .value_name(word("DIR", "საქაღალდე"))
                .value_parser(value_parser!(std::path::PathBuf))
                .global(true)
                .display_order(100)
                .help(word("Work as if started in this folder", "მუშაობა ისე, თითქოს ბრძანება ამ საქაღალდეშია გაშვებული")),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name(word("LANG", "ენა"))
                .value_parser(["en", "ka"])
                .hide_possible_values(true)
                .global(true)
                .display_order(100)
                .help(word("Language of messages: en or ka", "შეტყობინებების ენა: en ან ka")),
        )
        .arg(
            Arg::new("as-of")
                .long("as-of")
                .value_name(word("DATE", "თარიღი"))
                .global(true)
                .display_order(100)
                .help(word("Take this day as today, for example 2021-03-01", "დღევანდელ დღედ ამ თარიღის მიჩნევა, მაგალითად, 2021-03-01")),
        )
        .arg(Arg::new("version").long("version").short('V').action(ArgAction::Version).help(word("Print the version", "ვერსიის ჩვენება")))
        .subcommand(check::command(language))
        .subcommand(form::command(language))
        .subcommand(validate::command(language))
        .subcommand(fix::command(language))
        .subcommand(report::command(language))
        .subcommand(status::command(language))
        .subcommand(difference::command(language))
        .subcommand(export::command(language))
        .subcommand(explain::command(language));
    localised(command, language)
}

/// Gives a command and its subcommands help in the language of messages.
fn localised(command: Command, language: Language) -> Command {
    let word = |en, ka| word(language, en, ka);
    let help = Arg::new("help").long("help").short('h').display_order(101).action(ArgAction::Help).help(word("Print help", "დახმარების ჩვენება"));
    let names: Vec<String> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let mut template = format!("{{about}}\n\n{}: {{usage}}\n\n", word("Usage", "გამოყენება"));
    if !names.is_empty() {
        template.push_str(&format!("{}:\n{{subcommands}}\n\n", word("Commands", "ბრძანებები")));
    }
    if command.get_positionals().next().is_some() {
        template.push_str(&format!("{}:\n{{positionals}}\n\n", word("Arguments", "არგუმენტები")));
    }
    template.push_str(&format!("{}:\n{{options}}\n", word("Options", "პარამეტრები")));
    let mut command = command.disable_help_flag(true).arg(help).help_template(template);
    if names.is_empty() {
        // Rendering completes a command, so a copy is rendered.
        let usage = command.clone().render_usage().to_string();
        let usage = usage.trim_start_matches("Usage:").trim().replace("[OPTIONS]", word("[OPTIONS]", "[პარამეტრები]"));
        command = command.override_usage(format!("plan {usage}"));
    }
    for name in names {
        command = command.mut_subcommand(name, |subcommand| localised(subcommand, language));
    }
    command
}

/// Prints help, or says what is wrong with the arguments.
pub(super) fn explain(error: &clap::Error, language: Language) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = error.print();
        return ExitCode::from(2);
    }
    terminal::complain(wording(error).get(language));
    ExitCode::from(2)
}

fn wording(error: &clap::Error) -> Wording {
    let get = |kind| error.get(kind).map(|value| shown(kind, value)).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let found = get(ContextKind::InvalidSubcommand);
            match get(ContextKind::SuggestedSubcommand).as_str() {
                "" => say!(
                    "there is no command `{found}`; `plan --help` lists all",
                    "ბრძანება `{found}` არ არსებობს; სრულ სიას `plan --help` გიჩვენებთ"
                ),
                meant => {
                    say!("there is no command `{found}`; did you mean `{meant}`?", "ბრძანება `{found}` არ არსებობს; ხომ არ გულისხმობდით `{meant}`-ს?")
                }
            }
        }
        ErrorKind::UnknownArgument => {
            let found = get(ContextKind::InvalidArg);
            match get(ContextKind::SuggestedArg).as_str() {
                "" => say!(
                    "there is no option or argument `{found}` here; `--help` lists all",
                    "პარამეტრი ან არგუმენტი `{found}` აქ არ არსებობს; სრულ სიას `--help` გიჩვენებთ"
                ),
                meant => {
                    say!("there is no option `{found}`; did you mean `{meant}`?", "პარამეტრი `{found}` არ არსებობს; ხომ არ გულისხმობდით `{meant}`-ს?")
                }
            }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (option, found, known) = (get(ContextKind::InvalidArg), get(ContextKind::InvalidValue), get(ContextKind::ValidValue));
            match (found.as_str(), known.as_str()) {
                ("", _) => say!("`{option}` needs a value", "`{option}` პარამეტრს მნიშვნელობა აკლია"),
                (_, "") => say!("`{found}` does not fit `{option}`", "„{found}“ არ შეესაბამება პარამეტრს `{option}`"),
                _ => say!(
                    "`{found}` does not fit `{option}`; choose one of {known}",
                    "„{found}“ არ შეესაბამება პარამეტრს `{option}`; აირჩიეთ: {known}"
                ),
            }
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = get(ContextKind::InvalidArg);
            say!(
                "something is missing: {missing}; `--help` shows how the command is written",
                "აკლია: {missing}; ბრძანების ჩაწერის წესს `--help` გიჩვენებთ"
            )
        }
        ErrorKind::ArgumentConflict => {
            let (one, other) = (get(ContextKind::InvalidArg), get(ContextKind::PriorArg));
            say!("`{one}` and `{other}` cannot stand together", "`{one}` და `{other}` ერთად ვერ იქნება მითითებული")
        }
        _ => say!("the command cannot be understood; `--help` shows how it is written", "ბრძანება გაუგებარია; მისი ჩაწერის წესს `--help` გიჩვენებთ"),
    }
}

fn shown(kind: ContextKind, value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        // Suggestions come with the likeliest last.
        ContextValue::Strings(texts) if kind != ContextKind::ValidValue => texts.last().cloned().unwrap_or_default(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        other => other.to_string(),
    }
}
