import type { IncomingMessage } from "node:http";
import type { Request, RequestHandler, Response } from "express";
import { formBytes } from "#app/http/limits/form-limits";
import { isSameOriginRequest } from "#app/http/same-origin";
import { supplierSessionTokenOf, visitorOf } from "#app/http/supplier-session.server";
import { teamSessionTokenOf } from "#app/http/team-session.server";
import type { Config } from "#app/product/config.server";
import type { AppContext } from "#app/product/context.server";
import { saveForm, toldType } from "#app/routes/supplier/question/save-form";
import { fieldsFrom, formType } from "#app/routes/supplier/requests/form-fields";
import type { RequestLimit } from "#app/server/guards/request-limit";
import { openSupplierSession } from "#app/services/supplier/session/open-supplier-session";

const questionPath = /^\/attest\/([^/]+)\/([A-Z][0-9]{1,2})$/;

/** The headers of all answers that one without a page needs too. */
const bare = { "cache-control": "no-store", "referrer-policy": "same-origin", "x-content-type-options": "nosniff" };

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.on("error", reject);
  });
}

/** Answers a save that went well. False: there is something to show, which the page's own action does. */
async function saved(context: AppContext, request: Request, response: Response, form: string): Promise<boolean> {
  const [, attestation = "", question = ""] = questionPath.exec(request.path) ?? [];
  const headers = { get: (name: string) => request.get(name) ?? null };
  const asked = { headers, url: `http://localhost${request.url}` };
  const { ctx: visitor, chosen } = visitorOf(context, asked);
  const sessionToken = supplierSessionTokenOf(asked);
  const teamSession = teamSessionTokenOf(context, asked);
  const ctx = await openSupplierSession(visitor, { attestation, sessionToken, teamSession, language: chosen });
  const outcome = await saveForm(ctx, question, fieldsFrom(form));
  if (outcome.kind === "show") return false;
  if (outcome.kind === "kept") response.writeHead(outcome.status, { ...bare, ...toldType }).end(outcome.told);
  else {
    const cookie = outcome.cookie ? { "set-cookie": outcome.cookie } : {};
    // Express's own redirect would write a page too, which no browser shows.
    response.writeHead(302, { ...bare, location: outcome.to, "content-length": "0", ...cookie }).end();
  }
  return true;
}

/** Whether the page's own action would accept this form: from a page of ours, of the right type and no larger than it may be. */
function isPlainSave(request: Request, publicOrigin: string): boolean {
  const { headers, method, path } = request;
  if (method !== "POST" || !questionPath.test(path) || !headers["content-type"]?.startsWith(formType)) return false;
  const length = Number(headers["content-length"]);
  if (!(length <= formBytes) || headers["transfer-encoding"] !== undefined) return false;
  return isSameOriginRequest(request, publicOrigin);
}

/**
 * Saves the form of a question without the router, which costs more than the save itself: most requests of a campaign are
 * such saves. Without it `save.per_s` of the bench falls by nearly half. What does not simply succeed, what would be refused
 * and whoever asks too often go on to the page's own action, which tries the same again and shows the outcome.
 */
export function questionSaves({
  config,
  context,
  limit,
}: {
  config: Config;
  context: AppContext;
  limit: RequestLimit;
}): RequestHandler[] {
  const isSave = (request: Request, response: Response) =>
    response.locals.isElsewhere !== true && isPlainSave(request, config.publicOrigin);
  const countSave: RequestHandler = (request, response, next) =>
    isSave(request, response) ? limit.count(request, response, next) : next();
  const save: RequestHandler = (request, response, next) => {
    if (limit.isTooMuch(response) || !isSave(request, response)) return next();
    const trySaving = async () => {
      const form = await bodyOf(request);
      response.locals.form = form;
      return saved(context, request, response, form);
    };
    trySaving().then(
      (done) => (done ? undefined : next()),
      () => next(),
    );
  };
  return [countSave, save];
}
