import * as z from "zod";

/** Fields as they were typed, by name. */
export type FormInput = Readonly<Record<string, string | readonly string[]>>;

/** The fields of a form as the schema of a use case names them: a list where it wants one, else the last value. */
export function formInput(form: FormData | URLSearchParams, input: z.ZodType): FormInput {
  if (!(input instanceof z.ZodObject)) throw new Error("only an object has fields");
  const values: Record<string, string | string[]> = {};
  for (const [name, schema] of Object.entries(input.shape)) {
    const all = form.getAll(name).filter((value) => typeof value === "string");
    if (isList(schema)) values[name] = all;
    else values[name] = all.at(-1) ?? "";
  }
  return values;
}

/** Whether a schema, without what stands round it, is one of lists. */
function isList(schema: unknown): boolean {
  if (schema instanceof z.ZodArray) return true;
  const inner = schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodCatch;
  return inner && isList(schema.unwrap());
}
