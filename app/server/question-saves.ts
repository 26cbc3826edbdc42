import type { IncomingMessage } from "node:http";
import type { Request, RequestHandler, Response } from "express";
import type { AppContext } from "#app/context.server";
import { Problem } from "#app/problem";
import { fieldsFrom, formType } from "#app/routes/supplier/form";
import { takeAnswer } from "#app/routes/supplier/taking";
import { openSitting } from "#app/services/supplier/sitting";
import { attestSessionOf, supplierLanguage } from "#app/session.server";

const questionPath = /^\/attest\/([^/]+)\/([A-Z][0-9]{1,2})$/;

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
  const sitting = await openSitting(context, { attestation, session: attestSessionOf(asked) });
  const ctx = { ...context, language: supplierLanguage(asked, sitting.file.contact.language) };
  const taken = await takeAnswer(ctx, sitting, question, fieldsFrom(form));
  if (taken.kind === "show") return false;
  if (taken.kind === "kept") response.status(taken.status).end();
  else {
    const cookie = taken.cookie ? { "set-cookie": taken.cookie } : {};
    // Express would write a page that says where to go, which no browser shows.
    response.writeHead(302, { location: taken.to, "content-length": "0", ...cookie }).end();
  }
  return true;
}

/**
 * Saves the form of a question page before Remix is asked. A campaign is mostly such saves, and Remix's way round costs more
 * than the save. What does not simply succeed goes on to the page's own action, which tries the same again and shows it.
 */
export function questionSaves(context: AppContext): RequestHandler {
  return (request, response, next) => {
    const isForm = request.headers["content-type"]?.startsWith(formType);
    if (request.method !== "POST" || !isForm || !questionPath.test(request.path)) return next();
    const take = async () => {
      const form = await bodyOf(request);
      response.locals.form = form;
      return saved(context, request, response, form);
    };
    take().then(
      (done) => (done ? undefined : next()),
      (error: unknown) => (error instanceof Problem ? next() : next(error)),
    );
  };
}
