import * as z from "zod";
import type { Endpoint } from "#app/api/endpoint";
import { type ApiError, ApiProblem } from "#app/api/problems/api-problem";
import { translator } from "#app/i18n/texts/i18n.server";
import { partLimits } from "#app/services/api/records/parts";
import { type Fault, faultCode } from "#app/services/context/faults";

/** What every list can be asked for besides its filters. */
export const partQuery = z.object({
  cursor: z.string().max(1_000).optional().meta({ description: "`next` of the part before" }),
  limit: z.coerce.number().int().min(1).max(partLimits.most).default(partLimits.usual),
});

/** All that the address of an endpoint may hold. */
export function queryOf({ query, answer }: Pick<Endpoint, "query" | "answer">): z.ZodObject {
  const own = query?.shape ?? {};
  return z.strictObject(answer.kind === "list" ? { ...own, ...partQuery.shape } : own);
}

/** What an address asks for. @throws ApiProblem for what it may not hold, or holds twice */
export function readQuery(schema: z.ZodObject, params: URLSearchParams): Record<string, unknown> {
  const given = Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, isSeveral(schema.shape[name]) ? values : values.length === 1 ? values[0] : values];
    }),
  );
  return read(schema, given, ([name]) => ({ parameter: String(name ?? "") }));
}

/** What a body says, as it was sent. @throws ApiProblem for what the schema does not take or know */
export function readBody(schema: z.ZodObject, body: unknown): Record<string, unknown> {
  read(z.strictObject(schema.shape), body, (path) => ({ pointer: path.map((part) => `/${String(part)}`).join("") }));
  return body as Record<string, unknown>;
}

/** Whether a parameter may stand in an address several times. */
export function isSeveral(schema: unknown): boolean {
  return (
    schema instanceof z.ZodType && z.toJSONSchema(schema, { io: "output", unrepresentable: "any" }).type === "array"
  );
}

type Place = (path: readonly PropertyKey[]) => Pick<ApiError, "pointer" | "parameter">;

function read(schema: z.ZodObject, given: unknown, place: Place): Record<string, unknown> {
  const found = schema.safeParse(given);
  if (found.success) return found.data;
  const errors = found.error.issues.flatMap((issue): readonly ApiError[] => {
    const { code, message, path } = issue;
    if (code !== "unrecognized_keys") return [errorOf(message, place(path), String(path.at(-1) ?? ""))];
    return issue.keys.map((key) => ({ ...place([...path, key]), code: "unknown", detail: "This is not known here." }));
  });
  throw new ApiProblem(422, "not-valid", { errors: errors.slice(0, 50) });
}

function errorOf(message: string, place: Pick<ApiError, "pointer" | "parameter">, field: string): ApiError {
  const code = faultCode(message);
  // Messages of schemas are codes where a person can type something wrong, and sentences of the library elsewhere.
  const detail = code === message ? translator("en")(`team:fault.${code}`, { field }) : message;
  return { ...place, code, detail };
}

/** What a use case found wrong, told as what is not valid in the body. */
export function faultsProblem(faults: readonly Fault[]): ApiProblem {
  const errors = faults.map(({ field, code, params }) => ({
    pointer: `/${field}`,
    code,
    detail: translator("en")(`team:fault.${code}`, { field, ...params }),
  }));
  return new ApiProblem(422, "not-valid", { errors });
}

/** What a use case did. @throws ApiProblem with the faults of what it was given */
export function doneOf<T>(outcome: { readonly faults: readonly Fault[] } | { readonly done: T }): T {
  if ("faults" in outcome) throw faultsProblem(outcome.faults);
  return outcome.done;
}
