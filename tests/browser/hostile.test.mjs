// What texts of people who mean harm do to the page: PLAN=path/to/plan node --test hostile.test.mjs
//
// hostile.json holds them, after public lists: OWASP's and PortSwigger's cheat sheets of cross-site scripting, the Big List of Naughty
// Strings, the examples of the CommonMark specification, and what this program's own templates and tables mean something by. One
// repository has them in every text column; another has the same words with a harmless letter for each of theirs. But for the words,
// the two pages must be the same.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { AXE, LAUNCH, visit, withoutPolicy } from "./checks.mjs";
import { writeRepository } from "./repository.mjs";
import { parse } from "./tools.mjs";

const HOSTILE = JSON.parse(readFileSync(new URL("hostile.json", import.meta.url), "utf8"));
/** What the report leaves out of a text: marks that turn the direction of writing, and U+FEFF. */
const HIDDEN = /[\u202a-\u202e\u2066-\u2069\ufeff]/g;
// A letter of its own for each text, so that a text of the harmless page says which one stands in its place.
const FIRST = 0x4e00;
const HARMLESS = HOSTILE.map((text, at) => text.replace(HIDDEN, "").replace(/[^\s\u0085]/gu, String.fromCodePoint(FIRST + at)));
/** A text as a reader sees it: blanks are one blank, other control characters U+FFFD; joiners keep it from looking like markup. */
const seen = (text) => text.replace(HIDDEN, "").replace(/\u2060/g, "").replace(/[ \t\n\r\v\f\u0085\u2028\u2029]+/g, " ").replace(/[\u0000-\u001f\u007f-\u009f]/g, "\ufffd").trim();
const STRUCTURE = ["aria-valid-attr-value", "button-name", "duplicate-id-aria", "empty-heading", "empty-table-header", "heading-order", "html-has-lang", "label", "link-name",
  "list", "listitem", "nested-interactive", "region", "scope-attr-valid", "table-duplicate-name", "td-headers-attr", "th-has-data-cells", "valid-lang"];

/** What a page holds: the cells of each row of each table, the text of each block but the evidence, and its kinds of elements. */
const read = (page) => page.evaluate(() => {
  const BLOCKS = ":is(main, header, .toc) :is(h1, h2, h3, h4, h5, h6, p, li, td, th, caption, pre, option)";
  // Why a row was set aside quotes the beginning of a cell.
  const passed = ".evidence, .refs, .tools, section:has(#annex-set-aside) td:nth-child(3)";
  const blocks = [...document.querySelectorAll(BLOCKS)].filter((one) => !one.matches(":has(+ .evidence)") && !one.closest(passed) && !one.querySelector("h1, h2, h3, h4, h5, h6, p, li, td, th, pre"));
  const text = (one) => {
    const own = one.cloneNode(true);
    own.querySelectorAll("br, small").forEach((one) => one.before(" "));
    // Numbers of the evidence, of which one text has more than another.
    own.querySelectorAll('a[href^="http"]').forEach((one) => one.remove());
    return own.textContent.replace(/ ?\[\d+\]/g, "");
  };
  return {
    tables: [...document.querySelectorAll("table")].map((table) => [...table.rows].map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)).join()),
    blocks: blocks.map(text),
    elements: [...new Set([...document.querySelectorAll("*")].map((one) => one.localName))].sort(),
    out: [...document.querySelectorAll("a[href]")].map((one) => one.getAttribute("href")).filter((href) => !/^(#|https?:\/\/)/.test(href)),
    handlers: [...document.querySelectorAll("*")].filter((one) => [...one.attributes].some(({ name }) => /^on|^src|^action$/.test(name))).map((one) => one.outerHTML.slice(0, 80)),
  };
});

/** All that is wrong with a page, beside the harmless one. */
async function faults(browser, file, harmless) {
  const said = [];
  const wanted = await visit(browser, harmless, {}, read);
  return visit(browser, file, { viewport: { width: 1280, height: 900 }, acceptDownloads: true }, async (page) => {
    const found = await read(page);
    for (const kind of ["tables", "elements"]) {
      if (JSON.stringify(found[kind]) === JSON.stringify(wanted[kind])) continue;
      const at = wanted[kind].findIndex((one, at) => one !== found[kind][at]);
      said.push(`${kind} ${at}: ${found[kind][at]} and not ${wanted[kind][at]}`);
    }
    if (found.blocks.length !== wanted.blocks.length) said.push(`${found.blocks.length} blocks of text and not ${wanted.blocks.length}`);
    // Two texts have two versions of the plan.
    const words = (blocks) => blocks.map(seen).join(" ").replace(/\b[0-9a-f]{12,64}\b/g, "#").replace(/ +/g, " ");
    const met = new Map();
    const expected = words(wanted.blocks).replace(/[\u4e00-\u4fff](?:[\u4e00-\u4fff\s]*[\u4e00-\u4fff])?/g, (run) => {
      let rest = run;
      for (const letter of new Set(run.replace(/\s/g, ""))) {
        const number = letter.codePointAt(0) - FIRST;
        rest = rest.replaceAll(seen(HARMLESS[number]), () => {
          met.set(number, (met.get(number) ?? 0) + 1);
          return seen(HOSTILE[number]);
        });
      }
      return rest;
    });
    // A link that was left out leaves its blank.
    const [text, wantedText] = [words(found.blocks), expected].map((text) => text.replace(/ +(?=[);])/g, "").split(" "));
    const at = wantedText.findIndex((word, at) => word !== text[at]);
    const context = (words) => words.slice(Math.max(0, at - 6), at + 6).join(" ");
    if (at >= 0 || text.length !== wantedText.length) said.push(`the text is\n${context(text)}\nand not\n${context(wantedText)}`);
    for (const [number, text] of HOSTILE.entries()) if ((met.get(number) ?? 0) < 15) said.push(`${JSON.stringify(text)} stands in ${met.get(number) ?? 0} places only`);
    said.push(...[...found.out, ...found.handlers].map((one) => `acts: ${one}`));
    if (await page.evaluate(() => window.ran)) said.push("a text ran");
    if (said.length) return said;

    // A reader does something: points, presses keys, filters, saves.
    await page.mouse.move(640, 450);
    for (let key = 0; key < 20; key += 1) await page.keyboard.press("Tab");
    await page.locator(".tools select[name=agency]").selectOption({ index: 3 });
    const download = page.waitForEvent("download");
    await page.locator(".annex caption button").click();
    const rows = parse(readFileSync(await (await download).path(), "utf8").slice(1));
    if (rows.length !== HOSTILE.length + 1) said.push(`${rows.length} rows in the CSV`);
    for (const cells of rows) {
      if (cells.length !== rows[0].length) said.push(`a row of another length: ${cells}`);
      said.push(...cells.filter((cell) => /^[=+@-]/.test(cell) && !/^[+-]?[\d.,]+%?$/.test(cell)).map((cell) => `a formula: ${cell}`));
    }
    await page.evaluate(AXE);
    const { violations } = await page.evaluate((rules) => axe.run(document, { runOnly: rules, resultTypes: ["violations"] }), STRUCTURE);
    said.push(...violations.map((one) => `${one.id}: ${one.help} (${one.nodes.length}) ${one.nodes[0].html.slice(0, 160)}`));
    await page.setViewportSize({ width: 360, height: 740 });
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) said.push("the page scrolls sideways at 360 pixels");
    if (await page.evaluate(() => window.ran)) said.push("a text ran");
    return said;
  }, (page) => {
    page.addInitScript(() => { for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => { window.ran = true; }; });
    page.on("request", (request) => { if (!/^(file|data|blob):/.test(request.url())) said.push(`asked for ${request.url()}`); });
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("console", (message) => said.push(message.text()));
    page.on("dialog", (dialog) => { said.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on("popup", () => said.push("a new window"));
    page.on("framenavigated", (frame) => { if (!frame.url().startsWith("file:") && frame.url() !== "about:blank") said.push(`went to ${frame.url()}`); });
  });
}

describe("texts of people who mean harm", () => {
  let browser, folder;
  const file = (kind, language) => join(folder, kind, "out", `report.${language}.html`);
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "plan-hostile-"));
    for (const [kind, texts] of [["hostile", HOSTILE], ["harmless", HARMLESS]]) {
      writeRepository(join(folder, kind), texts);
      const run = spawnSync(resolve(process.env.PLAN), ["report", "-C", join(folder, kind), "--year", "2020", "--format", "md,html", "--out", join(folder, kind, "out")], { encoding: "utf8" });
      // Rows are set aside on purpose.
      assert.equal(run.status, 1, run.stderr);
    }
    browser = await chromium.launch(LAUNCH);
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });
  for (const language of ["ka", "en"]) {
    test(`change nothing but what they say (${language})`, async () => assert.deepEqual(await faults(browser, file("hostile", language), file("harmless", language)), []));
  }
  test("rows of tables keep their columns in Markdown, too", () => {
    const cells = (kind, language) => readFileSync(join(folder, kind, "out", `report.${language}.md`), "utf8").split("\n").filter((line) => line.startsWith("|"))
      .map((line) => line.replaceAll("\\\\", "").replaceAll("\\|", "").split("|").length);
    for (const language of ["ka", "en"]) assert.deepEqual(cells("hostile", language), cells("harmless", language));
  });
  test("are found where they act", async () => {
    const whole = readFileSync(file("hostile", "en"), "utf8");
    const shown = "&lt;img src=x onerror=alert(1)&gt;";
    for (const damage of [(text) => withoutPolicy(text).replaceAll(shown, "<img src=x onerror=alert(1)>"), (text) => text.replace("<td>", "<td></td><td>"), (text) => text.replaceAll(shown, "")]) {
      const damaged = join(folder, "damaged.html");
      writeFileSync(damaged, damage(whole));
      assert.notDeepEqual(await faults(browser, damaged, file("harmless", "en")), []);
    }
  });
});
