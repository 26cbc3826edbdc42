import { expect, test } from "vitest";
import { chosenLanguage } from "#app/http/language-cookie";
import { supplierLanguage, supplierSessionCookie, supplierSessionTokenOf } from "#app/http/supplier-session.server";
import { readForm } from "#app/routes/supplier/requests/form-fields";
import { revisionOf } from "#app/services/supplier/session/page-input";
import { testContext } from "#tests/support/context";
import { hoursLater } from "#tests/support/factories";

const at = "https://avow.example/attest/a/E1";

function sent(body: string, type = "application/x-www-form-urlencoded"): Request {
  return new Request(at, { method: "POST", body, headers: { "content-type": type } });
}

test("a form is read with every value of every field, in order", async () => {
  const fields = await readForm(sent("E1.answer=yes&E5.answer=a&E5.answer=b&N3.answer=%D9%86%D8%B9%D9%85+1"));
  expect([...fields]).toEqual([
    ["E1.answer", ["yes"]],
    ["E5.answer", ["a", "b"]],
    ["N3.answer", ["نعم 1"]],
  ]);
});

test("five thousand fields are refused before they are taken apart", async () => {
  const body = Array.from({ length: 5000 }, (_, field) => `f${field}=1`).join("&");
  const start = performance.now();
  await expect(readForm(sent(body))).rejects.toMatchObject({ code: "too-many-fields", status: 413 });
  expect(performance.now() - start).toBeLessThan(50);
});

test("a field called __proto__ is a field like any other", async () => {
  const fields = await readForm(sent("__proto__=x&constructor=y"));
  expect(fields.get("__proto__")).toEqual(["x"]);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test.each(["text/plain", "application/json", "multipart/form-data; boundary=x"])(
  "%s is no form of ours",
  async (type) => {
    await expect(readForm(sent("{}", type))).rejects.toMatchObject({ code: "bad-request" });
  },
);

test.each([
  ["3", 3],
  ["", 0],
  ["-1", 0],
  ["1e9", 0],
  ["99999999999", 0],
])("the revision %j counts as %i", (text, revision) => {
  expect(revisionOf(new Map([["basedOn", [text]]]))).toBe(revision);
});

test("the session's cookie is sent to its own attestation only, never to a script, and only over https", async () => {
  const ctx = await testContext();
  const cookie = supplierSessionCookie(ctx, {
    attestation: "abc",
    sessionToken: `1.${"s".repeat(43)}`,
    until: hoursLater(24),
  });
  expect(cookie).toBe(
    `avow_attest=1.${"s".repeat(43)}; Path=/attest/abc; Max-Age=86400; HttpOnly; SameSite=Lax; Secure`,
  );
  const request = new Request(at, { headers: { cookie: `language=ar; avow_attest=1.${"s".repeat(43)}` } });
  expect(supplierSessionTokenOf(request)).toBe(`1.${"s".repeat(43)}`);
  expect(supplierSessionTokenOf(new Request(at, { headers: { cookie: "avow_attest=x" } }))).toBeUndefined();
});

test("the language is what was just chosen, then chosen before, then the contact's, then the browser's, then English", () => {
  const request = (query: string, headers: Record<string, string>) => new Request(at + query, { headers });
  const all = { cookie: "language=vi", "accept-language": "th" };
  expect(supplierLanguage(request("?language=ar", all), "bn")).toBe("ar");
  expect(supplierLanguage(request("", all), "bn")).toBe("vi");
  expect(supplierLanguage(request("", { "accept-language": "th" }), "bn")).toBe("bn");
  expect(supplierLanguage(request("", { "accept-language": "th" }))).toBe("th");
  expect(supplierLanguage(request("", {}), "xx")).toBe("en");
  expect(chosenLanguage(request("?language=%3Cscript%3E", {}))).toBeUndefined();
});
