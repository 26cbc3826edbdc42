import { expect, test } from "vitest";
import type { LoadContext } from "#app/router/api/route-types";
import { loader as csvLoader } from "#app/routes/supplier/workbook/answers-csv";
import { action, loader } from "#app/routes/supplier/workbook/workbook";
import { loader as fileLoader } from "#app/routes/supplier/workbook/workbook-file";
import { asVisitor } from "#app/services/context/callers";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { readSheets } from "#app/services/team/supplier-file/workbook/read-sheets";
import { testContext } from "#tests/support/context";
import { asSupplier, invite } from "#tests/support/supplier";
import { typed } from "./handed-in";

async function requesting(language: string) {
  const ctx = await testContext();
  const { token } = await invite(ctx, {});
  const { attestation, sessionToken } = await startAttestation(asVisitor(ctx, language), { token });
  const base = `https://avow.example/attest/${attestation}`;
  const headers = { cookie: `avow_attest=${sessionToken}`, "accept-language": language };
  const args = (path: string, init: RequestInit = {}) => {
    const request = new Request(`${base}/${path}`, { ...init, headers: { ...headers, ...init.headers } });
    // Of what the server hands to a request, these routes read the world alone.
    const context = { context: ctx } as Partial<LoadContext> as LoadContext;
    return { request, context, params: { id: attestation, part: path.split("/")[1] } };
  };
  return { args, supplier: asSupplier(ctx, token, language) };
}

test.each(["en", "ar", "zh-Hans"])("a file goes the whole way through the requests in %s", async (language) => {
  const { args, supplier } = await requesting(language);
  const download = await fileLoader(args("workbook.xlsx"));
  expect(download.headers.get("content-disposition")).toContain(".xlsx");
  const sheets = await readSheets(new Uint8Array(await download.arrayBuffer()));
  expect(await (await csvLoader(args("workbook/answers"))).text()).toContain("A3.name");
  const filled = typed(sheets, { "A3.name": "Rita", "A3.job": "HR", "L1.suppliers": "many" });
  const text = (filled.find(({ name }) => name === "A")?.rows ?? []).concat(
    filled.find(({ name }) => name === "L")?.rows ?? [],
  );
  const csv = text.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");
  const body = new FormData();
  body.append("file", new Blob([csv]), "answers.csv");
  const upload = args("workbook", { method: "POST", body });
  await action(upload);
  const preview = await loader(upload);
  if (preview.kind !== "changes") throw new Error(preview.kind);
  expect(preview.changes.map(({ after }) => after)).toEqual(["Rita", "HR"]);
  expect(preview.need.map(({ name }) => name)).toEqual(["fix.L1.suppliers"]);
  const form = new URLSearchParams({ file: preview.file, "fix.L1.suppliers": "5" });
  const saved = await action(args("workbook", { method: "POST", body: form }));
  expect(saved).toMatchObject({ status: 302 });
  expect((await supplier.open()).session.file.answers).toMatchObject({
    A3: { value: { name: "Rita", job: "HR" } },
    L1: { value: { suppliers: 5 } },
  });
});
