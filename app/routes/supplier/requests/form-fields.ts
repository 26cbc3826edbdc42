import { Problem } from "#app/domain/problem";

/** More fields than any page of ours sends. They are counted before the form is parsed, so that a huge one costs nothing. */
const mostFields = 2000;

export type FormFields = ReadonlyMap<string, readonly string[]>;

/** What a browser calls a form without files. */
export const formType = "application/x-www-form-urlencoded";

/**
 * The fields of a form; `read`: its body, where the server has read it already.
 * @throws Problem for anything but a form of ours, and for far too many fields
 */
export async function readForm(request: Request, read?: string): Promise<FormFields> {
  if (!request.headers.get("content-type")?.startsWith(formType)) throw new Problem("bad-request");
  return fieldsFrom(read ?? (await request.text()));
}

/** The same, for a button that needs no field: a request without a form has none. */
export async function readAnyForm(request: Request): Promise<FormFields> {
  return request.headers.get("content-type")?.startsWith(formType) ? readForm(request) : new Map();
}

/** Parses the body of a form. @throws Problem "too-many-fields" */
export function fieldsFrom(body: string): FormFields {
  let count = 1;
  for (let at = body.indexOf("&"); at >= 0; at = body.indexOf("&", at + 1)) {
    count += 1;
    if (count > mostFields) throw new Problem("too-many-fields", { max: mostFields });
  }
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(body)) {
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

/** The last value of a field, or "". */
export function fieldOf(fields: FormFields, name: string): string {
  return fields.get(name)?.at(-1) ?? "";
}
