//! What reading a file can find wrong, as facts without wording.
//!
//! `parse` and `load` return a value together with problems and never stop at the first one. The
//! wording of each problem stands in the check of `checks` that turns it into a finding.

use crate::place::Place;

/// A value together with everything that was wrong with what it was read from.
#[derive(Clone, Debug, Default)]
pub struct Outcome<T> {
    /// The value, as far as it could be read.
    pub value: T,
    /// All problems, in the order they were met.
    pub problems: Vec<Problem>,
}

/// One problem and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: ProblemKind,
    /// A row of a submission that this problem keeps out of the merge, as a number in its file's list of rows.
    pub row: Option<u32>,
}

/// What a YAML value was expected to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Expected {
    Text,
    TextOrLanguages,
    List,
    Map,
    WholeNumber,
    Number,
    YesNo,
    Years,
    Deadline,
    Date,
    Target,
    Merge,
    Language,
    Year,
    Character,
}

/// A defect of YAML syntax, in classes that a person can act upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum YamlFault {
    ColonInText,
    BlankAfterColon,
    KeyWithoutColon,
    NoKeys,
    Tab,
    NoBreakSpace,
    Indentation,
    UnclosedQuote,
    TextAfterQuote,
    BadEscape,
    UnclosedBracket,
    ExtraBracket,
    MissingComma,
    ReservedCharacter,
    TooDeep,
    Alias,
    Anchor,
    Tag,
    SecondDocument,
    KeyNotText,
    ControlCharacter,
    Other,
}

/// Why the bytes of a file are not readable text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum EncodingFault {
    /// In UTF-16, but cut or broken at its place; or in UTF-16 where that is not read.
    Utf16,
    NotUtf8,
    /// A workbook that is called otherwise.
    Workbook,
    /// A workbook that only opens with a password.
    Password,
    /// A workbook that cannot be read.
    Damaged,
    WebPage,
    Pdf,
}

/// What is left of a text whose letters were lost before it reached us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum LostText {
    QuestionMarks,
    LowLines,
    /// U+FFFD, which programs write in the place of bytes they cannot read.
    Replacement,
}

/// What may identify a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum PersonalData {
    PersonalNumber,
    Telephone,
    Email,
    DateOfBirth,
    Passport,
}

/// Why a text is not a value of its indicator's kind.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ValueFault {
    NotANumber,
    NotWhole,
    Negative,
    AmbiguousGrouping {
        small: String,
        large: String,
    },
    Scientific,
    SpreadsheetError,
    /// A number with a percent sign where something is counted.
    PercentInCount,
    /// A number with a word such as `thousand`; the full number, if it can be told.
    Magnitude {
        full: Option<String>,
    },
    /// A date where a number is due: the spreadsheet made it of one, or it is in the wrong column.
    Date,
    /// 'Fewer than five' in words.
    FewerInWords {
        limit: u32,
    },
    NotYesNo,
    NotSuppressible,
    /// A dash or `N/A`: means that there is no value; the row is kept.
    NothingMark,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ProblemKind {
    // Files as a whole.
    // In a table with the row and the heading of the first unreadable cell.
    Encoding { fault: EncodingFault, cell: Option<(u32, String)> },
    // A table in UTF-16, which was read.
    ReadAsUtf16,
    // Titles above the headings, or headings in two rows (first and last); how many rows above hold something.
    HeadingBelow { rows: (u32, u32), above: usize },
    // Another sheet that also looks like a report.
    SecondSheet { read: String, other: String },
    // The file or its form names another period than the one it is checked for.
    OtherPeriod { found: String, period: String, cells: usize },
    MissingFile { path: &'static str },
    EmptyFile,
    NoRows,
    TwoFilesOfOneAgency { first: String, agency: String },
    FileOfNobody,
    // A Markdown file beside `report.yaml`: the name that was probably meant.
    FileOfNoChapter { nearest: Option<String> },
    // YAML.
    // The first fault of its sort in a file, and how many more there are.
    Syntax { fault: YamlFault, more: usize },
    UnknownKey { key: String, known: &'static [&'static str] },
    // Not written at all, or written without a value.
    MissingKey { key: &'static str, of: &'static str, written: bool },
    DuplicateKey { key: String, first: Place },
    WrongKind { expected: Expected, found: String },
    UnknownChoice { key: &'static str, found: String, known: Vec<String> },
    RepeatedChoice { id: String, first: Place },
    ScaleWithout { counts: &'static str },
    // A text in languages that lacks some of the plan's (codes); the key is empty for an element of a list.
    MissingTranslation { key: String, missing: Vec<String> },
    // A goal without objectives or an objective without activities: an empty list.
    NothingIn { of: &'static str, id: String },
    UnquotedId { written: String, reads_as: String },
    UnknownAgency { found: String },
    UnknownDimension { found: String, known: Vec<String> },
    // Tables.
    UnclosedQuote { rows: usize },
    // A mark closes the cell, and text follows.
    TextAfterQuote,
    UnknownColumn { heading: String, nearest: Option<String>, cells: usize },
    // A heading with letters of another script, which was understood.
    LookAlikeHeading { heading: String },
    DuplicateColumn { heading: String, first: u32 },
    ColumnWithoutHeading { cells: usize },
    MissingColumn { heading: &'static str },
    ShortRow { found: usize, expected: usize },
    LongRow { found: usize, expected: usize },
    // Rows of a submission.
    // The row's agency is not that of the file.
    OtherAgency { found: String, of_file: String },
    // Rows of a form as it came, as a spreadsheet counts them; the place is the first.
    RowsNotFilledIn { rows: Vec<u32> },
    NilReturnIncomplete { ticked: bool },
    NilReturnWithRows { other: u32 },
    RowWithoutActivity { last: Option<String> },
    // The objective comes with the numbers of its first and last activity.
    NotAnActivity { found: String, meant: Option<String>, objective: Option<[String; 3]>, as_date: bool },
    AmbiguousActivity { found: String, ids: Vec<(String, [String; 2])> },
    // A number in a workbook that may have lost its last zero: 5.1 for 5.10.
    LostZero { found: String, other: String },
    ActivityNotOfAgency { agency: String, activity: String, leads: Vec<String> },
    UnknownIndicator { activity: String, found: String, known: Vec<String> },
    // In the letters of an old font it may be a status of the scale.
    UnknownStatus { found: String, nearest: Option<String>, old_font: Option<String> },
    StatusNotForEntry { found: String },
    StatusDisagrees { activity: String, first: Place, first_row: u32, one: String, other: String },
    ValueWithoutIndicator,
    // The whole column: there is none for indicators.
    ValuesWithoutIndicators,
    ValueKind { found: String, fault: ValueFault, kind: &'static str },
    UnknownBreakdown { dimension: String, found: String, known: Vec<String> },
    DimensionNotAsked { dimension: String, activity: String, indicator: String },
    DuplicateRow { first: Place, first_row: u32 },
    UnknownDelayReason { found: String, known: Vec<String> },
    NotADate { found: String },
    ZeroByteInCell,
    SpreadsheetErrorInText { found: String },
    // What may identify a person: only its masked form, and how many such things the cell holds.
    PersonalData { what: PersonalData, masked: String, count: usize },
    // UTF-8 taken for a code page; what it probably said.
    GarbledText { meant: Option<String> },
    LostText { left: LostText },
    // Georgian typed with Latin letters for an old font, and what it probably says; its first words.
    OldFontText { found: String, converted: String },
    FormulaInCell { found: String },
    EncodedLineBreak { count: usize },
    // Invisible characters that turn the direction of reading, each once.
    DirectionMarks { found: Vec<char> },
    // The length in characters at which the text ends.
    TruncatedCell { length: u32 },
    EvidenceScheme { found: String },
    EvidenceWithoutNumber { found: String },
    ExternalWithoutSource,
}
