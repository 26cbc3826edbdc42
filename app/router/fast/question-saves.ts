import type { IncomingMessage } from "node:http";
import type { Request, RequestHandler, Response } from "express";
import { attestSessionOf, supplierLanguage } from "#app/http/supplier-session.server";
import type { Config } from "#app/product/config.server";
import type { AppContext } from "#app/product/context.server";
import { saveForm } from "#app/routes/supplier/question/save-form";
import { fieldsFrom, formType } from "#app/routes/supplier/requests/form-fields";
import { formBytes } from "#app/server/guards/body-limit";
import type { RequestLimit } from "#app/server/guards/request-limit";
import { cameFromUs } from "#app/server/guards/same-origin";
import { openSupplierSession } from "#app/services/supplier/session/supplier-session";

const questionPath = /^\/attest\/([^/]+)\/([A-Z][0-9]{1,2})$/;

/** What an answer without a page needs of the headers of all others. */
const bare = { "cache-control": "no-store", "referrer-policy": "same-origin", "x-content-type-options": "nosniff" };

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.on("error", reject);
  });
}

/** Answers a save that went well; false: there is something to show, which is the page's own business. */
async function saved(context: AppContext, request: Request, response: Response, form: string): Promise<boolean> {
  const [, attestation = "", question = ""] = questionPath.exec(request.path) ?? [];
  const headers = { get: (name: string) => request.get(name) ?? null };
  const asked = { headers, url: `http://localhost${request.url}` };
  const session = await openSupplierSession(context, { attestation, sessionToken: attestSessionOf(asked) });
  const ctx = { ...context, language: supplierLanguage(asked, session.file.contact.language) };
  const taken = await saveForm(ctx, session, question, fieldsFrom(form));
  if (taken.kind === "show") return false;
  if (taken.kind === "kept") response.writeHead(taken.status, bare).end();
  else {
    const cookie = taken.cookie ? { "set-cookie": taken.cookie } : {};
    // Express would write a page that says where to go, which no browser shows.
    response.writeHead(302, { ...bare, location: taken.to, "content-length": "0", ...cookie }).end();
  }
  return true;
}

/** Whether the whole way would take this form too: from a page of ours, of the right kind and no larger than it may be. */
function isPlainSave(request: Request, publicOrigin: string): boolean {
  const { headers, method, path } = request;
  if (method !== "POST" || !questionPath.test(path) || !headers["content-type"]?.startsWith(formType)) return false;
  const length = Number(headers["content-length"]);
  if (!(length <= formBytes) || headers["transfer-encoding"] !== undefined) return false;
  return cameFromUs(request, publicOrigin);
}

/**
 * Saves the form of a question page before anything that is needed to draw a page. A campaign is mostly such saves, and that
 * way costs more than the save. What does not simply succeed goes on to the page's own action, which tries the same again
 * and shows what came of it; so does what would be refused, and whoever asks too often.
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
  const isSave = (request: Request) => isPlainSave(request, config.publicOrigin);
  const countSave: RequestHandler = (request, response, next) =>
    isSave(request) ? limit.count(request, response, next) : next();
  const save: RequestHandler = (request, response, next) => {
    if (limit.isTooMuch(response) || !isSave(request)) return next();
    const take = async () => {
      const form = await bodyOf(request);
      response.locals.form = form;
      return saved(context, request, response, form);
    };
    take().then(
      (done) => (done ? undefined : next()),
      () => next(),
    );
  };
  return [countSave, save];
}
