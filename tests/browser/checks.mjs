// What must hold for every HTML report. A check opens the page as it needs it and gives a list of faults, empty if all
// is well. Each comes with a damage: a change of the page's text after which the check must find a fault.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** How the browser is started. */
export const LAUNCH = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
};
const WIDTHS = [1280, 800, 360, 320];
const SETTINGS = [
  { name: "wide, light", viewport: { width: 1280, height: 900 } },
  { name: "wide, dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  { name: "phone, light", viewport: { width: 360, height: 740 } },
  { name: "phone, dark", viewport: { width: 360, height: 740 }, colorScheme: "dark" },
  { name: "wide, more contrast", viewport: { width: 1280, height: 900 }, contrast: "more" },
];

export const inMain = (html) => (text) => text.replace(/<main[^>]*>/, (tag) => tag + html);
export const withoutPolicy = (text) => text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
export const withStyle = (css) => (text) => text.replace("</head>", `<style>${css}</style></head>`);

export const CHECKS = [
  {
    name: "nothing is asked of the network",
    damage: (text) => inMain('<img alt="" src="https://example.org/x.png">')(withoutPolicy(text)),
    async run(browser, file) {
      const asked = [];
      await visit(browser, file, {}, async () => {}, (page) => page.on("request", (request) => asked.push(request.url())));
      return asked.filter((url) => url !== pathToFileURL(file).href && !url.startsWith("data:"));
    },
  },
  {
    name: "no script fails and nothing is blocked",
    damage: (text) => text.replace("<script>", "<script> "),
    async run(browser, file) {
      const said = [];
      await visit(browser, file, {}, async () => {}, (page) => {
        page.on("pageerror", (error) => said.push(String(error)));
        page.on("console", (message) => said.push(message.text()));
      });
      return said;
    },
  },
  {
    name: "a script in a text cannot run",
    damage: withoutPolicy,
    run: (browser, file) => visit(browser, file, {}, (page) => page.evaluate(async () => {
      const box = document.createElement("div");
      box.innerHTML = '<img src="data:," onerror="window.ran = true"><svg onload="window.ran = true"></svg>';
      document.body.append(box);
      await new Promise((done) => setTimeout(done, 300));
      return window.ran ? ["an event handler of a text ran"] : [];
    })),
  },
  {
    name: "a square of a picture has the colour of its status in words",
    damage: withStyle("ul.strip i { --c: #123456 }"),
    run: (browser, file) => visit(browser, file, {}, (page) => page.evaluate(() => {
      const colour = (one) => getComputedStyle(one).getPropertyValue("--c");
      const squares = [...document.querySelectorAll("ul.strip li[class] i")];
      const said = (square) => document.querySelector(`i.${CSS.escape(square.parentElement.className)}`);
      const faults = squares.filter((square) => said(square) && colour(said(square)) !== colour(square)).map((square) => square.parentElement.className);
      return [...new Set(faults), ...(squares.some(said) ? [] : ["no square whose status stands in words"])];
    })),
  },
  {
    name: "nothing overflows sideways at 1280, 800, 360 and 320 pixels",
    damage: inMain('<div style="width: 330px; height: 1px"></div>'),
    async run(browser, file) {
      const faults = [];
      for (const width of WIDTHS) {
        faults.push(...await visit(browser, file, { viewport: { width, height: 900 } }, (page) => page.evaluate((width) => {
          const wide = document.documentElement.scrollWidth > innerWidth;
          const inView = (box) => box.width > 1 && box.right > 0;
          const out = [...document.body.querySelectorAll("*")].filter((one) => {
            const box = one.getBoundingClientRect();
            // What scrolls in a region of its own may be wider than the window.
            return inView(box) && box.right > innerWidth + 1 && !one.parentElement.closest('.scroll[role="region"]');
          });
          const name = (one) => `${width}: <${one.localName} class="${one.className}"> ${one.textContent.slice(0, 40)}`;
          return [...(wide ? [`${width}: the page scrolls sideways`] : []), ...out.slice(0, 5).map(name)];
        }, width)));
      }
      return faults;
    },
  },
  {
    name: "without scripts the contents and every text can be seen",
    damage: (text) => text.replace("<details open>", "<details>"),
    run: (browser, file) => visit(browser, file, { javaScriptEnabled: false }, (page) => page.evaluate(() => {
      const texts = document.querySelectorAll(".toc a, h1, h2, h3, h4, h5, h6, main p, main li, main td, main tbody th");
      const hidden = [...texts].filter((one) => one.textContent.trim() && !one.checkVisibility({ visibilityProperty: true }));
      const missing = ["h1", "h2", ".toc a", "main"].filter((one) => !document.querySelector(one));
      return [...missing.map((one) => `no ${one}`), ...hidden.map((one) => `hidden: ${one.textContent.slice(0, 60)}`)];
    })),
  },
  {
    name: "the script marks the chapter and closes the contents after a tap",
    damage: (text) => text.replace(/<script>[^]*<\/script>/, ""),
    run: (browser, file) => visit(browser, file, { viewport: { width: 360, height: 740 } }, async (page) => {
      const faults = [];
      if (await page.locator(".toc details[open]").count()) faults.push("the contents are open on a phone");
      else await page.locator(".toc summary").click();
      const last = page.locator(".toc li:not([class*='level-3']) a").nth(2);
      const href = await last.getAttribute("href");
      await last.click();
      await page.waitForTimeout(400);
      if (await page.locator(".toc details[open]").count()) faults.push("the contents stay open after a tap");
      const marked = await page.locator(".toc a[aria-current]").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
      if (marked.join() !== href) faults.push(`${href} was tapped, ${marked} is marked`);
      return faults;
    }),
  },
  ...SETTINGS.map(({ name, ...settings }) => ({
    name: `axe-core finds nothing (${name})`,
    damage: inMain('<p style="color: #777; background: #888">text</p>'),
    run: (browser, file) => visit(browser, file, settings, async (page) => {
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
      return violations.map((one) => `${one.id}: ${one.help} (${one.nodes.length}) ${one.nodes[0].html.slice(0, 160)}`);
    }),
  })),
  {
    name: "every id is unique and every link inside has its target",
    damage: inMain('<p id="content"><a href="#nowhere">x</a></p>'),
    run: (browser, file) => visit(browser, file, {}, (page) => page.evaluate(() => {
      const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
      const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
      const known = new Set(ids);
      const dead = [...document.querySelectorAll('a[href^="#"]')].map((one) => decodeURIComponent(one.hash.slice(1)));
      return [...[...twice].map((id) => `twice: ${id}`), ...dead.filter((id) => !known.has(id)).map((id) => `no target: ${id}`)];
    })),
  },
  {
    name: "links out are of the web and give nothing away",
    damage: inMain('<a href="https://example.org">x</a>'),
    run: (browser, file) => visit(browser, file, {}, (page) => page.evaluate(() => [...document.querySelectorAll("a")]
      .filter((one) => !one.getAttribute("href").startsWith("#"))
      .filter((one) => !/^https?:$/.test(one.protocol) || !/noopener/.test(one.rel) || !/noreferrer/.test(one.rel))
      .map((one) => one.outerHTML.slice(0, 160)))),
  },
  {
    name: "every table has a caption, and every head a scope and a word",
    damage: (text) => text.replace(/<caption>[^]*?(?=<thead>)/, "").replace(" scope=col", ""),
    run: (browser, file) => visit(browser, file, {}, (page) => page.evaluate(() => {
      const name = (one) => one.textContent.trim().slice(0, 60);
      const tables = [...document.querySelectorAll("table")];
      return [
        ...(tables.length ? [] : ["no table at all"]),
        ...tables.filter((one) => !one.caption?.textContent.trim()).map((one) => `no caption: ${name(one)}`),
        ...tables.filter((one) => !one.querySelector("thead th[scope=col]")).map((one) => `no heads: ${name(one)}`),
        ...[...document.querySelectorAll("th")].filter((one) => !one.scope || !name(one)).map((one) => `head without scope or word: ${name(one)}`),
      ];
    })),
  },
  {
    name: "every text is marked with its language",
    damage: inMain('<p lang="en">ტექსტი</p><p lang="ka">this is not Georgian at all</p>'),
    run: (browser, file) => visit(browser, file, {}, (page) => page.evaluate(() => {
      const faults = ["ka", "en"].includes(document.documentElement.lang) ? [] : [`lang="${document.documentElement.lang}"`];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const text = walk.currentNode.data;
        const parent = walk.currentNode.parentElement;
        if (parent.closest("script, style, code") || text.includes("://")) continue;
        const lang = parent.closest("[lang]").lang;
        if (lang !== "ka" && /[\u10d0-\u10ff]/.test(text)) faults.push(`Georgian in ${lang}: ${text.trim().slice(0, 60)}`);
        if (lang === "ka" && /[A-Za-z]{2,}([ ,;]+[A-Za-z]{2,}){3,}/.test(text)) faults.push(`not Georgian in ka: ${text.trim().slice(0, 60)}`);
      }
      return faults;
    })),
  },
  {
    name: "Georgian has no capitals, italics or spaced letters",
    damage: withStyle("h2 { text-transform: uppercase }"),
    run: (browser, file) => visit(browser, file, {}, (page) => page.evaluate(() => {
      const styled = [...document.querySelectorAll("body, body *")].filter((one) => {
        const style = getComputedStyle(one);
        return style.textTransform !== "none" || style.fontStyle !== "normal" || style.fontVariantCaps !== "normal" || !["normal", "0px"].includes(style.letterSpacing);
      });
      return [
        ...(/[\u1c90-\u1cbf]/.test(document.body.textContent) ? ["letters of Mtavruli"] : []),
        ...styled.slice(0, 5).map((one) => `<${one.localName}> ${one.textContent.slice(0, 40)}`),
      ];
    })),
  },
  {
    name: "on paper it is A4 with page numbers",
    damage: (text) => text.replace("size:A4;", "size:A5;").replace("counter(pages)", "''"),
    run: (browser, file) => visit(browser, file, {}, async (page) => {
      const paper = await print(page);
      const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(paper.info).slice(1).map(Number);
      const a4 = Math.abs(size[0] - 595.3) < 1 && Math.abs(size[1] - 841.9) < 1;
      const bare = paper.pages.map((text, at) => [text, `${at + 1} / ${paper.pages.length}`]).filter(([text, number]) => !text.includes(number));
      return [
        ...(a4 ? [] : [`the page is ${size.join(" x ")} points`]),
        ...(paper.pages.length > 1 ? [] : ["there is only one page"]),
        ...bare.map(([, number]) => `no page number ${number}`),
      ];
    }),
  },
  {
    name: "on paper the head of a long table repeats",
    damage: withStyle("thead { display: table-row-group !important }"),
    run: (browser, file) => visit(browser, file, {}, async (page) => {
      // The longest table is made longer still, so that a short report can be tested too.
      await page.evaluate(() => {
        const long = [...document.querySelectorAll("table")].reduce((a, b) => (b.rows.length > a.rows.length ? b : a));
        const body = long.tBodies[0];
        const rows = [...body.rows];
        while (body.rows.length < 120) rows.forEach((row) => body.append(row.cloneNode(true)));
        [...body.rows].forEach((row) => { row.cells[0].textContent = "bodyrow"; });
        // The words of a head stand in a button.
        (long.tHead.querySelector("button") ?? long.tHead.rows[0].cells[0]).textContent = "headrow";
      });
      const pages = (await print(page)).pages.filter((text) => text.includes("bodyrow"));
      if (pages.length < 2) return ["the table stays on one page"];
      return pages.filter((text) => !text.includes("headrow")).map(() => "a page without the head");
    }),
  },
  {
    name: "on paper no heading stands last on its page",
    damage: withStyle("@media print { h1, h2, h3, h4, h5, h6 { break-after: auto !important; margin-bottom: 180mm !important } }"),
    run: (browser, file) => visit(browser, file, {}, async (page) => {
      // Headings get an unseen word before and after, which the text of the paper shows.
      await page.evaluate(() => document.querySelectorAll("h2, h3, h4, h5, h6").forEach((one) => one.append(" zzend")));
      const { pages } = await print(page);
      return pages.map((text) => text.trimEnd().split("\n").map((line) => line.trim()).filter(Boolean))
        .map((lines) => lines.slice(0, -1).at(-1) ?? "")
        .filter((line) => line.includes("zzend"));
    }),
  },
];

/** Opens a file with some settings, lets `look` read it and closes it again. */
export async function visit(browser, file, settings, look, before = () => {}) {
  const context = await browser.newContext(settings);
  try {
    const page = await context.newPage();
    before(page);
    await page.goto(pathToFileURL(file).href);
    return await look(page);
  } finally {
    await context.close();
  }
}

/** Prints a page and reads the paper: facts of the file, and the text of each page. */
export async function print(page) {
  const path = join(tmpdir(), `plan-${process.pid}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true });
  const info = execFileSync("pdfinfo", [path], { encoding: "utf8" });
  const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  return { info, pages: text.split("\f").slice(0, -1) };
}
