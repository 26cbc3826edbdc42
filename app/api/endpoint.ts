import type * as z from "zod";
import type { TeamContext } from "#app/services/context/contexts";
import type { ApiScope } from "#terms/api-scopes";

type Fields = z.ZodObject;

/** One thing that programs can ask for. */
export type Endpoint<Q extends Fields = Fields, B extends Fields = Fields, A extends z.ZodType = z.ZodType> = {
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT";
  /** From `/api/v1`; what differs stands in braces: `/suppliers/{supplier}`. */
  readonly path: string;
  /** What the key must have, besides the permission that the use case asks for. */
  readonly scope: ApiScope;
  readonly summary: string;
  /** What may stand in the address; of a list also `cursor` and `limit`. */
  readonly query?: Q;
  /** Of POST and PUT alone. */
  readonly body?: B;
  /** Most bytes of the body, where it may be larger than others. */
  readonly bodyBytes?: number;
  readonly answer: Answer<A>;
  /** Calls one use case. `body` was read by its schema, and is as it was sent. */
  run(
    ctx: TeamContext,
    asked: {
      readonly path: Readonly<Record<string, string>>;
      readonly query: z.output<Q>;
      readonly body: z.input<B>;
      /** Of a list. */
      readonly part: { readonly after?: string; readonly most: number };
    },
  ): Promise<unknown>;
};

/** `one`: a value; `list`: parts of a list, of values that `idOf` names; `file`: what is taken away whole. */
export type Answer<A extends z.ZodType = z.ZodType> =
  | {
      readonly kind: "one";
      readonly schema: A;
      readonly status?: 200 | 201;
      /** Whether something was made: 201 then, where the rest is 200. */
      isMade?(value: z.output<A>): boolean;
    }
  | { readonly kind: "list"; readonly schema: A; idOf(item: z.output<A>): string }
  | { readonly kind: "file"; readonly type: string };

/** Makes an endpoint of which the types of its parts fit each other. */
export function endpoint<Q extends Fields, B extends Fields, A extends z.ZodType>(made: Endpoint<Q, B, A>): Endpoint {
  // What was read by `query` and `body` of an endpoint is given to its own `run` and to no other.
  return made as unknown as Endpoint;
}

/** The names in braces of a path, in their order. */
export function namesIn(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
}

/** What stands in the place of the names of a path; undefined where an address, by its parts, is another one. */
export function matchPath(path: string, parts: readonly string[]): Readonly<Record<string, string>> | undefined {
  const pattern = path.split("/");
  if (pattern.length !== parts.length) return undefined;
  const found: Record<string, string> = {};
  for (const [at, piece] of pattern.entries()) {
    const part = parts[at] ?? "";
    const [name] = namesIn(piece);
    if (name === undefined) {
      if (piece !== part) return undefined;
    } else if (part === "") return undefined;
    else found[name] = part;
  }
  return found;
}
