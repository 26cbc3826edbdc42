import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import type { TeamContext } from "#app/services/context/contexts";
import { Faults } from "#app/services/context/faults";
import { startCampaign } from "#app/services/team/drafts/start-campaign";
import { listVersions } from "#app/services/team/drafts/versions";
import { exportRest } from "#app/services/team/imports/export-rest";
import { choicesIn } from "#app/services/team/imports/import-choices";
import { confirmImport } from "#app/services/team/imports/jobs/confirm-import";
import { showPlan } from "#app/services/team/imports/show-plan";
import { countOfList } from "#app/services/team/imports/shown/suppliers-of-list";
import { uploadList } from "#app/services/team/imports/upload-list";
import { doJobs } from "#tests/support/jobs";
import { codeOf, expectNoFaults, importSupplierList, teamWithAdmin, uploadSupplierList } from "#tests/support/team";

async function previewOf(team: TeamContext, lines: readonly string[], query = "") {
  const upload = await uploadSupplierList(team, lines.join("\n"));
  return showPlan(team, { upload, ...choicesIn(new URLSearchParams(query)) });
}

describe("the preview of a list", () => {
  test("shows each column with what it was read as and what its cells became", async () => {
    const { team } = await teamWithAdmin();
    const { columns, rows } = await previewOf(team, [
      "Lieferant;Name 1;Land;Sprache;gesperrt ab",
      "100418;Hansa Kabel GmbH;Südkorea;vn;",
      "100502;Draht und Faden KG;CN;de;2026-01-01",
    ]);
    expect(columns.map(({ heading, field, sureness }) => [heading, field, sureness])).toEqual([
      ["Lieferant", "externalId", "ask"],
      ["Name 1", "name", "sure"],
      ["Land", "country", "sure"],
      ["Sprache", "language", "sure"],
      ["gesperrt ab", undefined, "none"],
    ]);
    expect(columns[0]?.question).toContain("“Lieferant” means supplier");
    expect(columns[2]?.samples).toEqual([
      { cell: "Südkorea", became: "South Korea (KR)", understood: true },
      { cell: "CN", became: "China (CN)", understood: true },
    ]);
    expect(columns[3]?.samples[0]).toMatchObject({ cell: "vn", became: "Tiếng Việt (vi)" });
    expect(rows[0]?.cells).toContain("South Korea (KR)");
  });

  test("shows what cells came to, not the cells: addresses without what is round them, and nothing for N/A", async () => {
    const { team } = await teamWithAdmin();
    const { columns, rows } = await previewOf(team, [
      "Number;Name;Country;Contact;E-mail",
      '="00042";Hansa Kabel;DE;Mai;Ha <ha@x.example>',
      "#N/A;Draht und Faden;DE;n/a;N/A",
      "-;Faden und Draht;DE;-;mailto:a@x.example; b@x.example",
      "7;Kabel und Draht;DE;Jan;office at kabel",
    ]);
    expect(rows.map(({ cells }) => [cells[2], cells[3], cells[4]].map((cell) => cell ?? ""))).toEqual([
      ["ha@x.example", "Mai", "00042"],
      ["", "", ""],
      ["a@x.example", "", ""],
      ["office at kabel", "Jan", "7"],
    ]);
    expect(columns.find(({ field }) => field === "email")?.samples.map(({ became }) => became)).toEqual([
      "ha@x.example",
      "",
      "a@x.example",
    ]);
  });

  test("says once that a column is missing, however many rows there are", async () => {
    const { team } = await teamWithAdmin();
    const lines = Array.from({ length: 351 }, (_, at) => `Mill ${at} Ltd,Dhaka`);
    const plan = await previewOf(team, ["name,city", ...lines]);
    expect(plan.missing.map(({ field }) => field)).toEqual(["country", "email"]);
    expect([plan.problemsAll, plan.counts.refused]).toEqual([0, 351]);
  });

  test("takes one country for all rows, also one whose code means something else", async () => {
    const { team } = await teamWithAdmin();
    const lines = ["name,city", "Mill 1 Ltd,Windhoek", "Mill 2 Ltd"];
    const plan = await previewOf(team, lines, "oneCountry=NA");
    expect(plan.missing.map(({ field }) => field)).toEqual(["email"]);
    expect(plan.counts).toEqual({ added: 2, changed: 0, unchanged: 0, refused: 0 });
    expect(plan.rows.map(({ cells }) => cells[1])).toEqual(["Namibia (NA)", "Namibia (NA)"]);
    expect((await previewOf(team, lines, "oneCountry=XX")).counts.added).toBe(0);
  });

  test("offers columns that may hold what is missing, and reads the one that is chosen", async () => {
    const { team } = await teamWithAdmin();
    const lines = ["key;comment;state", "7;Hilltop;AL", "8;Riverside;CA"];
    const asked = await previewOf(team, lines);
    expect(asked.missing[0]).toMatchObject({
      field: "name",
      mayBe: [
        { at: 1, sample: "Hilltop" },
        { at: 2, sample: "AL" },
      ],
    });
    const plan = await previewOf(team, lines, "column.name=1&column.country=2");
    expect(plan.counts.added).toBe(2);
    expect(plan.columns.map(({ sureness }) => sureness)).toEqual(["none", "chosen", "chosen"]);
  });

  test("takes numbers for names where a person says so, and each column for what its form says", async () => {
    const { team } = await teamWithAdmin();
    const lines = ["Vendor,Name 1,Country", "100234,Hansa Cable Ltd,DE"];
    const named = await previewOf(team, lines, "column.name=0");
    expect(named.rows[0]?.cells).toEqual(["100234", "Germany (DE)"]);
    const form = await previewOf(team, lines, "columns=all&read.0=&read.1=name&read.2=country");
    expect(form.fields).toEqual(["name", "country"]);
  });

  test("shows names in the readings that may be right, and asks before anything is kept", async () => {
    const { team } = await teamWithAdmin();
    const list = "Supplier,Country\nAcme,India\nIsik Tekstil A.Ş.,Turkey\n";
    const file = new Uint8Array(iconv.encode(list, "windows-1254"));
    const upload = expectNoFaults(await uploadList(team, { file }));
    const plan = await showPlan(team, { upload });
    expect([plan.by, plan.looksLike]).toEqual(["unsure", "Turkish"]);
    const turkish = plan.offered.find(({ encoding }) => encoding === "windows-1254");
    expect(turkish).toEqual({ encoding: "windows-1254", name: "Turkish (Windows-1254)", names: ["Isik Tekstil A.Ş."] });
    const chosen = await showPlan(team, { upload, encoding: "windows-1254" });
    expect([chosen.by, chosen.rows[1]?.cells[0]]).toEqual(["choice", "Isik Tekstil A.Ş."]);
  });
});

describe("a list that is too long", () => {
  test("in a cell is told how long it may be", async () => {
    const { team } = await teamWithAdmin();
    const plan = await previewOf(team, ["name,country", `${"x".repeat(300)},Peru`]);
    expect(plan.problems.find(({ refuses }) => refuses)?.text).toContain("Longer than 200 characters");
  });

  test("is read as far as it may be, and the rest can be downloaded as a list of its own", async () => {
    const { team } = await teamWithAdmin();
    const lines = Array.from({ length: 100_002 }, (_, at) => `Mill ${at} Ltd;Peru;"Lima; ${at}"`);
    const upload = await uploadSupplierList(team, ["name;country;city", ...lines].join("\n"));
    const plan = await showPlan(team, { upload });
    expect([plan.all, plan.left, plan.counts.added]).toEqual([100_000, 2, 100_000]);
    const { lines: rest } = await exportRest(team, { upload });
    const read: string[] = [];
    for await (const line of rest) read.push(line.trim());
    expect(read).toEqual([
      "name,country,city",
      'Mill 100000 Ltd,Peru,"Lima; 100000"',
      'Mill 100001 Ltd,Peru,"Lima; 100001"',
    ]);
  });

  test("in bytes is refused beside the field, with the way to part it", async () => {
    const { team } = await teamWithAdmin();
    const outcome = await uploadList(team, { file: new Uint8Array(20_000_001).fill(0x61) });
    expect(outcome).toBeInstanceOf(Faults);
    expect(outcome).toMatchObject({ faults: [{ field: "file", code: "list-too-large" }] });
  });
});

describe("a list whose encoding is still to be chosen", () => {
  const lines = "id,name,country\n1,english,Peru\n2,®,Peru\n";

  test.each(["windows-1252", "macintosh"] as const)("is not saved before it is chosen: %s", async (encoding) => {
    const { team } = await teamWithAdmin();
    const upload = expectNoFaults(
      await uploadList(team, { file: new Uint8Array(iconv.encode(lines, "windows-1252")) }),
    );
    expect((await showPlan(team, { upload })).by).toBe("unsure");
    const open = { faults: [{ field: "encoding", code: "encoding-open" }] };
    expect(await confirmImport.submit(team, { upload })).toEqual(open);
    // What cannot be chosen is not chosen.
    expect(await confirmImport.submit(team, { upload, ...choicesIn(new URLSearchParams("encoding=x")) })).toEqual(open);
    await doJobs(team);
    const everybody = { sort: "ref", direction: "up", page: 1, pageSize: 10 } as const;
    const names = async () =>
      (await team.store.suppliers.table(team.organisation.id, everybody)).rows.map(({ supplier }) => supplier.name);
    expect(await names()).toEqual([]);
    expect(await team.store.audit.trail(team.organisation.id, { most: 100 })).toHaveLength(1);
    await confirmImport.submit(team, { upload, encoding });
    await doJobs(team);
    // In the other reading it is a sign and no name.
    expect(await names()).toEqual(encoding === "macintosh" ? ["english", "Æ"] : ["english"]);
  });
});

test("rows that add a contact are counted apart, in the preview and at the end", async () => {
  const { team } = await teamWithAdmin();
  const list = ["name,country,email", "Mill,Peru,a@x.example", "Mill,Peru,b@x.example", "Mill,Peru,c@x.example"];
  const counts = { added: 1, changed: 0, unchanged: 0, refused: 0, contact: 2 };
  expect((await previewOf(team, list)).counts).toEqual(counts);
  expect(await importSupplierList(team, list.join("\n"))).toEqual(counts);
});

describe("a campaign with a list that was brought in", () => {
  const step = async (team: TeamContext) => ({
    name: "First list",
    version: (await listVersions(team, {}))[0]?.key ?? "",
    regimes: [],
  });

  test("asks exactly its suppliers: the new, the changed and those that were there", async () => {
    const { team } = await teamWithAdmin();
    await importSupplierList(team, "name,country,email\nOld Mill,Peru,a@x.example\nOther Mill,Peru,b@x.example\n");
    const list =
      "name,country,email\nOld Mill,Peru,a@x.example\nNew Mill,Chile,c@x.example\nNowhere,Atlantis,d@x.example\n";
    const upload = await uploadSupplierList(team, list);
    await confirmImport(team, { upload });
    await doJobs(team, ["suppliers.import"]);
    expect(await countOfList(team, { list: { upload, mapping: {} } })).toBe(2);
    const campaign = expectNoFaults(
      await startCampaign(team, { ...(await step(team)), list: { upload, mapping: {} } }),
    );
    const names: string[] = [];
    for await (const batch of team.store.campaigns.chosen(team.organisation.id, campaign)) {
      names.push(...batch.map(({ supplier }) => supplier.name));
    }
    expect(names.sort()).toEqual(["New Mill", "Old Mill"]);
  });

  test("is not begun with a list that is not there", async () => {
    const { team } = await teamWithAdmin();
    const list = { upload: "0".repeat(64), mapping: {} };
    expect(await codeOf(startCampaign(team, { ...(await step(team)), list }))).toBe("not-found");
  });
});
