// Looks at finished HTML reports in Chromium: REPORTS="a.html b.html" node --test
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { CHECKS, LAUNCH } from "./checks.mjs";
import { TOOLS } from "./tools.mjs";

const reports = (process.env.REPORTS ?? "").split(" ").filter(Boolean).map((path) => resolve(path));
const ALL = [...CHECKS, ...TOOLS];
let browser;

before(async () => {
  browser = await chromium.launch(LAUNCH);
});
after(() => browser?.close());

test("there are reports to look at", () => assert.notEqual(reports.length, 0, "name the HTML files in REPORTS"));

for (const file of reports) {
  describe(basename(file), () => {
    for (const check of ALL) {
      test(check.name, async () => assert.deepEqual(await check.run(browser, file), []));
    }
  });
}

// A check that cannot fail is no check: each is shown a page that was damaged for it.
describe("each check finds what it is for", { skip: reports.length === 0 }, () => {
  let folder;
  before(() => { folder = mkdtempSync(join(tmpdir(), "plan-damaged-")); });
  after(() => rmSync(folder, { recursive: true }));
  for (const [number, check] of ALL.entries()) {
    test(check.name, async () => {
      const whole = readFileSync(reports[0], "utf8");
      const damaged = check.damage(whole);
      assert.notEqual(damaged, whole, "the damage changed nothing");
      const file = join(folder, `${number}.html`);
      writeFileSync(file, damaged);
      assert.notDeepEqual(await check.run(browser, file), []);
    });
  }
});
