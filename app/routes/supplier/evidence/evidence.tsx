import { EvidencePage } from "#app/components/supplier/evidence/evidence-page";
import { readFiles, withBodyRead } from "#app/http/multipart.server";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { actionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { originOf } from "#app/routes/supplier/requests/origin";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forOpenSession, forSession } from "#app/routes/supplier/requests/session-requests";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { expectEvidence } from "#app/services/supplier/evidence/evidence-question";
import type { SentFiles } from "#app/services/supplier/evidence/sent-files";
import { showEvidence } from "#app/services/supplier/evidence/show-evidence";
import { withOrigin } from "#app/services/supplier/session/origin";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import waiting from "#app/styles/supplier/question/waiting.css?url";

export const meta = supplierPageTitle;

// A sheet of its own: every other page goes without these rules.
export const links = () => [{ rel: "stylesheet", href: waiting }];

export const loader = forOpenSession(({ ctx, param }, { context, request }) =>
  showEvidence(ctx, {
    question: param("question"),
    sent: actionResult<SentFiles>(context),
    from: originOf(request),
  }),
);

// Whose session it is, is asked before a byte is read: nobody else's bytes reach the disk.
const receive = forSession(async ({ ctx, param }, { request, context }) => {
  const question = param("question");
  const { most } = await expectEvidence(ctx, { question });
  const files: SentFiles["files"][number][] = [];
  const { more } = await readFiles(request, most, async ({ name, bytes }) => {
    files.push({ name, outcome: await addEvidence(ctx, { question, name, bytes }) });
  });
  const sent: SentFiles = { files, more };
  const status = statusOf(sent);
  const again = files.some(({ outcome }) => outcome.kind === "added" && outcome.again);
  if (status === 200 && !again)
    return redirect(withOrigin(`${addressOf(ctx.session)}/${question}/evidence`, originOf(request)));
  return showWithResult(context, sent, status);
});

export const action = (args: ActionArgs) => withBodyRead(args.request, () => receive(args));

function statusOf({ files, more }: SentFiles): 200 | 413 | 422 | 507 {
  const kinds = files.map(({ outcome }) => outcome.kind);
  if (kinds.includes("not-saved")) return 507;
  if (kinds.includes("too-large")) return 413;
  return files.length === 0 || more || kinds.some((kind) => kind !== "added") ? 422 : 200;
}

export default function Evidence() {
  return <EvidencePage view={useLoaderData<typeof loader>()} />;
}
