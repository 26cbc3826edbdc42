import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readReceipt } from "#app/services/supplier/receipt/read-receipt";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { testContext } from "#tests/support/context";
import { asSupplier, form, invite } from "#tests/support/supplier";

const manual = readFileSync(new URL("../../../docs/verify.md", import.meta.url), "utf8");
const scripts = [...manual.matchAll(/```js\n([\s\S]*?)```/g)].map(([, script = ""]) => script);
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

describe("the script of docs/verify.md", () => {
  const folder = mkdtempSync(join(tmpdir(), "avow-verify-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const checked = (file: string) => {
    writeFileSync(join(folder, "check.mjs"), scripts[0] ?? "");
    writeFileSync(join(folder, "one.json"), file);
    const { stdout, stderr } = spawnSync(process.execPath, ["check.mjs", "one.json"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    return stdout.trim();
  };

  let signed: { text: string; hash: string };
  beforeAll(async () => {
    const ctx = await testContext();
    const { token } = await invite(ctx, { supplier: { name: 'Ö "𝒳" \\ 青岛 \u2028 עברית 🏭' } });
    const supplier = asSupplier(ctx, token);
    await supplier.answersAll();
    await supplier.answers({
      E1: { value: { answer: "no" }, comment: "\u007f \ufb33 \u20ac </script> 👩‍🏭 \\u0041 \t" },
    });
    const name = { "O2.name": "Zoë 𠮷田", "O2.job": "مدير", "O2.sharing": "buyer", "O2.authority": "yes" };
    const outcome = await supplier.submits(form(name));
    if (outcome.kind !== "submitted") throw new Error(outcome.kind);
    const { text } = await readReceipt(await supplier.open(), {});
    signed = { text, hash: outcome.declaration.hash };
  });

  test("is the only one, has ten lines, and uses nothing but Node's own modules", () => {
    expect(scripts).toHaveLength(1);
    expect(scripts[0]?.trimEnd().split("\n")).toHaveLength(10);
    const modules = [...(scripts[0] ?? "").matchAll(/from "(.*?)"/g)].map(([, name]) => name);
    expect(modules).toEqual(["node:crypto", "node:fs"]);
  });

  test("finds the fingerprint of what was really signed, as it was downloaded", () => {
    expect(checked(signed.text)).toBe(signed.hash);
    expect(sha256(signed.text)).toBe(signed.hash);
  });

  test("finds it in a file that an editor indented, marked and escaped, and not in one that says anything else", () => {
    const again = JSON.stringify(JSON.parse(signed.text), undefined, 2).replace(/\n/g, "\r\n");
    const escaped = again.replace(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
    expect(escaped).toMatch(/^[\0-\x7f]*$/);
    expect(checked(`\ufeff${escaped}\n`)).toBe(signed.hash);
    const changed = signed.text.replace('"answer":"no"', '"answer":"yes"');
    expect(changed).not.toBe(signed.text);
    expect(checked(changed)).not.toBe(signed.hash);
    expect(checked(signed.text.replace("Zoë", "Zoe"))).not.toBe(signed.hash);
  });

  test("agrees with RFC 8785 on numbers, texts, depth and names that sort or mean something", () => {
    const odd = {
      "names of 3.2.3": { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "😀": 5, "\u0080": 6, ö: 7 },
      "names in other planes": { "\uffff": 1, "\ud800\udc00": 2, "\ue000": 3, "": 4, a: 5, A: 6, "10": 7, "9": 8 },
      numbers: [1e30, 4.5, 2e-3, 1e-27, 1e21, 123456789012345680000, -0, 5e-324, 2 ** 53],
      texts: ['\u20ac$\u000f\nA\'B"\\\\"/', "\u2028\u2029", "\u007f", "e\u0301", "é", "𝒳"],
      "names that mean something": JSON.parse('{"__proto__":{"b":1,"a":2},"constructor":null,"toString":true}'),
      deep: Array.from({ length: 500 }).reduce<unknown>(
        (inner, _, at) => (at % 2 ? [inner] : { [`k${at}`]: inner }),
        0,
      ),
      empty: { a: [], b: {}, c: "", d: [[], {}], e: null },
    };
    expect(checked(JSON.stringify(odd, undefined, 1))).toBe(sha256(canonicalJson(odd)));
  });

  test("sorts names as the RFC does in 3.2.3, whoever wrote the file", () => {
    const sorted =
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"O","\u20ac":"Euro","\ud83d\ude00":"Face","\ufb33":"Dalet"}';
    const members = Object.entries(JSON.parse(sorted)).reverse();
    expect(checked(JSON.stringify(Object.fromEntries(members)))).toBe(sha256(sorted));
  });
});
