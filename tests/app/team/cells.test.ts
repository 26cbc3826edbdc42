import { describe, expect, test } from "vitest";
import type { TeamContext } from "#app/services/context/contexts";
import { showPlan } from "#app/services/team/imports/show-plan";
import { readIdCell } from "#app/services/team/supplier-file/cells/id-cell";
import { readMailCell } from "#app/services/team/supplier-file/cells/mail-cell";
import { importSupplierList, teamWithAdmin, uploadSupplierList } from "#tests/support/team";

const list16 = `Name,Country,E-mail
A,VN,"a@x.example; b@x.example"
B,VN,a@x.example / b@x.example
C,VN,Ha Nguyen <ha@x.example>
D,VN,mailto:d@x.example
E,VN,e@x.example.
F,VN, f@x.example 
G,VN,N/A
H,VN,-
I,VN,g@x.example;
J,VN,none
K,VN,"a@x.example,b@x.example"
`;

/** Suppliers by name, with the addresses of their contacts. */
async function kept(team: TeamContext, names: readonly string[]) {
  const found = await team.store.suppliers.match(team.organisation.id, {
    externalIds: [],
    emails: [],
    names: names.map((name) => ({ name, country: "VN" })),
  });
  return Object.fromEntries(found.map(({ supplier, contacts }) => [supplier.name, contacts.map(({ email }) => email)]));
}

describe("addresses", () => {
  test("keep no supplier out: each cell is read, and what is more or less is told", async () => {
    const { ctx, team } = await teamWithAdmin();
    const plan = await showPlan(team, { upload: await uploadSupplierList(team, list16) });
    expect(plan.counts).toMatchObject({ added: 11, refused: 0 });
    expect(plan.problems.map(({ row, refuses }) => [row, refuses])).toEqual(
      [2, 3, 8, 9, 11, 12].map((row) => [row, false]),
    );
    await importSupplierList(team, list16);
    const both = ["a@x.example", "b@x.example"];
    expect(await kept(team, [..."ABCDEFGHIJK"])).toEqual({
      A: both,
      B: both,
      C: ["ha@x.example"],
      D: ["d@x.example"],
      E: ["e@x.example"],
      F: ["f@x.example"],
      G: [],
      H: [],
      I: ["g@x.example"],
      J: [],
      K: both,
    });
    ctx.later(1);
    expect(await importSupplierList(team, list16)).toMatchObject({ added: 0, changed: 0, unchanged: 11 });
  });

  test.each([
    ["Ha Nguyen <ha@x.example>", [{ email: "ha@x.example", name: "Ha Nguyen" }]],
    [
      '"Nguyen, Ha" <ha@x.example>, Bo <bo@x.example>',
      [
        { email: "ha@x.example", name: "Nguyen, Ha" },
        { email: "bo@x.example", name: "Bo" },
      ],
    ],
    ["ha@x.example (Ha Nguyen)", [{ email: "ha@x.example", name: "Ha Nguyen" }]],
    ["(ha@x.example)", [{ email: "ha@x.example" }]],
    ["[ha@x.example];", [{ email: "ha@x.example" }]],
    ["<mailto:ha@x.example>", [{ email: "ha@x.example" }]],
    ["mailto:ha@x.example?subject=Hello", [{ email: "ha@x.example" }]],
    ["E-Mail: ha@x.example。", [{ email: "ha@x.example" }]],
    ["ha＠x.example；bo＠x.example", [{ email: "ha@x.example" }, { email: "bo@x.example" }]],
    ["ha@x.example và bo@x.example", [{ email: "ha@x.example" }, { email: "bo@x.example" }]],
    ["Ha@x.example, ha@X.example", [{ email: "Ha@x.example" }]],
    ["o'neil@x.example", [{ email: "o'neil@x.example" }]],
  ])("are read out of %s", (cell, addresses) => {
    expect(readMailCell(cell)).toEqual({ addresses, rest: "" });
  });

  test.each(
    [
      [
        "N/A",
        "n.a.",
        "#N/A",
        "#NV",
        "-",
        "–",
        "...",
        "?",
        "none",
        "NULL",
        "no email",
        "TBD",
        "k.A.",
        "entfällt",
        "aucun",
        "néant",
      ],
      [
        "ninguno",
        "sin correo",
        "não tem",
        "нет",
        "н/д",
        "无",
        "暂无",
        "無",
        "なし",
        "該当なし",
        "없음",
        "không có",
        "tidak ada",
        "ไม่มี",
        "নেই",
      ],
      ["yok", "لا يوجد", "غير متوفر", "nessuno"],
    ].flat(),
  )("are none in %s", (cell) => {
    expect(readMailCell(cell)).toEqual({ addresses: [], rest: "" });
  });

  test.each([
    ["not an address", 0],
    ["a at x.example", 0],
    ["a@x.example; b@", 1],
    ["tel 123, a@x.example", 1],
  ])("that cannot be read are told: %s", (cell, count) => {
    const { addresses, rest } = readMailCell(cell);
    expect(addresses).toHaveLength(count);
    expect(rest).not.toBe("");
  });

  test("of a supplier whose cell is no address keep it, to be invited later", async () => {
    const { team } = await teamWithAdmin();
    const list = `Name,Country,E-mail\nA,VN,not an address\nB,VN,${"x".repeat(3_000)}\n`;
    expect(await importSupplierList(team, list)).toMatchObject({ added: 2, refused: 0 });
    expect(await kept(team, ["A", "B"])).toEqual({ A: [], B: [] });
  });
});

describe("a row for each contact", () => {
  test("makes one supplier with several contacts, by number or by name and country", async () => {
    const { ctx, team } = await teamWithAdmin();
    const list = [
      "Number,Name,Country,Contact,E-mail",
      "V-1,Alpha Ltd,VN,Ha,ha@x.example",
      "V-1,Alpha Ltd.,VN,Bo,bo@x.example",
      ",Beta,VN,,b1@x.example",
      ",BETA,VN,,b2@x.example",
      ",Beta,VN,,b1@x.example",
      "V-3,Gamma,VN,,g@x.example",
      "V-3,Delta,VN,,d@x.example",
    ].join("\n");
    const plan = await showPlan(team, { upload: await uploadSupplierList(team, list) });
    expect(plan.rows.map(({ happens }) => happens)).toEqual([
      "added",
      "contact",
      "added",
      "contact",
      "refused",
      "added",
      "refused",
    ]);
    await importSupplierList(team, list);
    expect(await kept(team, ["Alpha Ltd", "Beta", "Gamma"])).toEqual({
      "Alpha Ltd": ["ha@x.example", "bo@x.example"],
      Beta: ["b1@x.example", "b2@x.example"],
      Gamma: ["g@x.example"],
    });
    ctx.later(1);
    expect(await importSupplierList(team, list)).toMatchObject({ added: 0, changed: 0, unchanged: 5 });
  });

  test("adds to a supplier that is there, and changes nobody else", async () => {
    const { team } = await teamWithAdmin();
    await importSupplierList(team, "Name,Country,E-mail\nAlpha,VN,a@x.example\n");
    const more = "Name,Country,E-mail\nAlpha,VN,a@x.example\nAlpha,VN,b@x.example\n";
    expect(await importSupplierList(team, more)).toMatchObject({ changed: 1, contact: 1 });
    expect(await kept(team, ["Alpha"])).toEqual({ Alpha: ["a@x.example", "b@x.example"] });
  });

  test("stops at as many contacts as a supplier may have, and says so", async () => {
    const { team } = await teamWithAdmin();
    const rows = Array.from({ length: 7 }, (_, at) => `Alpha,VN,a${at}@x.example`);
    const counts = await importSupplierList(team, `Name,Country,E-mail\n${rows.join("\n")}\n`);
    expect(counts).toMatchObject({ added: 1, contact: 4, refused: 2 });
  });
});

describe("the buyer's numbers", () => {
  test.each([
    ['="00042"', "00042"],
    ["'00042", "00042"],
    ["00042", "00042"],
    ["1E5", "1E5"],
    ["V-1", "V-1"],
    ['="a""b"', 'a"b'],
  ])("in %s are %s", (cell, id) => {
    expect(readIdCell(cell)).toBe(id);
  });

  test.each(["#N/A", "-", "n/a", "N.A.", "none", "null", "—", "?", "TBD", '="-"', "无", "нет", "#REF!", "'-"])(
    "are not there in %s",
    (cell) => {
      expect(readIdCell(cell)).toBeUndefined();
    },
  );

  test("that are not there make no two suppliers one", async () => {
    const { team } = await teamWithAdmin();
    const list = "Number,Name,Country\n#N/A,A,VN\n#N/A,B,VN\n-,C,VN\nn/a,D,VN\n";
    expect(await importSupplierList(team, list)).toMatchObject({ added: 4, refused: 0 });
  });
});

test("a country that was meant is taken for every row with the same cell, by one choice", async () => {
  const { team } = await teamWithAdmin();
  const upload = await uploadSupplierList(team, "Name,Country\nA,Vietman\nB,Vietman\nC,Atlantis\n");
  const before = await showPlan(team, { upload });
  expect(before.problems.find(({ row }) => row === 2)?.countries).toEqual({
    cell: "Vietman",
    meant: [{ code: "VN", name: "Vietnam" }],
  });
  expect(before.counts).toMatchObject({ added: 0, refused: 3 });
  const after = await showPlan(team, { upload, countries: { Vietman: "VN" } });
  expect(after.counts).toMatchObject({ added: 2, refused: 1 });
  expect(after.problems[0]).toMatchObject({ row: 2, text: "“Vietman” is read as Vietnam, as you chose." });
});

const list05 = `Name,Country
S1,N. Korea
S2,N Korea
S3,NKorea
S4,Korea (N)
S5,"Korea, Dem. Rep."
S6,Korea Dem P Rep
S7,Северная Корея
S8,Южная Корея
S9,朝鮮
S10,조선
S11,北朝鲜
S12,南朝鲜
S13,南韩
S14,Bắc Triều Tiên
S15,Noord-Korea
`;

test("each spelling of a Korea is the right one, or is asked about with both offered", async () => {
  const { team } = await teamWithAdmin();
  const plan = await showPlan(team, { upload: await uploadSupplierList(team, list05) });
  const asked = plan.problems.filter(({ countries }) => countries);
  expect(asked.map(({ row, countries }) => [row, countries?.meant.map(({ code }) => code)])).toEqual([
    [6, ["KP", "KR"]],
  ]);
  await importSupplierList(team, list05);
  const names = Array.from({ length: 15 }, (_, at) => `S${at + 1}`);
  const keys = names.flatMap((name) => ["KP", "KR"].map((country) => ({ name, country })));
  const found = await team.store.suppliers.match(team.organisation.id, { externalIds: [], emails: [], names: keys });
  const south = found.filter(({ supplier }) => supplier.country === "KR").map(({ supplier }) => supplier.name);
  expect(south.sort()).toEqual(["S12", "S13", "S8"]);
  expect(found).toHaveLength(14);
});
