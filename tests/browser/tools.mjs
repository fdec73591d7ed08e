// What must hold for the tools that the script adds to a report: like checks.mjs, each with a damage that it must find.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { AXE, inMain, print, visit, withStyle, withoutPolicy } from "./checks.mjs";

const WIDE = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 360, height: 740 } };
/** A change of the script, which the policy would block. */
const inScript = (before, after) => (text) => withoutPolicy(text).replace(before, after);
/** The numbers of what is shown of these elements. */
const shown = (page, selector) => page.evaluate((selector) => [...document.querySelectorAll(selector)]
  .filter((one) => one.checkVisibility()).map((one) => (one.closest("tr, article").querySelector('a[href^="#a-"]')).hash.slice(3)), selector);
const CARDS = "article.activity > h5";
const ROWS = ".annex tbody th:not(.group)";
const inView = (page, id) => page.evaluate((id) => {
  const box = document.getElementById(id).getBoundingClientRect();
  return box.height > 0 && box.top >= -1 && box.top < innerHeight;
}, id);
const same = (name, found, wanted) => (JSON.stringify(found) === JSON.stringify(wanted) ? [] : [`${name}: ${JSON.stringify(found)} and not ${JSON.stringify(wanted)}`]);
/** Leaves out the first activity, by a status that it does not have. */
const leaveOutFirst = async (page) => {
  const other = await page.evaluate(() => {
    const of = (card) => [...card.querySelector(".verdict").classList].at(1);
    const [first, ...rest] = [...document.querySelectorAll("article.activity")].map(of);
    return rest.find((code) => code !== first);
  });
  await page.locator(".tools select[name=status]").selectOption(other);
};

// A table with what the cells of reports hold, in the writing of each language; the last rows are blank, and one group follows another.
const SAMPLE = {
  ka: {
    number: ["–", "12 345,5", "<5", "-3,2", "7", "100"], sorted: ["-3,2", "<5", "7", "100", "12 345,5", "–"],
    percent: ["62,3% (61-დან 38)", "8,5% (47-დან 4)", "არ გამოითვლება", "100,0% (2-დან 2)", "8,15% (9-დან 1)", "0,0% (4-დან 0)"],
    percents: ["0,0% (4-დან 0)", "8,15% (9-დან 1)", "8,5% (47-დან 4)", "62,3% (61-დან 38)", "100,0% (2-დან 2)", "არ გამოითვლება"],
    date: ["02.01.2021", "31.12.2020", "–", "15.02.2020", "01.03.2020", "02.01.2020"], dates: ["02.01.2020", "15.02.2020", "01.03.2020", "31.12.2020", "02.01.2021", "–"],
    word: ["ჰაერი", "ბავშვი", "აფთიაქი", "", "ვადა", "გეგმა"], words: ["აფთიაქი", "ბავშვი", "გეგმა", "ვადა", "ჰაერი", ""],
  },
  en: {
    number: ["–", "12,345.5", "<5", "-3.2", "7", "100"], sorted: ["-3.2", "<5", "7", "100", "12,345.5", "–"],
    percent: ["62.3% (38 of 61)", "8.5% (4 of 47)", "n/a", "100.0% (2 of 2)", "8.15% (1 of 9)", "0.0% (0 of 4)"],
    percents: ["0.0% (0 of 4)", "8.15% (1 of 9)", "8.5% (4 of 47)", "62.3% (38 of 61)", "100.0% (2 of 2)", "n/a"],
    date: ["2 January 2021", "31 December 2020", "–", "15 February 2020", "1 March 2020", "2 January 2020"],
    dates: ["2 January 2020", "15 February 2020", "1 March 2020", "31 December 2020", "2 January 2021", "–"],
    word: ["zeal", "Éclair", "apple", "", "fig", "Date"], words: ["apple", "Date", "Éclair", "fig", "zeal", ""],
  },
};
const IDS = ["2.1.10", "2.1.2", "10.1.1", "2.1.1", "4.2.5-b", "4.2.5-a"];
const CELLS = ["=1+1", "a;b \"c\"\nd", "+x", "@SUM(A1)", "-y", "'"];

/** The report with the sample in it, in a file of its own. */
function withSample(file) {
  const text = readFileSync(file, "utf8");
  const { number, percent, date, word } = SAMPLE[/<html lang="(..)"/.exec(text)[1]];
  const escape = (cell) => cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
  const row = (at) => `<tr><th scope="row">${IDS[at]}</th>${[number, percent, date, word, CELLS].map((column) => `<td>${escape(column[at])}</td>`).join("")}</tr>`;
  const group = (name) => `<tr><th scope="rowgroup" colspan="6" class="group">${name}</th></tr>`;
  const heads = ["1", "2", "3", "4", "5", "6"].map((name) => `<th scope="col">${name}</th>`).join("");
  const table = `<table class="sample"><caption><b>9. „:/“ 1</b></caption><thead><tr>${heads}</tr></thead>
<tbody>${group("I")}${[0, 1, 2, 3, 4, 5].map(row).join("")}</tbody><tbody>${group("II")}${row(3)}${row(1)}</tbody></table>`;
  const path = join(mkdtempSync(join(tmpdir(), "plan-sample-")), basename(file));
  writeFileSync(path, inMain(table)(text));
  return path;
}

export const TOOLS = [
  {
    name: "without scripts there are no tools",
    damage: inMain('<div class="tools">x</div>'),
    run: (browser, file) => visit(browser, file, { ...WIDE, javaScriptEnabled: false }, (page) => page.evaluate(() =>
      [...document.querySelectorAll(".tools, .copy, .csv, .count, .said, .out, button, input, select")].map((one) => one.outerHTML.slice(0, 80)))),
  },
  {
    name: "a filter shows what fits and nothing else, in the chapter and in annex 1",
    damage: (text) => text.replace(".out{display:none !important}", ""),
    run: (browser, file) => visit(browser, file, WIDE, async (page) => {
      const faults = [];
      const everything = await shown(page, CARDS);
      const count = page.locator(".tools [role=status]");
      const look = async (name, wanted) => {
        faults.push(...same(`${name}, activities`, await shown(page, CARDS), wanted), ...same(`${name}, rows`, await shown(page, ROWS), wanted));
        const said = (await count.textContent()).match(/\d+/g).map(Number).sort((a, b) => a - b);
        faults.push(...same(`${name}, count`, said, [wanted.length, everything.length]));
        faults.push(...await page.evaluate((name) => {
          const seen = [...document.querySelectorAll("#implementation ~ :is(h3, h4, article)")].filter((one) => one.checkVisibility());
          const rank = (one) => ["H3", "H4", "ARTICLE"].indexOf(one?.tagName);
          const bare = seen.filter((one, at) => rank(one) < 2 && rank(seen[at + 1]) <= rank(one)).map((one) => `${name}: nothing under ${one.textContent}`);
          const heads = [...document.querySelectorAll(".annex .group")].filter((one) => one.checkVisibility());
          return [...bare, ...heads.filter((one) => ![...one.closest("tbody").querySelectorAll("td")].some((cell) => cell.checkVisibility())).map((one) => `${name}: no row under ${one.textContent}`)];
        }, name));
      };
      // What is expected is read elsewhere in the report: from the lists of each goal and the links to agencies.
      const wanted = await page.evaluate(() => {
        const numbers = (links) => [...links].map((link) => link.hash.slice(3));
        const lists = [...document.querySelectorAll('h3[id^="g-"]')].map((head) => [head.id, head.nextElementSibling]);
        const codes = new Set([...document.querySelectorAll(".by-status i[class]")].map((sign) => sign.className));
        const agencies = new Map();
        for (const card of document.querySelectorAll("article.activity")) {
          for (const link of card.querySelectorAll('.who a[href^="#ag-"]')) agencies.set(link.hash, (agencies.get(link.hash) ?? new Set()).add(card.querySelector("h5").id.slice(2)));
        }
        return {
          goal: lists.map(([id, list]) => [id, numbers(list.querySelectorAll("a"))]),
          status: [...codes].map((code) => [code, [...document.querySelectorAll(`.by-status i.${code}`)].flatMap((sign) => numbers(sign.closest("li").querySelectorAll("a")))]),
          agency: [...agencies].map(([hash, ids]) => [hash, [...ids]]),
        };
      });
      const inOrder = (ids) => everything.filter((id) => ids.includes(id));
      for (const [kind, list] of Object.entries(wanted)) {
        const select = page.locator(`.tools select[name=${kind}]`);
        const offered = await select.locator("option").evaluateAll((all) => all.map((one) => one.value).filter(Boolean));
        faults.push(...same(`${kind}, choices`, [...offered].sort(), list.map(([value]) => value).sort()));
        for (const [value, ids] of list.slice(0, 3)) {
          await select.selectOption(value);
          await look(`${kind} ${value}`, inOrder(ids));
        }
        // Two conditions together, then all again.
        if (kind !== "goal") {
          await page.locator(".tools select[name=goal]").selectOption(wanted.goal[0][0]);
          await look(`${kind} and goal`, inOrder(list[Math.min(2, list.length - 1)][1].filter((id) => wanted.goal[0][1].includes(id))));
        }
        await page.locator(".tools .count button").click();
        await look(`${kind}, all again`, everything);
      }
      const [first] = everything;
      await page.locator(".tools input").fill(first.slice(0, -1));
      await look("a number", everything.filter((id) => id.startsWith(first.slice(0, -1))));
      const word = await page.locator(CARDS).first().evaluate((head) => head.lastChild.textContent.trim().split(/\s+/).sort((a, b) => b.length - a.length)[0].toUpperCase());
      await page.locator(".tools input").fill(word);
      if (!(await shown(page, CARDS)).includes(first)) faults.push(`${word} does not find ${first}`);
      await page.locator(".tools input").fill("no such words zzz");
      await look("nothing fits", []);
      await page.locator("#annex-plan ~ .count button").click();
      await look("all again from the annex", everything);
      return faults;
    }),
  },
  {
    name: "a filter never hides where a link leads",
    damage: inScript("if (!hidden) return false;", "return false;"),
    run: (browser, file) => visit(browser, file, WIDE, async (page) => {
      const faults = [];
      const all = await shown(page, CARDS);
      const go = [
        ["a link", () => page.evaluate((id) => { document.querySelector(`main p a[href="#a-${id}"], main td a[href="#a-${id}"], main li a[href="#a-${id}"]`).click(); }, all[0])],
        ["the address", () => page.evaluate((id) => { location.hash = "#x"; location.hash = `#a-${id}`; }, all[0])],
      ];
      for (const [name, act] of go) {
        await leaveOutFirst(page);
        if ((await shown(page, CARDS)).includes(all[0])) faults.push("the filter hides nothing");
        await act();
        await page.waitForTimeout(200);
        if (!(await inView(page, `a-${all[0]}`))) faults.push(`${name} leads to nothing that is seen`);
        if (!(await page.locator(".said").textContent())) faults.push(`${name}: nothing says that the filter has gone`);
        faults.push(...same(name, (await shown(page, CARDS)).length, all.length));
      }
      return faults;
    }),
  },
  {
    name: "on paper there are no tools, and all that a filter leaves out",
    damage: (text) => text.replace("@media screen{.out", "@media all{.out"),
    async run(browser, file) {
      const text = async (settings, act) => visit(browser, file, settings, async (page) => {
        await act(page);
        return (await print(page)).pages.join("\f");
      });
      const bare = await text({ ...WIDE, javaScriptEnabled: false }, async () => {});
      const used = await text(WIDE, async (page) => {
        await page.locator(".copy").first().click();
        await leaveOutFirst(page);
      });
      if (bare === used) return [];
      const lines = bare.split("\n");
      return [`the paper differs from that without scripts: ${used.split("\n").find((line, at) => line !== lines[at])}`];
    },
  },
  {
    name: "by keyboard alone: a number and Enter lead to the activity, a status is chosen and all is shown again",
    damage: inScript('event.key === "Enter"', 'event.key === "F9"'),
    run: (browser, file) => visit(browser, file, WIDE, async (page) => {
      const faults = [];
      const focused = (selector) => page.evaluate((selector) => Boolean(document.activeElement.closest(selector)), selector);
      const tabTo = async (selector, key = "Tab") => {
        for (let steps = 0; steps < 1000 && !(await focused(selector)); steps += 1) await page.keyboard.press(key);
        const outline = await page.evaluate(() => parseFloat(getComputedStyle(document.activeElement).outlineWidth));
        if (!(await focused(selector))) faults.push(`no key leads to ${selector}`);
        else if (!(outline >= 2)) faults.push(`the focus on ${selector} is not seen`);
      };
      const all = await shown(page, CARDS);
      const number = all[Math.min(4, all.length - 1)];
      await page.evaluate(() => { document.getElementById("implementation").tabIndex = -1; document.getElementById("implementation").focus(); });
      await tabTo(".tools summary");
      await tabTo(".tools input");
      await page.keyboard.type(number);
      await page.keyboard.press("Enter");
      await page.waitForTimeout(200);
      if (!(await inView(page, `a-${number}`))) faults.push(`${number} is not seen`);
      if (!(await focused(`[id="a-${number}"]`))) faults.push(`the focus is not at ${number}`);
      faults.push(...same("shown after the jump", (await shown(page, CARDS)).length, all.length));
      await page.keyboard.press("Tab");
      if (!(await focused(`[id="a-${number}"] + .copy`))) faults.push("the link to copy is not next");
      else if (await page.evaluate(() => getComputedStyle(document.activeElement).opacity) !== "1") faults.push("the button is not seen");
      await tabTo(".tools select[name=status]", "Shift+Tab");
      await page.keyboard.press("ArrowDown");
      if ((await shown(page, CARDS)).length === all.length) faults.push("no status was chosen");
      await tabTo(".tools .count button");
      await page.keyboard.press("Enter");
      faults.push(...same("shown at the end", (await shown(page, CARDS)).length, all.length));
      await tabTo("thead button");
      await page.keyboard.press("Space");
      if (!(await page.locator("th[aria-sort=ascending]").count())) faults.push("no key sorts a table");
      return faults;
    }),
  },
  {
    name: "a link to each activity can be copied, with a clipboard and without one",
    damage: inScript('"#" + head.id', '"#"'),
    async run(browser, file) {
      const faults = [];
      for (const clipboard of [true, false]) {
        faults.push(...await visit(browser, file, WIDE, async (page) => {
          const heads = await page.locator(CARDS).evaluateAll((all) => all.map((one) => [one.id, one.querySelector("a").textContent, one.nextElementSibling.ariaLabel]));
          const nameless = heads.filter(([, number, name]) => !name?.includes(number)).map(([id, , name]) => `the button of ${id} is called ${name}`);
          const found = await page.evaluate(async (clipboard) => {
            const copied = [];
            Object.defineProperty(navigator, "clipboard", { value: clipboard ? { writeText: async (text) => copied.push(text) } : undefined });
            document.execCommand = () => copied.push(getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd));
            document.querySelectorAll(".copy")[1].click();
            await new Promise((done) => setTimeout(done, 100));
            return { copied, said: document.querySelector(".said").textContent, left: document.querySelectorAll("textarea").length };
          }, clipboard);
          const wanted = `${page.url().split("#")[0]}#${heads[1][0]}`;
          return [...nameless, ...same(`clipboard ${clipboard}`, found.copied, [wanted]), ...same("what is left", found.left, 0), ...(found.said.includes(heads[1][1]) ? [] : ["nothing is said"])];
        }));
      }
      return faults;
    },
  },
  {
    name: "heads sort numbers, percentages, dates, activity numbers and words, and give the order back",
    damage: inScript("[0, 1, -1][next]", "0"),
    run: (browser, file) => visit(browser, withSample(file), WIDE, async (page) => {
      const faults = [];
      const sample = SAMPLE[await page.evaluate(() => document.documentElement.lang)];
      const column = (at) => page.locator(".sample tbody").first().locator("tr").evaluateAll((rows, at) => rows.slice(1).map((row) => row.cells[at].textContent), at);
      const orders = [["2.1.1", "2.1.2", "2.1.10", "4.2.5-a", "4.2.5-b", "10.1.1"], sample.sorted, sample.percents, sample.dates, sample.words];
      for (const [at, wanted] of orders.entries()) {
        const head = page.locator(".sample thead th").nth(at);
        const before = await column(at);
        await head.locator("button").click();
        faults.push(...same(`column ${at}`, await column(at), wanted), ...same("aria-sort", await head.getAttribute("aria-sort"), "ascending"));
        const blanks = wanted.filter((cell) => ["–", "", "n/a", "არ გამოითვლება"].includes(cell));
        await head.locator("button").click();
        faults.push(...same(`column ${at}, down`, await column(at), [...wanted.slice(0, wanted.length - blanks.length).reverse(), ...blanks]));
        await head.locator("button").click();
        faults.push(...same(`column ${at}, as before`, await column(at), before), ...same("aria-sort", await head.getAttribute("aria-sort"), null));
      }
      // No table of the report loses or moves a row for good, and groups and totals stay.
      faults.push(...await page.evaluate(() => [...document.querySelectorAll("table:has(thead button)")].flatMap((table) => {
        const rows = () => [...table.tBodies].flatMap((body) => [...body.rows]);
        const before = rows();
        const stays = (row) => row.querySelector(".group") || (table.matches(".totals") && row === before.at(-1));
        const wrong = (name) => `${name}: ${table.caption.textContent}`;
        return [...table.querySelectorAll("thead button")].flatMap((button) => {
          const faults = [];
          for (let click = 1; click <= 3; click += 1) {
            button.click();
            const now = rows();
            if (now.length !== before.length || new Set(now).size !== before.length) faults.push(wrong("rows are lost"));
            if (now.some((row, at) => (stays(row) || stays(before[at])) && row !== before[at])) faults.push(wrong("a group or total has moved"));
            if (click === 3 && now.some((row, at) => row !== before[at])) faults.push(wrong("the order is not given back"));
          }
          return faults;
        });
      })));
      return faults;
    }),
  },
  {
    name: "a table is saved as CSV that spreadsheets open and do not run",
    damage: inScript('? "\'" : ""', '? "" : ""'),
    run: (browser, file) => visit(browser, withSample(file), { ...WIDE, acceptDownloads: true }, async (page) => {
      const faults = [];
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      const sample = SAMPLE[await page.evaluate(() => document.documentElement.lang)];
      const save = async (table) => {
        const download = page.waitForEvent("download");
        await page.locator(`${table} caption button`).click();
        return { name: (await download).suggestedFilename(), text: readFileSync(await (await download).path(), "utf8") };
      };
      const { name, text } = await save(".sample");
      faults.push(...same("name", name, "9. 1.csv"), ...same("mark", text.codePointAt(0), 0xfeff));
      const rows = parse(text.slice(1));
      const safe = (cell) => (/^[=+@-]/.test(cell) ? `'${cell}` : cell);
      // Numbers can be calculated with: no blanks between their digits.
      const whole = (cell) => (/^-?\d+([ ,]\d{3})*([.,]\d+)?$/.test(cell) ? cell.replace(/\s/g, "").replace(/,(?=\d{3})/, "") : cell);
      const row = (group, at) => [group, IDS[at], whole(sample.number[at]), sample.percent[at], sample.date[at], sample.word[at], safe(CELLS[at])];
      const wanted = [...[0, 1, 2, 3, 4, 5].map((at) => row("I", at)), row("II", 3), row("II", 1)];
      faults.push(...same("head", rows[0].slice(1), ["1", "2", "3", "4", "5", "6"]), ...(rows[0][0] ? [] : ["the column of groups has no name"]), ...same("rows", rows.slice(1), wanted));
      await leaveOutFirst(page);
      const plan = parse((await save(".annex")).text.slice(1));
      const count = await page.locator(".annex tbody tr:not(:has(.group))").count();
      faults.push(...same("rows of the plan, while a filter leaves some out", plan.length, count + 1));
      faults.push(...plan.filter((cells) => cells.length !== plan[0].length).map((cells) => `a row of another length: ${cells}`));
      return [...faults, ...asked.filter((url) => !url.startsWith("blob:")).map((url) => `asked for ${url}`)];
    }),
  },
  {
    name: "on a phone the tools fold, nothing overflows, and every target has 24 pixels",
    damage: withStyle("thead button { min-height: 0 !important; height: 12px }"),
    async run(browser, file) {
      const faults = [];
      for (const width of [360, 320, 1280]) {
        faults.push(...await visit(browser, file, { viewport: { width, height: 740 } }, async (page) => {
          const open = await page.locator(".tools details[open]").count();
          const wrong = open === Number(width > 1000) ? [] : [`${width}: the tools are ${open ? "open" : "folded"}`];
          if (!open) await page.locator(".tools summary").click();
          await page.locator(".copy").first().focus();
          await page.locator(".copy").first().click();
          return [...wrong, ...await page.evaluate((width) => {
            const wide = document.documentElement.scrollWidth > innerWidth ? [`${width}: the page scrolls sideways`] : [];
            const small = [...document.querySelectorAll("button, .tools :is(input, select, summary)")].filter((one) => one.checkVisibility()).filter((one) => {
              const box = one.getBoundingClientRect();
              return box.width < 24 || box.height < 24 || box.right > innerWidth + 1;
            });
            const clipped = [...document.querySelectorAll("thead button")].filter((one) => one.checkVisibility() && one.closest("thead").getBoundingClientRect().height < 24);
            return [...wide, ...small.map((one) => `${width}: small or outside: ${one.outerHTML.slice(0, 90)}`), ...clipped.map((one) => `${width}: not seen: ${one.outerHTML.slice(0, 90)}`)];
          }, width)];
        }));
      }
      return faults;
    },
  },
  {
    name: "signs, bars and arrows keep to forced colours",
    damage: withStyle("* { forced-color-adjust: none }"),
    run: (browser, file) => visit(browser, file, { ...WIDE, forcedColors: "active" }, async (page) => {
      await page.locator("thead button").first().click();
      return page.evaluate(() => {
        const ink = getComputedStyle(document.body).color;
        const faults = [];
        const look = (selector, pseudo, edge = "borderBottomColor") => {
          const found = [...document.querySelectorAll(selector)];
          if (!found.length) faults.push(`no ${selector}`);
          const wrong = found.filter((one) => getComputedStyle(one, pseudo)[edge] !== ink);
          if (wrong.length) faults.push(`${selector}${pseudo ?? ""}: ${getComputedStyle(wrong[0], pseudo)[edge]} and not ${ink}`);
        };
        look("main :not(h3, h4) > i[class]:not(.no-status)", "::before");
        look("main .bar", undefined, "borderTopColor");
        look(".strip i");
        look(".verdict", undefined, "borderLeftColor");
        look("[aria-sort] button", "::after", "borderTopColor");
        return faults;
      });
    }),
  },
  {
    name: "axe-core finds nothing (tools in use)",
    damage: inMain('<p style="color: #777; background: #888">text</p>'),
    run: (browser, file) => visit(browser, file, { ...WIDE, colorScheme: "dark" }, async (page) => {
      await leaveOutFirst(page);
      await page.locator(".copy:visible").first().click();
      await page.locator(".annex thead button").first().click();
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
      return violations.map((one) => `${one.id}: ${one.help} (${one.nodes.length}) ${one.nodes[0].html.slice(0, 160)}`);
    }),
  },
  {
    name: "on paper nothing is cut at the right",
    damage: inMain('<div style="width: 700px; height: 1px"></div>'),
    // The width of A4 between the margins of 16 millimetres.
    run: (browser, file) => visit(browser, file, { viewport: { width: 672, height: 900 } }, async (page) => {
      await page.emulateMedia({ media: "print" });
      return page.evaluate(() => [...document.body.querySelectorAll("*")].filter((one) => one.getClientRects().length && one.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 5).map((one) => `<${one.localName} class="${one.className}"> ${one.textContent.slice(0, 40)}`));
    }),
  },
];

/** Reads CSV with `;` between cells. */
export function parse(text) {
  const rows = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n"]*))(;|\r\n)/g)) {
    rows.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== ";") rows.push([]);
  }
  return rows.slice(0, -1);
}
