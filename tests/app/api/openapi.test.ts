import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import createClient from "openapi-fetch";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints } from "#app/api/endpoints";
import { openApiDocument } from "#app/api/openapi/document";
import { addSuppliers } from "#tests/support/world";
import { type ApiScene, anApiScene } from "./scene";

/** What the generated types say of the one address that the test asks for; they are compared with it by the compiler below. */
type Part = { items: { id: string; name: string }[]; next?: string };

let scene: ApiScene;
let key: string;
let text: string;

beforeAll(async () => {
  scene = await anApiScene(1);
  key = await scene.key(await scene.person({ role: "admin" }), ["suppliers:read"]);
  const more = Array.from({ length: 999 }, (_, at) => ({ name: `Supplier ${at}` }));
  await addSuppliers(scene.ctx.store, scene.world.organisation.id, more);
  text = await (await scene.get("/openapi.json")).text();
});
afterAll(() => scene.close());

describe("the OpenAPI document", () => {
  test("leads a client of a public library through 1,000 suppliers", async () => {
    type Paths = {
      "/suppliers": {
        get: {
          parameters: { query?: { limit?: number; cursor?: string } };
          responses: { 200: { content: { "application/json": Part } } };
        };
      };
    };
    const client = createClient<Paths>({ baseUrl: `${scene.url}/api/v1`, headers: { authorization: `Bearer ${key}` } });
    const ids = new Set<string>();
    let cursor: string | undefined;
    do {
      const query = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
      const { data, response } = await client.GET("/suppliers", { params: { query } });
      expect(response.status).toBe(200);
      for (const { id } of data?.items ?? []) ids.add(id);
      cursor = data?.next;
    } while (cursor !== undefined);
    expect(ids.size).toBe(1_000);
  });

  test("is valid by its own specification, and is read without a key", async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(text));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  test("names every address once, with its scope and a body that takes nothing unknown", () => {
    const { paths } = openApiDocument() as {
      paths: Record<string, Record<string, { operationId: string; description: string }>>;
    };
    const said = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, description }]) => [method, path, operationId, description]),
    );
    expect(said).toHaveLength(endpoints.length);
    expect(new Set(said.map(([, , id]) => id)).size).toBe(endpoints.length);
    for (const { scope } of endpoints)
      expect(said.some(([, , , description]) => description?.includes(scope))).toBe(true);
  });

  test("gives a public generator types that compile, and refuse what is not known", async () => {
    const folder = mkdtempSync(join(tmpdir(), "avow-client-"));
    const generated = astToString(await openapiTS(JSON.parse(text)));
    writeFileSync(join(folder, "avow.ts"), generated);
    writeFileSync(
      join(folder, "use.ts"),
      `import type { paths } from "./avow";
       type Part = paths["/suppliers"]["get"]["responses"][200]["content"]["application/json"];
       export const ids = ({ items, next }: Part): string[] => [...items.map(({ id }) => id), next ?? ""];
       export const query: paths["/suppliers"]["get"]["parameters"]["query"] = { limit: 200, cursor: "x" };
       // @ts-expect-error what is not known is no parameter
       export const wrong: paths["/suppliers"]["get"]["parameters"]["query"] = { colour: "red" };`,
    );
    const options = { noEmit: true, strict: true, skipLibCheck: true, types: [], lib: ["lib.es2022.d.ts"] };
    const program = ts.createProgram([join(folder, "use.ts")], options);
    const faults = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(faults).toEqual([]);
  });
});
