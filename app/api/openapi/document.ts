import * as z from "zod";
import { type Endpoint, namesIn } from "#app/api/endpoint";
import { endpoints } from "#app/api/endpoints";
import { isSeveral, queryOf } from "#app/api/request/read-input";

type Json = Record<string, unknown>;

const problem = z.object({
  type: z.string().meta({ description: "Names the kind of problem, and never changes" }),
  title: z.string(),
  status: z.int(),
  errors: z
    .array(
      z.object({
        pointer: z.string().optional(),
        parameter: z.string().optional(),
        ...{ code: z.string(), detail: z.string() },
      }),
    )
    .optional(),
});

/** What zod says of a schema, without what stands once in the whole document. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...said } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" });
  return said;
}

function parametersOf(endpoint: Endpoint): readonly Json[] {
  const query = queryOf(endpoint);
  const properties = schemaOf(query, "output").properties as Record<string, Json> | undefined;
  return [
    ...namesIn(endpoint.path).map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
    ...Object.entries(properties ?? {}).map(([name, { description, ...schema }]) => ({
      ...{ name, in: "query", required: false, schema },
      ...(description === undefined ? {} : { description }),
      ...(isSeveral(query.shape[name]) ? { style: "form", explode: true } : {}),
    })),
    ...(endpoint.method === "POST"
      ? [
          {
            ...{ name: "Idempotency-Key", in: "header", required: false, schema: { type: "string", maxLength: 255 } },
            description: "Sent twice within a day, the same request is done once",
          },
        ]
      : []),
  ];
}

function answerOf({ answer }: Endpoint): Json {
  if (answer.kind === "file") {
    return {
      "200": { description: "The file", content: { [answer.type]: { schema: { type: "string", format: "binary" } } } },
    };
  }
  const schema = schemaOf(answer.schema, "output");
  const list = {
    type: "object",
    properties: {
      items: { type: "array", items: schema },
      next: { type: "string", description: "The `cursor` of the next part; absent where there is none" },
      nextAt: { type: "string", description: "The address of the next part, from the root of the installation" },
    },
    required: ["items"],
    additionalProperties: false,
  };
  const status = answer.kind === "one" ? (answer.status ?? 200) : 200;
  const content = { "application/json": { schema: answer.kind === "list" ? list : schema } };
  const made = answer.kind === "one" && answer.isMade ? { "201": { description: "Made", content } } : {};
  return { [status]: { description: "Done", content }, ...made };
}

function operationOf(endpoint: Endpoint): Json {
  const { id, summary, scope, body } = endpoint;
  return {
    ...{ operationId: id, summary, description: `Needs the scope \`${scope}\`.`, security: [{ key: [] }] },
    parameters: parametersOf(endpoint),
    ...(body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: { ...schemaOf(z.strictObject(body.shape), "input") } } },
      },
    }),
    responses: { ...answerOf(endpoint), default: { $ref: "#/components/responses/problem" } },
  };
}

/** The OpenAPI 3.1 document of all endpoints, from the schemas by which they read and answer. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = paths[endpoint.path] ?? {};
    paths[endpoint.path] = { ...path, [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Avow", version: "1", description: "Suppliers, ratings, reviews and actions, for programs." },
    servers: [{ url: "/api/v1" }],
    paths,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer" } },
      responses: {
        problem: {
          description: "What went wrong, by RFC 9457",
          content: { "application/problem+json": { schema: schemaOf(problem, "output") } },
        },
      },
    },
  };
}
