import { withBodyRead } from "#app/http/multipart.server";
import { redirect } from "#app/router/api/answers.server";
import type { ActionArgs } from "#app/router/api/route-types";
import { fieldOf } from "#app/routes/supplier/requests/form-fields";
import { originOf } from "#app/routes/supplier/requests/origin";
import { forForm, forSession } from "#app/routes/supplier/requests/session-requests";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { dropWaiting } from "#app/services/supplier/evidence/pieces/drop-waiting";
import { showSentFile } from "#app/services/supplier/evidence/pieces/show-sent-file";
import { takePiece } from "#app/services/supplier/evidence/pieces/take-piece";
import { withOrigin } from "#app/services/supplier/session/origin";
import { addressOf } from "#app/services/supplier/session/supplier-session";

// The file is announced in the address, and the body is nothing but the piece: at most as much as a form.
const receive = forSession(async ({ ctx, param }, { request }) => {
  const question = param("question");
  const asked = new URL(request.url).searchParams;
  const word = (name: string) => asked.get(name) ?? "";
  const [name, sha256, bytes, at] = [word("name"), word("sha256"), word("bytes"), word("at")];
  const piece = new Uint8Array(await request.arrayBuffer());
  const from = originOf(request);
  const taken = await takePiece(ctx, { question, name, sha256, bytes, at, piece });
  if (taken.kind === "waiting") return Response.json({ at: taken.at });
  if (taken.kind === "whole") {
    const outcome = await addEvidence(ctx, { question, name, bytes: taken.bytes });
    return Response.json(await showSentFile(ctx, { question, name, from, outcome }));
  }
  return Response.json(await showSentFile(ctx, { question, name, from, outcome: taken.outcome }));
});

const drop = forForm(async ({ ctx, fields, param }, { request }) => {
  const question = param("question");
  await dropWaiting(ctx, { question, sha256: fieldOf(fields, "sha256"), bytes: fieldOf(fields, "bytes") });
  return redirect(withOrigin(`${addressOf(ctx.session)}/${question}/evidence`, originOf(request)));
});

/** Pieces are bytes; a form drops what has arrived of a file. It comes here and not to the page, which takes long bodies. */
export const action = (args: ActionArgs) => {
  const isForm = args.request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
  return isForm ? drop(args) : withBodyRead(args.request, () => receive(args));
};
