import { expect, test } from "vitest";
import { addPasted } from "#app/services/supplier/paste/add-pasted";
import { showPaste } from "#app/services/supplier/paste/show-paste";
import { tableAt } from "#app/services/supplier/rows/table-place";
import { testContext } from "#tests/support/context";
import { asSupplier, invite } from "#tests/support/supplier";

const at = { question: "B1", part: "sites" };

async function pasting(language = "en") {
  const ctx = await testContext();
  const { token } = await invite(ctx);
  const supplier = asSupplier(ctx, token, language);
  const look = async (text: string) => {
    const view = await showPaste(await supplier.open(), { ...at, text });
    if (!view.found) throw new Error("nothing was looked at");
    return { ...view.found, text: view.text, basedOn: view.basedOn };
  };
  const add = async (text: string, basedOn?: number) =>
    addPasted(await supplier.open(), { ...at, text, ...(basedOn === undefined ? {} : { basedOn }) });
  const rows = async () => tableAt((await supplier.open()).session, "B1", "sites").rows.map(({ cells }) => cells);
  return { look, add, rows };
}

/** Cells of the sites table: name, street, town, country, what is done there, workers. */
const site = (name: string, workers = "80") => `${name}\t2 Mill Road\tKarachi\tPakistan\tsewing\t${workers}`;

test("a cell that begins with an open quotation mark is read as it stands", async () => {
  const { look, add, rows } = await pasting();
  const text = `"Sun Factory\t1 Mill Road\tKarachi\tPakistan\tsewing\t120\n${site("Moon Factory")}\n`;
  expect((await look(text)).good.map(({ line, cells }) => [line, cells[0], cells[5] ?? cells[3]])).toHaveLength(2);
  expect(await add(text)).toEqual({ kind: "saved", added: 2, left: "" });
  expect((await rows()).map(({ name, workers }) => [name, workers])).toEqual([
    ['"Sun Factory', 120],
    ["Moon Factory", 80],
  ]);
});

test.each<[string, string, readonly string[]]>([
  ["a mark in the middle", site('Pipe 5" works'), ['Pipe 5" works']],
  ["a word in marks", site('"Sun" Factory'), ['"Sun" Factory']],
  ["open marks on two lines", `${site('"Sun')}\n${site('"Moon')}`, ['"Sun', '"Moon']],
  ["an open mark and a later line that ends with one", `${site('"Sun')}\n${site('Pipe 5"')}`, ['"Sun', 'Pipe 5"']],
  ["a mark alone", `${site('"')}\n${site("Moon")}`, ['"', "Moon"]],
  ["a line break in a cell, as Excel copies it", site('"Sun\nFactory"'), ["Sun Factory"]],
  ["doubled marks", site('"The ""Sun"""'), ['The "Sun"']],
  ["a mark of byte order before it", `\ufeff${site("Sun")}`, ["Sun"]],
  ["old line ends", `${site("Sun")}\r${site("Moon")}\r\n${site("Star")}`, ["Sun", "Moon", "Star"]],
  ["characters that no text holds", site("S\u0000un\ufffe \ud800Factory"), ["Sun Factory"]],
])("quotation marks and odd characters: %s", async (_, text, names) => {
  const { add, rows } = await pasting();
  expect(await add(text)).toMatchObject({ kind: "saved", left: "" });
  expect((await rows()).map(({ name }) => name)).toEqual(names);
});

test("any text is read without an error, and every line of it is either added or still there", async () => {
  const { look } = await pasting();
  const signs = ['"', "\t", "\n", "a", ";", ",", "،", "\u0000", "Pakistan", "\r", "\u202e", "12", " "];
  let seed = 7;
  const next = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  for (let round = 0; round < 200; round += 1) {
    const text = Array.from({ length: next(40) }, () => signs[next(signs.length)]).join("");
    const found = await look(text);
    expect(found.text).toBe(text);
    const lines = [...found.good, ...found.bad].map(({ line }) => line);
    expect(new Set(lines).size).toBe(lines.length);
  }
});

test("lines with a problem and lines beyond the most stay on the page, under their heading", async () => {
  const { add, rows } = await pasting();
  const heading = "Name of the site\tCountry\tMain activity\tNumber of workers";
  const wrong = "Star\tAtlantis\tsewing\t5";
  const text = [heading, "Sun\tPakistan\tsewing\t120", wrong, "Moon\tPakistan\tsewing\t80"].join("\n");
  expect(await add(text)).toEqual({ kind: "saved", added: 2, left: `${heading}\n${wrong}` });
  const many = Array.from({ length: 250 }, (_, number) => site(`Plant ${number}`));
  const outcome = await add(many.join("\n"));
  expect(outcome).toMatchObject({ kind: "saved", added: 198, left: many.slice(198).join("\n") });
  expect(await rows()).toHaveLength(200);
});

test("adding the same lines again, as two clicks do, adds nothing; others go on top of a list that changed", async () => {
  const { look, add, rows } = await pasting();
  const text = `${site("Sun")}\n${site("Moon")}`;
  const { basedOn } = await look(text);
  expect(await add(text, basedOn)).toEqual({ kind: "saved", added: 2, left: "" });
  expect(await add(text, basedOn)).toEqual({ kind: "saved", added: 0, left: "" });
  expect(await rows()).toHaveLength(2);
  expect(await add(site("Star"), basedOn)).toEqual({ kind: "saved", added: 1, left: "" });
  const all = Array.from({ length: 250 }, (_, number) => site(`Plant ${number}`)).join("\n");
  const later = (await look(all)).basedOn;
  await add(all, later);
  expect(await add(all, later)).toMatchObject({ kind: "saved", added: 0, left: expect.stringContaining("Plant 249") });
  expect(await rows()).toHaveLength(200);
});

test("too much is told whole: nothing is cut off and nothing added", async () => {
  const { look, add, rows } = await pasting();
  const text = Array.from({ length: 5000 }, (_, number) => site(`Plant ${number}`)).join("\n");
  const found = await look(text);
  expect(found.text).toBe(text);
  expect(found.good).toEqual([]);
  expect(found.notes).toEqual([expect.stringContaining("100,000")]);
  expect(await add(text)).toEqual({ kind: "saved", added: 0, left: text });
  expect(await rows()).toEqual([]);
});

test("cells without a column and columns without a place are told", async () => {
  const { look } = await pasting();
  expect((await look(`${site("Sun")}\textra`)).bad[0]?.problems).toEqual([
    "“extra” stands in a cell for which there is no column",
  ]);
  const heading = "Name of the site\tCountry\tMain activity\tNumber of workers\tPhone\tCountry";
  const { good, notes } = await look(`${heading}\nSun\tPakistan\tsewing\t5\t+92 21\tIndia`);
  expect(good).toHaveLength(1);
  expect(notes).toEqual(["The list has no place for these columns, so they are left out: Phone, Country"]);
  expect(
    (await look(`Name of the site\tCountry\tMain activity\tNumber of workers\t\nSun\tPK\tx\t5\tlost`)).bad,
  ).toHaveLength(1);
});

test.each<[string, string, number]>([
  [
    "Arabic semicolons",
    "Sun؛ 1 Mill Road، near the gate؛ Karachi؛ Pakistan؛ sewing؛ ١٬٢٠٠\nMoon؛؛؛ Pakistan؛ sewing؛ 80",
    2,
  ],
  [
    "Arabic commas, equally many in each line",
    "Sun، 1 Mill Road، Karachi، Pakistan، sewing، ١٢٠\nMoon،،، Pakistan، sewing، 80",
    2,
  ],
  [
    "Arabic commas, not equally many",
    "Sun، 1 Mill Road، Karachi، Pakistan، sewing، 120\nMoon، Pakistan، sewing، 80",
    0,
  ],
  ["full-width semicolons", "Sun；；；Pakistan；sewing；１２０", 1],
  ["full-width commas", "Sun，，，Pakistan，sewing，120", 1],
  ["semicolons", "Sun;;;Pakistan;sewing;1 200", 1],
])("cells are separated by %s", async (_, text, added) => {
  const { add, rows } = await pasting();
  await add(text);
  expect(await rows()).toHaveLength(added);
});

test.each([
  "100-150",
  "100–150",
  "50~100",
  "10/120",
  "100:200",
  "100x150",
  "1e300",
  "2*100",
  "1a234",
  "1_200",
  "12 34",
  "½",
  "5%",
])("a range or anything else that is no number is none in a pasted cell: %s", async (workers) => {
  const { look } = await pasting();
  expect((await look(site("Sun", workers))).bad).toEqual([
    { line: 1, problems: ["Number of workers: Enter a number, such as 120"] },
  ]);
});
