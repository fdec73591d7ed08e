//! `load.sql`: the tables with their types, for databases that read CSV files and would guess.
//!
//! A guess makes 5.1 of the objective 5.10. The script is for DuckDB (`duckdb report.duckdb < load.sql`, in the folder of the package);
//! others read the same types from `datapackage.json`.

use super::table::{Field, Kind, Table};

/// How to use the script.
pub const HEAD: &str = "-- Reads the tables of this package into DuckDB with their types: duckdb report.duckdb < load.sql\n\n";

/// One statement that reads a table from its file.
pub fn load(table: &Table<'_>) -> String {
    let columns: Vec<String> = table.fields.iter().map(|field| format!("    {}: {}", literal(&field.name), literal(kind(field)))).collect();
    let keys = if table.key.is_empty() { String::new() } else { format!("-- Key: {}.\n", table.key.join(", ")) };
    format!(
        "-- {}\n{keys}CREATE OR REPLACE TABLE \"{}\" AS FROM read_csv({}, header = true, delim = ',', quote = '\"', escape = '\"', columns = {{\n{}\n}});\n\n",
        table.description,
        table.name,
        literal(&table.path()),
        columns.join(",\n"),
    )
}

fn kind(field: &Field) -> &'static str {
    match field.kind {
        Kind::Text | Kind::Code(_) | Kind::List => "VARCHAR",
        Kind::Whole => "BIGINT",
        Kind::Number => "DOUBLE",
        Kind::YesNo => "BOOLEAN",
        Kind::Day => "DATE",
        Kind::Year => "INTEGER",
        Kind::Array => "JSON",
    }
}

fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
