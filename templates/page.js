// The page is complete without this script. It marks the current chapter and folds the contents on narrow screens.
(() => {
  const root = document.documentElement;
  const contents = document.querySelector(".toc details");
  const now = contents.querySelector(".now");
  const wide = matchMedia("(min-width: 68rem)");
  root.classList.add("js");

  // Open beside the text where there is room; else a bar that closes after a tap.
  const fit = () => { contents.open = wide.matches; };
  fit();
  wide.addEventListener("change", fit);
  contents.addEventListener("click", (event) => {
    if (event.target.closest("a") && !wide.matches) contents.open = false;
  });
  addEventListener("beforeprint", () => { contents.open = true; });
  addEventListener("afterprint", fit);

  // The current chapter is the last one whose head has passed the upper third of the window.
  // Ids hold dots, so they are looked up as ids and not as selectors.
  const links = [...contents.querySelectorAll("a")];
  const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;
  const mark = () => {
    waiting = false;
    // What a filter leaves out stands nowhere.
    const here = places.findLastIndex((place) => place?.getClientRects().length && place.getBoundingClientRect().top < innerHeight / 3);
    links.forEach((link, index) => {
      if (index === here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    now.textContent = here < 0 ? "" : " · " + links[here].textContent;
  };
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  }, { passive: true });
  mark();
})();

// Tools for readers. Their words and markup stand in the template `tools`; texts of the report are only ever set as text.
(() => {
  const { content, dataset: words } = document.getElementById("tools");
  const { lang } = document.documentElement;
  const collator = new Intl.Collator(lang, { numeric: true });
  const number = new Intl.NumberFormat(lang).format;
  const all = (selector, place = document) => [...place?.querySelectorAll(selector) ?? []];
  const make = (selector) => content.querySelector(selector).cloneNode(true);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const isGroup = (row) => row.cells[0]?.classList.contains("group");
  const plain = (text) => text.normalize("NFKC").toLocaleLowerCase(lang).trim();

  const said = document.body.appendChild(make(".said"));
  let silence;
  const say = (text) => {
    said.textContent = text;
    clearTimeout(silence);
    silence = setTimeout(() => { said.textContent = ""; }, 8000);
  };

  // 1. The activities; and the parts of the page that are left out unless one of their activities is shown.
  const chapter = document.getElementById("implementation")?.closest("section");
  const annex = document.getElementById("annex-plan")?.closest("section");
  const signs = new Map(all("main i[class]").reverse().map((sign) => [sign.className, sign]));
  const scale = [...signs.keys()].reverse();
  const activities = new Map(all("article.activity", chapter).map((card) => {
    const head = card.querySelector("h5[id]");
    const status = [...card.querySelector(".verdict")?.classList ?? []].find((name) => signs.has(name));
    return [head.id, { card, head, id: head.querySelector("a").textContent, status, agencies: all('.who a[href^="#ag-"]', card) }];
  }));
  const ones = [...activities.values()];
  const parts = [];
  let goal, inGoal, inside;
  for (const part of chapter?.children ?? []) {
    if (part.matches('h3[id^="g-"]')) [goal, inside] = [part, inGoal = []];
    if (part.matches('h4[id^="o-"]')) inside = [];
    const one = part.matches("article") && activities.get(part.querySelector("h5[id]")?.id);
    if (one) {
      one.goal = goal;
      for (const list of new Set([inGoal, inside])) list?.push(one);
    }
    if (one || inside) parts.push([part, one ? [one] : inside]);
  }
  inside = undefined;
  for (const row of [...all("tbody tr", chapter), ...all("tbody tr", annex)].filter((row) => !row.closest("article"))) {
    const one = activities.get(row.querySelector('th a[href^="#a-"]')?.hash.slice(1));
    if (isGroup(row)) parts.push([row, inside = []]);
    else if (one) {
      parts.push([row, [one]]);
      inside?.push(one);
    }
  }

  // 2. The filter. What it leaves out has the class `out`, which hides on screens and not on paper.
  const tools = make(".tools");
  const field = tools.querySelector("input");
  const selects = all("select", tools);
  const counts = [tools.querySelector(".count")];
  const filter = () => {
    const query = plain(field.value);
    const on = Boolean(query || selects.some((select) => select.value));
    const begins = (one) => plain(one.id).startsWith(query);
    const byNumber = query.includes(".") && ones.some(begins);
    const [agency, goal, status] = selects.map((select) => select.value);
    for (const one of ones) {
      one.fits = (!agency || one.agencies.some((link) => link.hash === agency)) && (!goal || one.goal?.id === goal) && (!status || one.status === status)
        && (!query || (byNumber ? begins(one) : query.split(/\s+/).every((word) => plain(one.card.textContent).includes(word))));
    }
    for (const [part, of] of parts) part.classList.toggle("out", on && !of.some((one) => one.fits));
    const shown = ones.filter((one) => one.fits).length;
    for (const count of counts) {
      count.firstElementChild.textContent = fill(words.shown, { shown: number(shown), all: number(ones.length) });
      count.lastElementChild.hidden = !on;
    }
    if (counts[1]) counts[1].hidden = !on;
  };
  const reset = () => {
    for (const one of [field, ...selects]) one.value = "";
    filter();
  };

  // A filter never hides the place that a link leads to.
  const reveal = (hash) => {
    const hidden = document.getElementById(hash.slice(1))?.closest(".out");
    if (!hidden) return false;
    reset();
    say(words.cleared);
    return true;
  };
  const jump = () => {
    const query = plain(field.value).replace(/\.$/, "");
    const exact = ones.find((one) => plain(one.id) === query)?.head ?? document.getElementById("o-" + query) ?? document.getElementById("g-" + query);
    const target = exact ?? ones.find((one) => one.fits)?.head;
    if (!query || !target) return field.focus();
    if (exact) field.value = "";
    filter();
    reveal("#" + target.id);
    location.hash = target.id;
    target.scrollIntoView();
    target.querySelector("a")?.focus({ preventScroll: true });
  };
  const offer = (select, places) => {
    for (const [value, place] of places) {
      const option = select.appendChild(new Option(place.textContent.trim(), value));
      const other = place.querySelector("[lang]");
      if (other) option.lang = other.lang;
    }
  };
  if (ones.length) {
    const agencies = new Map(ones.flatMap((one) => one.agencies.map((link) => [link.hash, link])));
    offer(selects[0], [...agencies].sort(([, a], [, b]) => collator.compare(a.textContent, b.textContent)));
    offer(selects[1], new Map(ones.filter((one) => one.goal).map((one) => [one.goal.id, one.goal])));
    offer(selects[2], scale.filter((code) => ones.some((one) => one.status === code)).map((code) => [code, signs.get(code)]));
    const roomy = matchMedia("(min-width: 48rem)");
    const fold = () => { tools.querySelector("details").open = roomy.matches; };
    fold();
    roomy.addEventListener("change", fold);
    field.placeholder = ones[0].id;
    field.addEventListener("input", filter);
    field.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.isComposing) jump(); });
    tools.querySelector(".jump button").addEventListener("click", jump);
    for (const select of selects) select.addEventListener("change", filter);
    (parts[0]?.[0] ?? ones[0].card).before(tools);
    // The annex says that rows are left out, too.
    const plan = annex?.querySelector("table");
    if (plan) {
      plan.before(counts[1] = counts[0].cloneNode(true));
      counts[1].firstElementChild.removeAttribute("role");
    }
    for (const [at, count] of counts.entries()) {
      count.lastElementChild.addEventListener("click", () => {
        reset();
        (at ? plan.querySelector("button") : field).focus({ preventScroll: true });
      });
    }
    document.addEventListener("click", (event) => reveal(event.target.closest('a[href^="#"]')?.hash ?? ""), true);
    addEventListener("hashchange", () => { if (reveal(location.hash)) document.getElementById(location.hash.slice(1)).scrollIntoView(); });
    filter();
  }

  // 3. A link to each activity.
  const copy = async ({ head, id }, button) => {
    const address = location.href.split("#")[0] + "#" + head.id;
    let done = true;
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      const box = document.body.appendChild(document.createElement("textarea"));
      box.value = address;
      box.select();
      done = document.execCommand("copy");
      box.remove();
      button.focus();
    }
    if (!done) location.hash = head.id;
    say(fill(done ? words.copied : words.address, { id }));
  };
  for (const one of ones) {
    const button = make(".copy");
    button.title = fill(words.copy, { id: one.id });
    button.ariaLabel = button.title;
    button.addEventListener("click", () => copy(one, button));
    one.head.after(button);
  }

  // 4. Tables: sorted by a click on a head, and saved in the order seen, with the rows that a filter leaves out.
  const text = (cell) => {
    const own = cell.cloneNode(true);
    for (const one of all("br", own)) one.replaceWith("\n");
    for (const one of all("li + li", own)) one.prepend("; ");
    return own.textContent.replace(/\u2060/g, "").replace(/[^\S\n]+/g, " ").replace(/ ?\n ?/g, "\n").trim();
  };
  const group = words.group.trim() ? "\\" + words.group : "\\s";
  const digits = `\\d+(?:${group}\\d{3})*(?:\\${words.decimal}\\d+)?`;
  const whole = new RegExp(`^[-+−]?${digits}%?$`);
  const leading = new RegExp(`^(<?)([-+−]?)(${digits})(?:\\s*[%(–-][^]*)?$`);
  const ungrouped = (text) => text.replace(new RegExp(group, "g"), "");
  // What a column can hold: a finite number for every text of it.
  const kinds = [
    (text, cell) => scale.indexOf(cell.querySelector("i[class]")?.className) + 1 || undefined,
    (text) => {
      const [, below, sign, digits = "x"] = leading.exec(text) ?? [];
      // A suppressed count is less than the number that it names.
      return Number(ungrouped(digits).replace(words.decimal, ".")) * (/[-−]/.test(sign) ? -1 : 1) - (below ? 0.5 : 0);
    },
    (text) => {
      const [, day, month, year] = /^(\d\d?)\.(\d\d?)\.(\d{4})$/.exec(text) ?? [];
      return year ? Date.UTC(year, month - 1, day) : /^\d\d? \p{L}+ \d{4}$/u.test(text) ? Date.parse(text) : undefined;
    },
    (text) => Number(text.match(/\b(?:19|20)\d\d\b/g)?.at(-1)),
  ];
  // Words of the report for what is not there, such as "not rated", are muted.
  const isBlank = (text, cell) => ["", words.none, words.na].includes(text) || cell.firstChild.className === "muted";
  const steps = [null, "ascending", "descending"];

  const makeSortable = (table) => {
    const bodies = [...table.tBodies].map((body) => [body, [...body.rows]]);
    const heads = [...table.tHead.rows[0].cells];
    const total = table.matches(".totals") && bodies.at(-1)[1].at(-1);
    const sort = (column, direction) => {
      const keys = new Map();
      let section = 0;
      for (const row of bodies.flatMap(([, rows]) => rows)) {
        const stays = isGroup(row) || row === total;
        const cell = row.cells[stays ? 0 : column];
        const said = stays ? "" : text(cell);
        section += stays;
        keys.set(row, { section, cell, said, blank: isBlank(said, cell) });
        section += stays;
      }
      const filled = [...keys.values()].filter((key) => !key.blank);
      // A number that is the head of a row is a name, such as 2.10.
      const kind = filled[0]?.cell.localName === "td" && kinds.find((kind) => filled.every(({ said, cell }) => Number.isFinite(kind(said, cell))));
      for (const key of filled) key.number = kind ? kind(key.said, key.cell) : 0;
      const compare = (first, second) => {
        const [a, b] = [keys.get(first), keys.get(second)];
        return a.section - b.section || a.blank - b.blank || (a.blank ? 0 : direction * (a.number - b.number || collator.compare(a.said, b.said)));
      };
      for (const [body, rows] of bodies) body.append(...(direction ? [...rows].sort(compare) : rows));
    };
    for (const [column, head] of heads.entries()) {
      if (head.localName !== "th") continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const next = (steps.indexOf(head.ariaSort) + 1) % 3;
        for (const one of heads) one.ariaSort = null;
        head.ariaSort = steps[next];
        sort(column, [0, 1, -1][next]);
      });
    }
    table.classList.add("sortable");
  };

  // `;` parts the cells, as in the agencies' forms: Excel expects it where the comma is decimal. No cell may be a formula.
  const quoted = (text) => whole.test(text) ? ungrouped(text) : `"${(/^[=+\-@＝＋－＠]/.test(text) ? "'" : "") + text.replaceAll('"', '""')}"`;
  const save = (table, name) => {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    const grouped = rows.some(isGroup);
    const lines = [];
    let group = "";
    for (const row of [table.tHead.rows[0], ...rows]) {
      if (isGroup(row)) group = text(row);
      else lines.push([...(grouped ? [lines.length ? group : words.groups] : []), ...[...row.cells].map(text)]);
    }
    const link = document.createElement("a");
    link.download = name.replace(/[^\p{L}\p{M}\p{N}.,()-]+/gu, " ").slice(0, 80).trim().replace(/\.$/, "") + ".csv";
    link.href = URL.createObjectURL(new Blob(["\ufeff", ...lines.map((line) => line.map(quoted).join(";") + "\r\n")], { type: "text/csv" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  for (const table of all("main table:not(.pair)")) {
    if (!table.caption || [...table.rows].filter((row) => !isGroup(row)).length < 5) continue;
    // Among the figures of an activity the parts stand below their sum.
    if (!table.closest("article")) makeSortable(table);
    const name = text(table.caption.querySelector("b") ?? table.caption);
    const button = make(".csv");
    button.ariaLabel = `${button.textContent}: ${name}`;
    button.addEventListener("click", () => save(table, name));
    table.ariaLabel = name;
    table.caption.append(button);
  }
})();
