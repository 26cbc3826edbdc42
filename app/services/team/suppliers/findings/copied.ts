import { readAsSigned } from "#app/services/answers/signed/signed-file";
import type { TeamContext } from "#app/services/context/contexts";
import type { CopiedLine } from "#app/views/team/supplier/answers";
import type { AttestationDetails } from "#db/records";
import type { Answers } from "#questionnaires/answers";
import type { Walk } from "#questionnaires/walk";
import { isBlank } from "#terms/texts/typed-text";

/** Places that are looked at: whoever copies copies much, and the first ones say so. */
const most = 20;

/**
 * Files and longer texts of what was signed that another supplier of the organisation signed too, where the two have
 * nothing to do with each other. For the team alone: no supplier learns what others wrote.
 */
export async function copiedLines(
  ctx: TeamContext,
  { attestation, supplier }: AttestationDetails,
  found: Pick<Walk, "answers" | "asked">,
): Promise<readonly CopiedLine[]> {
  const org = ctx.organisation.id;
  const of = { attestation: attestation.id, supplier: supplier.id, most };
  const files = (await ctx.store.findings.copiedFiles(org, of)).map((one) => ({ ...one, what: "file" as const }));
  const texts = (await ctx.store.findings.copiedTexts(org, of)).map((one) => ({ ...one, what: "text" as const }));
  const all = [...files, ...texts].filter(({ question }) => found.asked.has(question));
  const related = new Set<string>();
  for (const other of new Set(all.map((one) => one.attestation)))
    if (await isRelated(ctx, found.answers, other)) related.add(other);
  return all
    .filter((one) => !related.has(one.attestation))
    .map(({ what, question, otherQuestion, supplier: id, name }) => ({
      ...{ what, question, otherQuestion, name },
      href: `/suppliers/${id}`,
    }));
}

/** Whether two companies belong together by what both signed: one number, one parent, or one is the other's parent. */
async function isRelated(ctx: TeamContext, own: Answers, attestation: string): Promise<boolean> {
  const kept = await ctx.store.attestations.get(ctx.organisation.id, attestation);
  const read = kept && readAsSigned(ctx, kept);
  if (!read || !("file" in read)) return false;
  const [one, other] = [companyOf(own), companyOf(read.file.answers)];
  const same = (left: string, right: string) => left !== "" && left === right;
  return (
    same(one.number, other.number) ||
    same(one.parent, other.parent) ||
    same(one.parent, other.name) ||
    same(one.name, other.parent)
  );
}

/** How a company calls itself and its parent, and its number, without case, spaces and points. */
function companyOf(answers: Answers): { readonly name: string; readonly number: string; readonly parent: string } {
  const { name, number, parent } = answers.A2?.value ?? {};
  const folded = (value: unknown) =>
    typeof value !== "string" || isBlank(value)
      ? ""
      : value
          .normalize("NFKC")
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]/gu, "");
  return { name: folded(name), number: folded(number), parent: folded(parent) };
}
