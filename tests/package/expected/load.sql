-- Reads the tables of this package into DuckDB with their types: duckdb report.duckdb < load.sql

-- One row for each status of the plan's scale.
-- Key: code.
CREATE OR REPLACE TABLE "statuses" AS FROM read_csv('data/statuses.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
    'code': 'VARCHAR',
    'rank': 'BIGINT',
    'counts': 'VARCHAR',
    'label_ka': 'VARCHAR',
    'label_en': 'VARCHAR',
    'short_ka': 'VARCHAR',
    'short_en': 'VARCHAR'
});

-- One row for each code by which figures are broken down, and for each reason for delay.
-- Key: field, code.
CREATE OR REPLACE TABLE "codes" AS FROM read_csv('data/codes.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
    'field': 'VARCHAR',
    'code': 'VARCHAR',
    'name_ka': 'VARCHAR',
    'name_en': 'VARCHAR'
});

-- One row for each body of the plan's register.
-- Key: id.
CREATE OR REPLACE TABLE "agencies" AS FROM read_csv('data/agencies.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
    'id': 'VARCHAR',
    'name_ka': 'VARCHAR',
    'name_en': 'VARCHAR',
    'short_ka': 'VARCHAR',
    'short_en': 'VARCHAR',
    'kind': 'VARCHAR'
});

-- One row for each activity of the plan, with its state at the end of the report's period.
-- Key: id.
CREATE OR REPLACE TABLE "activities" AS FROM read_csv('data/activities.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
    'id': 'VARCHAR',
    'number': 'VARCHAR',
    'goal': 'VARCHAR',
    'objective': 'VARCHAR',
    'title_ka': 'VARCHAR',
    'title_en': 'VARCHAR',
    'deadline': 'VARCHAR',
    'deadline_start': 'DATE',
    'deadline_end': 'DATE',
    'status_reported': 'VARCHAR',
    'status_assessed': 'VARCHAR',
    'status_counted': 'VARCHAR',
    'overdue_since': 'INTEGER',
    'carried_over': 'BOOLEAN',
    'in_scope': 'BOOLEAN',
    'withdrawn': 'DATE'
});

-- One row for each agency that the plan names for an activity.
-- Key: activity, agency, role.
CREATE OR REPLACE TABLE "duties" AS FROM read_csv('data/duties.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
    'activity': 'VARCHAR',
    'agency': 'VARCHAR',
    'role': 'VARCHAR'
});

-- One row for each indicator of an activity.
-- Key: activity, id.
CREATE OR REPLACE TABLE "indicators" AS FROM read_csv('data/indicators.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
    'activity': 'VARCHAR',
    'id': 'VARCHAR',
    'name_ka': 'VARCHAR',
    'name_en': 'VARCHAR',
    'kind': 'VARCHAR',
    'unit_ka': 'VARCHAR',
    'unit_en': 'VARCHAR',
    'baseline': 'DOUBLE',
    'accumulates': 'VARCHAR',
    'merge': 'VARCHAR',
    'sensitive': 'BOOLEAN'
});

-- One row for each target of an indicator.
-- Key: activity, indicator, year.
CREATE OR REPLACE TABLE "targets" AS FROM read_csv('data/targets.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
    'activity': 'VARCHAR',
    'indicator': 'VARCHAR',
    'year': 'INTEGER',
    'min': 'DOUBLE',
    'max': 'DOUBLE'
});

-- One row for each rate of the report's period and of each earlier one that it looks back to. Rates of periods that are not equally long do not compare.
-- Key: period, rate.
CREATE OR REPLACE TABLE "rates" AS FROM read_csv('data/rates.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
    'period': 'VARCHAR',
    'start': 'DATE',
    'end': 'DATE',
    'own_period': 'BOOLEAN',
    'mid_term': 'BOOLEAN',
    'compared': 'BOOLEAN',
    'rate': 'VARCHAR',
    'numerator': 'BIGINT',
    'denominator': 'BIGINT',
    'share': 'DOUBLE'
});

-- One row for each activity that is in the plan at the end of the report's period: its status then and now. No row where there is nothing with which the report compares itself.
-- Key: activity.
CREATE OR REPLACE TABLE "transitions" AS FROM read_csv('data/transitions.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
    'activity': 'VARCHAR',
    'since': 'VARCHAR',
    'since_end': 'DATE',
    'status_then': 'VARCHAR',
    'status_now': 'VARCHAR',
    'changed': 'BOOLEAN'
});

-- One row for each file that was sent for a period that the report reads.
-- Key: path.
CREATE OR REPLACE TABLE "files" AS FROM read_csv('data/files.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
    'path': 'VARCHAR',
    'sha256': 'VARCHAR',
    'period': 'VARCHAR',
    'agency': 'VARCHAR',
    'dated': 'DATE',
    'external': 'BOOLEAN',
    'replaced': 'BOOLEAN',
    'unreadable': 'BOOLEAN'
});

-- One row for each merged value: an indicator in one breakdown and one year. The row without any breakdown is the total that agencies reported; other rows are never added up to it.
CREATE OR REPLACE TABLE "figures" AS FROM read_csv('data/figures.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
    'activity': 'VARCHAR',
    'indicator': 'VARCHAR',
    'year': 'INTEGER',
    'by_sex': 'VARCHAR',
    'value': 'DOUBLE',
    'below': 'BIGINT',
    'withheld': 'BOOLEAN',
    'yes_no': 'BOOLEAN',
    'text': 'VARCHAR',
    'at_least': 'DOUBLE',
    'at_most': 'DOUBLE',
    'conflict': 'BOOLEAN',
    'settled': 'VARCHAR'
});

-- One row for each accepted row of the files that the report reads, as it was sent, with its file and row.
-- Key: file, row.
CREATE OR REPLACE TABLE "statements" AS FROM read_csv('data/statements.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
    'file': 'VARCHAR',
    'row': 'BIGINT',
    'period': 'VARCHAR',
    'year': 'INTEGER',
    'own_period': 'BOOLEAN',
    'external': 'BOOLEAN',
    'agency': 'VARCHAR',
    'publisher': 'VARCHAR',
    'publisher_ka': 'VARCHAR',
    'publisher_en': 'VARCHAR',
    'outside': 'BOOLEAN',
    'activity': 'VARCHAR',
    'indicator': 'VARCHAR',
    'by_sex': 'VARCHAR',
    'status': 'VARCHAR',
    'value': 'DOUBLE',
    'below': 'BIGINT',
    'withheld': 'BOOLEAN',
    'yes_no': 'BOOLEAN',
    'text': 'VARCHAR',
    'narrative': 'VARCHAR',
    'narrative_ka': 'VARCHAR',
    'narrative_en': 'VARCHAR',
    'obstacles': 'VARCHAR',
    'obstacles_ka': 'VARCHAR',
    'obstacles_en': 'VARCHAR',
    'delay_reason': 'VARCHAR',
    'expected': 'VARCHAR',
    'evidence': 'VARCHAR'
});

-- One row for each row of the report's own files that has an error and was therefore not counted.
-- Key: file, row.
CREATE OR REPLACE TABLE "set_aside" AS FROM read_csv('data/set_aside.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
    'file': 'VARCHAR',
    'row': 'BIGINT',
    'reason_ka': 'VARCHAR',
    'reason_en': 'VARCHAR',
    'cells': 'JSON'
});

-- One row for each recommendation, and for each thing that is recorded on one of an earlier report.
CREATE OR REPLACE TABLE "recommendations" AS FROM read_csv('data/recommendations.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
    'period': 'VARCHAR',
    'number': 'BIGINT',
    'id': 'VARCHAR',
    'text_ka': 'VARCHAR',
    'text_en': 'VARCHAR',
    'to': 'VARCHAR',
    'due': 'VARCHAR',
    'record': 'BIGINT',
    'status': 'VARCHAR',
    'became_ka': 'VARCHAR',
    'became_en': 'VARCHAR'
});

