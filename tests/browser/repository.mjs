// A repository of the program in which every text that anyone may write is one of the given texts.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes the repository: text number n is every text of goal, objective, activity, agency, row, rating and recommendation n. */
export function writeRepository(folder, texts) {
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  // A text of JSON is one of YAML. Two agencies may not have the same name, so theirs hold their number; the short ones begin with it, so that the alphabet is the same whatever the text.
  const yaml = (path, value) => put(path, JSON.stringify(value, null, 1));
  const both = (text) => ({ ka: text, en: text });
  const csv = (rows) => rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",") + "\n").join("");
  const numbered = texts.map((text, at) => ({ text, goal: `${at + 1}`, objective: `${at + 1}.1`, id: `${at + 1}.1.1`, agency: `a${at + 1}` }));

  yaml("plan/plan.yaml", { title: both(texts[0]), period: "2019..2020", languages: ["ka", "en"], council: "a1" });
  yaml("plan/agencies.yaml", { agencies: numbered.map(({ text, agency }) => ({ id: agency, name: both(`${text} ${agency}`), short: both(`${agency.replace("a", "").padStart(3, "0")}. ${text}`), kind: "ministry" })) });
  for (const { text, goal, objective, id, agency } of numbered) {
    const indicators = [{ id: "words", name: both(text), kind: "text" }, { id: "number", name: both(text), kind: "count", unit: both(text) }];
    const amended = [{ date: "2020-02-01", act: both(text), what: both(text) }];
    const activity = { id, title: both(text), lead: [agency], deadline: "2019..2020", budget: both(text), amended, indicators };
    yaml(`plan/goals/${goal}.yaml`, { id: goal, title: both(text), objectives: [{ id: objective, title: both(text), activities: [activity] }] });
  }
  const heads = ["agency", "activity", "indicator", "status", "value", "narrative", "narrative_ka", "obstacles", "evidence"];
  put("reports/2020/submissions/all.csv", csv([heads, ...numbered.flatMap(({ text, id, agency }) => [
    [agency, id, "", "implemented", "", text, text, text, text],
    [agency, id, "words", "", text, text, text, "", ""],
    [agency, id, "number", "", "7", text, text, "", ""],
    [agency, `${text} ?`, "", "", "", text, text, text, ""],
  ])]));
  put("reports/2020/external/others.csv", csv([["activity", "indicator", "value", "narrative", "source"], ...numbered.flatMap(({ text, id }) => [
    [id, "", "", text, text],
    [id, "number", "8", text, text],
  ])]));
  yaml("reports/2020/report.yaml", {
    kind: "annual",
    covers: "2020",
    state: "approved",
    approved: { date: "2021-03-01", act: both(texts[0]) },
    note: both(texts.join("\n\n")),
    introduction: both(texts.join("\n\n")),
    findings: texts.map(both),
    recommendations: numbered.map(({ text, agency }) => ({ text: both(text), to: [agency] })),
    assessments: numbered.map(({ text, id }) => ({ activity: id, status: "partially-implemented", reason: both(text) })),
  });
}
