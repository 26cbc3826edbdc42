import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EvidencePage } from "#app/components/supplier/evidence/evidence-page";
import { readFiles, withBodyRead } from "#app/http/multipart.server";
import { forOpenSitting, forSitting } from "#app/routes/supplier/answering";
import { titleOf } from "#app/routes/supplier/title";
import { handedOn, showAgain } from "#app/routes/supplier/turn";
import { addEvidence, evidenceQuestion } from "#app/services/supplier/evidence/add-evidence";
import { evidencePage, type SentFiles } from "#app/services/supplier/evidence/evidence-page";
import { evidenceLimits } from "#app/services/supplier/evidence/limits";
import { addressOf } from "#app/services/supplier/sitting";

export const meta = titleOf;

export const loader = forOpenSitting(({ ctx, sitting, param }, { context }) =>
  evidencePage(ctx, sitting, { question: param("question"), sent: handedOn<SentFiles>(context) }),
);

// Whose session it is, is asked before a byte is read: nobody else's bytes reach the disk.
const receive = forSitting(async ({ ctx, sitting, param }, { request, context }) => {
  const question = evidenceQuestion(sitting, param("question")).id;
  const files: SentFiles["files"][number][] = [];
  const { more } = await readFiles(request, evidenceLimits.files, async ({ name, bytes }) => {
    files.push({ name, outcome: await addEvidence(ctx, sitting, { question, name, bytes }) });
  });
  const sent: SentFiles = { files, more };
  const status = statusOf(sent);
  if (status === 200) return redirect(`${addressOf(sitting)}/${question}/evidence`);
  return showAgain(context, sent, status);
});

export const action = (args: ActionFunctionArgs) => withBodyRead(args.request, () => receive(args));

function statusOf({ files, more }: SentFiles): 200 | 413 | 422 | 507 {
  const kinds = files.map(({ outcome }) => outcome.kind);
  if (kinds.includes("not-saved")) return 507;
  if (kinds.includes("too-large")) return 413;
  return files.length === 0 || more || kinds.some((kind) => kind !== "added") ? 422 : 200;
}

export default function Evidence() {
  return <EvidencePage view={useLoaderData<typeof loader>()} />;
}
