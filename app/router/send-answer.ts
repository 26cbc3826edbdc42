import type { ServerResponse } from "node:http";

/**
 * Writes an answer of Remix as fast as the client takes it. Remix's own way writes all of it at once, so whoever reads
 * slowly would have whole documents held in memory, and reads on when the client has gone.
 */
export async function sendAnswer(response: ServerResponse, { status, statusText, headers, body }: Response) {
  if (statusText) response.statusMessage = statusText;
  response.statusCode = status;
  for (const [name, value] of headers) response.appendHeader(name, value);
  if (body) await sendBody(response, body);
  else response.end();
}

async function sendBody(response: ServerResponse, body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader();
  // Whatever stands behind the body, such as an open file, is let go as soon as nobody is left to read it.
  const letGo = () => void reader.cancel().catch(() => undefined);
  response.once("close", letGo);
  if (response.destroyed) letGo();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (!response.write(next.value)) await drained(response);
    }
    if (!response.destroyed) response.end();
  } catch (error) {
    letGo();
    response.destroy();
    throw error;
  }
}

/** Resolves when more may be written, and when nothing can be any more. */
function drained(response: ServerResponse): Promise<void> {
  if (response.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const go = () => {
      response.off("drain", go).off("close", go);
      resolve();
    };
    response.once("drain", go).once("close", go);
  });
}
