import { performance } from "node:perf_hooks";
import { describe, expect, test } from "vitest";
import { listReader, readingLimits } from "#app/adapters/lists/list-reader.server";
import { Turns } from "#app/adapters/threads/turns";
import { uploadList } from "#app/services/team/imports/upload-list";
import { readFile } from "#app/services/team/supplier-file/file/read-file";
import { readList } from "#app/services/team/supplier-file/header";
import { codeOf, teamWithAdmin } from "#tests/support/team";

const bytes = (text: string) => new TextEncoder().encode(text);
const suppliers = (count: number) =>
  `Name,Country\n${Array.from({ length: count }, (_, at) => `Supplier ${at},Peru`).join("\n")}\n`;

describe("a list that is read in a thread of its own", () => {
  test("comes to the same as in this one, in order", async () => {
    const list = bytes(suppliers(1_700));
    const read = await listReader().read(list, {});
    expect(read).toEqual(await readFile(list, {}));
    expect(read.rows).toHaveLength(1_701);
  });

  test("is read as somebody chose, and from any row on", async () => {
    const list = new Uint8Array(Buffer.from("N\xe4me;Land\nA;Peru\nB;Chile\n", "latin1"));
    const choices = { encoding: "windows-1252", separator: ";", after: 2 } as const;
    expect((await listReader().read(list, choices)).rows).toEqual([{ number: 3, cells: ["B", "Chile"] }]);
  });

  test("says what is wrong with it", async () => {
    expect(await codeOf(listReader().read(bytes(`Name\n${"x".repeat(4_500_000)}\n`), {}))).toBe("too-large");
    expect(await codeOf(listReader().read(new Uint8Array([0x50, 0x4b, 3, 4, 9]), {}))).toBe("bad-request");
  });

  test("that takes all its memory, or all its time, ends its thread and not the program", async () => {
    const list = bytes(suppliers(300_000));
    expect(await codeOf(listReader({ ...readingLimits, megabytes: 16 }).read(list, {}))).toBe("too-large");
    expect(await codeOf(listReader({ ...readingLimits, ms: 30 }).read(list, {}))).toBe("too-large");
    expect((await listReader().read(bytes("Name\nA\n"), {})).rows).toHaveLength(2);
  });
});

test("so many have their turn at once, and one that fails takes nobody's", async () => {
  const turns = new Turns(2);
  let atWork = 0;
  let most = 0;
  const done = await Promise.allSettled(
    Array.from({ length: 9 }, (_, at) =>
      turns.take(async () => {
        atWork += 1;
        most = Math.max(most, atWork);
        await new Promise((resolve) => setTimeout(resolve, 5));
        atWork -= 1;
        if (at % 3 === 0) throw new Error("failed");
        return at;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(6);
});

describe("a file that is no list, however large", () => {
  const mega = 1_000_000;
  const hostile: readonly (readonly [string, () => Uint8Array, string])[] = [
    ["one heading of 19 MB", () => bytes("x".repeat(19 * mega)), "list-endless"],
    ["19 MB of separators and no line break", () => bytes(",".repeat(19 * mega)), "list-endless"],
    ["19 MB of quotation marks", () => bytes('"'.repeat(19 * mega)), "list-endless"],
    ["19 MB of letters of four bytes", () => bytes("😀".repeat(4.75 * mega)), "list-endless"],
    [
      "a heading, and then one row of 18 MB",
      () => bytes(`Name,Country\n${"y".repeat(18 * mega)}\nA,Peru\n`),
      "list-endless",
    ],
  ];

  test.each(hostile)("%s is refused in words within two seconds", async (_what, make, code) => {
    const { team } = await teamWithAdmin();
    const file = make();
    const begun = performance.now();
    expect(await uploadList.submit(team, { file })).toEqual({ faults: [{ field: "file", code }] });
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  const unreadable: readonly (readonly [string, () => string])[] = [
    ["rows of two megabytes each", () => `Name\n${`${"a,".repeat(mega)}\n`.repeat(8)}`],
    ["a heading for each of 300,000 columns", () => `${"Name,".repeat(300_000)}\nA\n`],
    ["a row of five megabytes in quotation marks", () => `"${"q".repeat(5 * mega)}"\n`],
  ];

  test.each(unreadable)("%s is refused as too large within four seconds, in its own thread", async (_what, make) => {
    const file = bytes(make());
    const begun = performance.now();
    expect(await codeOf(readFile(file, {}))).toBe("too-large");
    expect(performance.now() - begun).toBeLessThan(4_000);
  });

  test("is cut in its cells and headings to what anybody reads", async () => {
    const long = bytes(`Name ${"n".repeat(100_000)},Country\n${"m".repeat(40_000)},Peru\n`);
    const read = await readFile(long, {});
    expect(read.rows[1]?.cells.map(({ length }) => length)).toEqual([32_767, 4]);
    expect(readList(read, { mapping: {} }).header.map(({ length }) => length)).toEqual([300, 7]);
  });
});
