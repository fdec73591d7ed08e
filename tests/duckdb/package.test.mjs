// Reads the tables of a report into DuckDB: PACKAGES="folder folder" node --test
// `load.sql` reads each table with the types of `datapackage.json`; then they are compared with the file as texts.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { before, describe, test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";

const TYPES = { string: ["VARCHAR"], integer: ["BIGINT"], number: ["DOUBLE"], boolean: ["BOOLEAN"], date: ["DATE"], year: ["INTEGER"], list: ["VARCHAR"], array: ["JSON", "VARCHAR"] };
const packages = (process.env.PACKAGES ?? "").split(" ").filter(Boolean).map((path) => resolve(path));
const text = (value) => `'${String(value).replaceAll("'", "''")}'`;
const name = (value) => `"${value.replaceAll('"', '""')}"`;
const list = (values) => values.map(name).join(", ");

test("there are packages to read", () => assert.notEqual(packages.length, 0, "name folders with a datapackage.json in PACKAGES"));

for (const folder of packages) {
  describe(basename(folder), () => {
    const { resources } = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
    const path = (resource) => text(join(folder, resource.path));
    let duck;
    const rows = async (sql) => (await duck.runAndReadAll(sql)).getRowObjects();
    const one = async (sql) => Object.values((await rows(sql))[0])[0];

    before(async () => {
      duck = await (await DuckDBInstance.create()).connect();
      await duck.run(`SET file_search_path = ${text(folder)}`);
      await duck.run(readFileSync(join(folder, "load.sql"), "utf8"));
    });

    test("every table has the columns and types that the package names", async () => {
      for (const { name: table, schema } of resources) {
        const found = await rows(`DESCRIBE ${name(table)}`);
        assert.deepEqual(found.map((row) => row.column_name), schema.fields.map((field) => field.name), table);
        found.forEach((row, at) => assert.ok(TYPES[schema.fields[at].type].includes(row.column_type), `${table}.${row.column_name}: ${row.column_type}`));
      }
    });

    test("the files are those of the package", () => {
      for (const resource of resources) {
        const bytes = readFileSync(join(folder, resource.path));
        assert.equal(bytes.length, resource.bytes);
        assert.equal(`sha256:${createHash("sha256").update(bytes).digest("hex")}`, resource.hash);
      }
    });

    test("keys are unique, references have a target, codes are known", async () => {
      for (const { name: table, schema } of resources) {
        for (const key of [schema.primaryKey, ...(schema.uniqueKeys ?? [])].filter(Boolean)) {
          assert.equal(await one(`SELECT count(*) FROM (SELECT 1 FROM ${name(table)} GROUP BY ${list(key)} HAVING count(*) > 1)`), 0n, `${table}: ${key}`);
        }
        for (const { fields, reference } of schema.foreignKeys ?? []) {
          const on = fields.map((field, at) => `a.${name(field)} = b.${name(reference.fields[at])}`).join(" AND ");
          const given = fields.map((field) => `a.${name(field)} IS NOT NULL`).join(" AND ");
          assert.equal(await one(`SELECT count(*) FROM ${name(table)} a ANTI JOIN ${name(reference.resource)} b ON ${on} WHERE ${given}`), 0n, `${table}: ${fields}`);
        }
        for (const { name: field, constraints } of schema.fields) {
          if (constraints?.required) assert.equal(await one(`SELECT count(*) FROM ${name(table)} WHERE ${name(field)} IS NULL`), 0n, `${table}.${field}`);
          if (constraints?.enum) {
            const codes = constraints.enum.map(text).join(", ");
            assert.equal(await one(`SELECT count(*) FROM ${name(table)} WHERE ${name(field)} NOT IN (${codes})`), 0n, `${table}.${field}`);
          }
        }
      }
    });

    test("no cell was changed on its way", async () => {
      for (const resource of resources) {
        const columns = resource.schema.fields.map((field) => `${text(field.name)}: 'VARCHAR'`);
        const written = `read_csv(${path(resource)}, header = true, delim = ',', quote = '"', escape = '"', columns = {${columns}})`;
        assert.equal(await one(`SELECT count(*) FROM ${written}`), await one(`SELECT count(*) FROM ${name(resource.name)}`), resource.name);
        for (const { name: field, type } of resource.schema.fields) {
          const read = type === "number" ? `CAST(CAST(${name(field)} AS DOUBLE) AS VARCHAR)` : name(field);
          const differ = `SELECT count(*) FROM (SELECT ${read} AS it FROM ${written} EXCEPT ALL SELECT ${name(field)}::VARCHAR FROM ${name(resource.name)})`;
          assert.equal(await one(differ), 0n, `${resource.name}.${field} (${type})`);
        }
      }
    });

    test("what was counted can be counted again", async () => {
      const by = "file, period, own_period, external";
      assert.ok(await one("SELECT count(*) FROM statements") > 0n);
      assert.equal(await one(`SELECT count(*) FROM (SELECT ${by} FROM statements GROUP BY ALL) s ANTI JOIN files f ON s.file = f.path AND s.period = f.period AND s.external = f.external`), 0n);
      // A value of a figure that only one row speaks of is the value of that row.
      const dimensions = resources.find(({ name }) => name === "figures").schema.fields.map((field) => field.name).filter((field) => field.startsWith("by_"));
      const same = ["activity", "indicator", "year", ...dimensions].map((field) => `f.${name(field)} IS NOT DISTINCT FROM s.${name(field)}`).join(" AND ");
      const alone = `SELECT f.value AS merged, any_value(s.value) AS sent FROM figures f JOIN statements s ON ${same} AND NOT s.external AND NOT s.outside WHERE f.value IS NOT NULL GROUP BY ALL HAVING count(*) = 1`;
      assert.equal(await one(`SELECT count(*) FROM (${alone}) WHERE merged <> sent`), 0n);
      assert.ok(await one(`SELECT count(*) FROM (${alone})`) > 0n);
      assert.equal(await one("SELECT count(*) FROM activities"), await one("SELECT count(DISTINCT id) FROM activities"));
    });

    test("rates and transitions are those of one course", async () => {
      assert.equal(await one("SELECT count(*) FROM rates WHERE share IS DISTINCT FROM numerator / nullif(denominator, 0)"), 0n);
      assert.equal(await one("SELECT count(*) FROM rates WHERE own_period"), 3n);
      assert.equal(await one('SELECT max("end") = max("end") FILTER (WHERE own_period) FROM rates'), true, "the report's period ends last");
      assert.equal(await one("SELECT count(DISTINCT since) FROM transitions"), await one("SELECT count(DISTINCT period) FROM rates WHERE compared"));
      assert.equal(await one("SELECT count(*) FROM transitions t ANTI JOIN rates r ON r.period = t.since AND r.compared"), 0n);
      assert.equal(await one("SELECT count(*) FROM transitions t JOIN activities a ON a.id = t.activity WHERE t.status_now <> a.status_counted"), 0n);
      assert.equal(await one("SELECT count(*) FROM transitions WHERE changed = (status_then = status_now)"), 0n);
    });
  });
}
