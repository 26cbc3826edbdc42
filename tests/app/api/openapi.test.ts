import { mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Validator } from "@seriousme/openapi-schema-validator";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints } from "#app/api/endpoints";
import { openApiDocument } from "#app/api/openapi/document";
import { anEvent, hoursLater } from "#tests/support/factories";
import { aNewRating } from "#tests/support/ratings";
import { addSuppliers } from "#tests/support/world";
import { type ApiScene, anApiScene } from "./scene";

/**
 * A program of a buyer's: written against the generated types alone, compiled with them, and run as it was compiled. It reads through
 * all suppliers and all ratings, and keeps one supplier by its own number.
 */
const program = `
  import createClient from "openapi-fetch";
    import type { paths } from "./avow";

  export async function readAll(baseUrl: string, key: string) {
    const client = createClient<paths>({ baseUrl, headers: { authorization: "Bearer " + key } });
    const suppliers: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const { data, error } = await client.GET("/suppliers", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } });
      if (!data) throw new Error(error.title);
      suppliers.push(...data.items.map(({ id }) => id));
      cursor = data.next;
      if (cursor === undefined) break;
    }
    const ratings: { supplier: string; band: "low" | "medium" | "high" | "critical" }[] = [];
    for (let cursor: string | undefined; ; ) {
      const query = { limit: 2, ruleSet: "standard-2026.1", since: "2020-01-01T00:00:00Z", ...(cursor ? { cursor } : {}) };
      const { data, error } = await client.GET("/ratings", { params: { query } });
      if (!data) throw new Error(error.title);
      ratings.push(...data.items.map(({ supplier, band }) => ({ supplier, band })));
      cursor = data.next;
      if (cursor === undefined) break;
    }
    const kept = await client.PUT("/suppliers/by-number/{number}", {
      params: { path: { number: "K/7" } },
      body: { name: "Kept by a program", country: "VN", contacts: [{ email: "kept@program.example" }], tags: ["Programs"] },
    });
    return { suppliers, ratings, kept: kept.data?.outcome, status: kept.response.status };
  }

  const client = createClient<paths>();
  // @ts-expect-error what is not known is no parameter
  export const unknown = () => client.GET("/suppliers", { params: { query: { colour: "red" } } });
  // @ts-expect-error a body without a country is none
  export const half = () => client.PUT("/suppliers/by-number/{number}", { params: { path: { number: "1" } }, body: { name: "A" } });
  // @ts-expect-error there is no such address
  export const nowhere = () => client.GET("/colours");
`;

let scene: ApiScene;
let key: string;
let text: string;
/** Suppliers with a rating, as these were made. */
let rated: string[];

type Read = {
  readonly suppliers: readonly string[];
  readonly ratings: readonly { readonly supplier: string }[];
  readonly kept?: string;
  readonly status: number;
};

beforeAll(async () => {
  scene = await anApiScene(5);
  const scopes = ["suppliers:read", "suppliers:write", "ratings:read"] as const;
  key = await scene.key(await scene.person({ role: "admin" }), scopes);
  const { organisation, recipients } = scene.world;
  rated = recipients.map(({ supplier }) => supplier.id);
  for (const [at, { attestation, supplier }] of recipients.entries()) {
    const rating = aNewRating({ attestation: attestation.id, supplier: supplier.id, createdAt: hoursLater(at) });
    await scene.ctx.store.ratings.add({ org: organisation.id, ...rating, audit: anEvent() });
  }
  const more = Array.from({ length: 995 }, (_, at) => ({ name: `Supplier ${at}` }));
  await addSuppliers(scene.ctx.store, scene.world.organisation.id, more);
  text = await (await scene.get("/openapi.json")).text();
});
afterAll(() => scene.close());

describe("the OpenAPI document", () => {
  test("gives a public generator the types of a program that reads 1,000 suppliers and all ratings", async () => {
    const folder = mkdtempSync(join(tmpdir(), "avow-client-"));
    symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(join(folder, "avow.ts"), astToString(await openapiTS(JSON.parse(text))));
    writeFileSync(join(folder, "program.ts"), program);
    const options = {
      ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: true, types: [], verbatimModuleSyntax: true },
      ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
      ...{
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      },
    };
    const compiled = ts.createProgram([join(folder, "program.ts")], options);
    const faults = ts
      .getPreEmitDiagnostics(compiled)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(faults).toEqual([]);
    compiled.emit();
    const run = (await import(/* @vite-ignore */ pathToFileURL(join(folder, "program.js")).href)) as {
      readAll(baseUrl: string, key: string): Promise<Read>;
    };
    const read = await run.readAll(`${scene.url}/api/v1`, key);
    expect(new Set(read.suppliers).size).toBe(1_000);
    expect(read.ratings.map(({ supplier }) => supplier)).toEqual(rated);
    expect([read.kept, read.status]).toEqual(["added", 201]);
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
});
