// Looks at the pages that `plan validate` and `plan status` write: VALIDATIONS="a.html b.html" STATUSES="c.html" node --test
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { CHECKS, LAUNCH, inMain, visit } from "./checks.mjs";

const named = (variable) => (process.env[variable] ?? "").split(" ").filter(Boolean).map((path) => resolve(path));
const validations = named("VALIDATIONS");
const statuses = named("STATUSES");

// What must hold for every page that is no report, too.
const SHARED = CHECKS.filter(({ name }) => [
  "nothing is asked of the network",
  "a script in a text cannot run",
  "nothing overflows sideways at 1280, 800, 360 and 320 pixels",
  "every id is unique and every link inside has its target",
  "every table has a caption, and every head a scope and a word",
  "Georgian has no capitals, italics or spaced letters",
].includes(name) || name.startsWith("axe-core finds nothing"));

const OWN = [
  {
    name: "there is no script, and none of a cell runs",
    damage: inMain("<script>window.ran = 1</script>"),
    run: (browser, file) => visit(browser, file, {}, async (page) => {
      await page.mouse.move(200, 300);
      await page.keyboard.press("Tab");
      return page.evaluate(() => [
        ...[...document.querySelectorAll("script, iframe, object, embed, img, form, base, link:not([rel=icon])")].map((one) => one.outerHTML.slice(0, 80)),
        ...(window.ran ? ["a text of a cell ran"] : []),
      ]);
    }),
  },
  {
    name: "a marked cell leads to its finding, and the finding to a marked cell",
    damage: (text) => text.replace(/(<li class="error" id="[^"]*">\n<p class="place"><a href=")#[^"]*/, "$1#content"),
    run: (browser, file) => visit(browser, file, {}, (page) => page.evaluate(() => {
      const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
      const marks = [...document.querySelectorAll("a.mark")];
      const back = [...document.querySelectorAll("ol.findings .place a")];
      return [
        ...(marks.length ? [] : ["no cell is marked"]),
        ...marks.filter((mark) => !target(mark)?.matches("ol.findings > li")).map((mark) => `leads nowhere: ${mark.outerHTML}`),
        ...marks.filter((mark) => !mark.getAttribute("aria-label")).map((mark) => `no words: ${mark.outerHTML}`),
        ...back.filter((link) => !target(link)?.querySelector("a.mark")).map((link) => `leads to no mark: ${link.textContent}`),
      ];
    })),
  },
  {
    name: "a click shows what it leads to",
    damage: (text) => text.replace(/<\/style>/, "ol.findings > li:target { display: none }</style>"),
    run: (browser, file) => visit(browser, file, { viewport: { width: 360, height: 740 } }, async (page) => {
      const mark = page.locator("a.mark").last();
      const href = await mark.getAttribute("href");
      await mark.click();
      const finding = page.locator(href);
      const faults = await seen(finding) ? [] : [`${href} is not in view`];
      const link = finding.locator(".place a");
      if (faults.length || !(await link.count())) return faults;
      const cell = await link.getAttribute("href");
      await link.click();
      return await seen(page.locator(cell)) ? [] : [`${cell} is not in view`];
    }),
  },
  {
    name: "the wide table scrolls in its own region, by keyboard too",
    damage: (text) => text.replace('<div class="scroll" tabindex="0"', "<div"),
    run: (browser, file) => visit(browser, file, { viewport: { width: 360, height: 740 } }, async (page) => {
      const region = page.locator(".scroll[tabindex='0'][role=region][aria-label]");
      if (await region.count() !== 1) return ["no region that can be scrolled"];
      await region.focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForTimeout(300);
      return await region.evaluate((one) => one.scrollLeft > 0) ? [] : ["an arrow key does not scroll it"];
    }),
  },
  {
    name: "the first thing read is whether the file may be sent",
    damage: (text) => text.replace(/<p class="verdict[^]*?<\/p>/, ""),
    run: (browser, file) => visit(browser, file, { viewport: { width: 360, height: 740 } }, (page) => page.evaluate(() => {
      const verdict = document.querySelector("h1 + .verdict");
      return verdict && verdict.getBoundingClientRect().bottom < innerHeight ? [] : ["it is not on the first screen"];
    })),
  },
];

/** Whether an element stands in the window, at least with its top. */
const seen = (locator) => locator.evaluate((one) => {
  const box = one.getBoundingClientRect();
  return box.height > 0 && box.top >= -1 && box.top < innerHeight && box.left < innerWidth && box.right > 0;
});

let browser;
before(async () => { browser = await chromium.launch(LAUNCH); });
after(() => browser?.close());

test("there are pages to look at", () => {
  assert.notEqual(validations.length, 0, "name the HTML files in VALIDATIONS");
  assert.notEqual(statuses.length, 0, "name the HTML files in STATUSES");
});

for (const [files, checks] of [[validations, [...SHARED, ...OWN]], [statuses, SHARED]]) {
  for (const file of files) {
    describe(basename(file), () => {
      for (const check of checks) {
        test(check.name, async () => assert.deepEqual(await check.run(browser, file), []));
      }
    });
  }
}

describe("each check finds what it is for", { skip: validations.length === 0 }, () => {
  let folder;
  before(() => { folder = mkdtempSync(join(tmpdir(), "plan-damaged-")); });
  after(() => rmSync(folder, { recursive: true }));
  for (const [number, check] of OWN.entries()) {
    test(check.name, async () => {
      const whole = readFileSync(validations[0], "utf8");
      // The policy of the page would stop a script.
      const damaged = check.damage(whole);
      assert.notEqual(damaged, whole, "the damage changed nothing");
      const file = join(folder, `${number}.html`);
      writeFileSync(file, damaged);
      assert.notDeepEqual(await check.run(browser, file), []);
    });
  }
});
