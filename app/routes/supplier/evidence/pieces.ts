import { withBodyRead } from "#app/http/multipart.server";
import type { ActionArgs } from "#app/router/api/route-types";
import { forSession } from "#app/routes/supplier/requests/session-requests";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { showSentFile } from "#app/services/supplier/evidence/pieces/show-sent-file";
import { takePiece } from "#app/services/supplier/evidence/pieces/take-piece";

// The file is announced in the address, and the body is nothing but the piece: at most as much as a form.
const receive = forSession(async ({ ctx, param }, { request }) => {
  const question = param("question");
  const asked = new URL(request.url).searchParams;
  const word = (name: string) => asked.get(name) ?? "";
  const [name, sha256, bytes, at] = [word("name"), word("sha256"), word("bytes"), word("at")];
  const piece = new Uint8Array(await request.arrayBuffer());
  const taken = await takePiece(ctx, { question, sha256, bytes, at, piece });
  if (taken.kind === "waiting") return Response.json({ at: taken.at });
  if (taken.kind === "whole") {
    const outcome = await addEvidence(ctx, { question, name, bytes: taken.bytes });
    return Response.json(await showSentFile(ctx, { name, outcome }));
  }
  return Response.json(await showSentFile(ctx, { name, outcome: taken.outcome }));
});

export const action = (args: ActionArgs) => withBodyRead(args.request, () => receive(args));
