import type { Request } from "express";
import { ApiProblem } from "#app/api/problems/api-problem";

/** Most bytes of a body: far more than any that is needed. */
export const bodyBytes = 100_000;

/** The body of a request as JSON, and as it was sent: at most so many bytes. @throws ApiProblem 400, 413 or 415 */
export async function readJson(
  request: Request,
  most = bodyBytes,
): Promise<{ readonly text: string; readonly value: unknown }> {
  if (!/^application\/json\s*(?:;|$)/i.test(request.get("content-type") ?? "")) throw new ApiProblem(415, "not-json");
  const text = await textOf(request, most);
  try {
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    throw new ApiProblem(400, "bad-request");
  }
}

async function textOf(request: Request, most: number): Promise<string> {
  const tooLarge = () => new ApiProblem(413, "too-large", { headers: { connection: "close" } });
  if (Number(request.headers["content-length"] ?? 0) > most) throw tooLarge();
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > most) throw tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
