import { isoDay } from "#app/i18n/dates/days";
import { isKeptApart } from "#app/services/answers/evidence-answers";
import type { ServiceContext } from "#app/services/context/contexts";
import { mayAnswer } from "#app/services/supplier/colleagues/own-sections";
import { type SupplierSession, walkSession } from "#app/services/supplier/session/supplier-session";
import type { StoredEvidence } from "#db/records";
import { type Answer, isGiven } from "#questionnaires/answers";
import type { Question } from "#questionnaires/definition";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { isAboutThisTime, isAskedAnew } from "./asked-anew";
import type { Earlier } from "./find-earlier";

/** An answer of before to a question that is asked now and open. */
export type Offer = {
  readonly question: Question;
  /** What would be saved; absent where it is only shown: it has to be given anew, or cannot be read any more. */
  readonly answer?: Answer;
  /** Why it is only shown. */
  readonly askedAnew: boolean;
  /** Names this very answer: what a form sends back, so that nobody saves another one than they saw. */
  readonly mark: string;
  /** Documents that came with it and may be used again. */
  readonly files: readonly StoredEvidence[];
};

/** What was signed before of one question; undefined where it was not answered, or is answered by now. */
function offerOf(
  ctx: Pick<ServiceContext, "sha256" | "clock">,
  session: SupplierSession,
  earlier: Earlier,
  question: Question,
): Offer | undefined {
  const { id } = question;
  const given = Object.hasOwn(earlier.walk.answers, id) ? earlier.walk.answers[id] : undefined;
  const isAsked = session.walk.asked.has(id) && mayAnswer(session, id) && earlier.walk.asked.has(id);
  if (given === undefined || !isGiven(given) || !isAsked || isAboutThisTime(session.questionnaire, question)) return;
  if (isGiven(session.file.answers[id] ?? {})) return undefined;
  const askedAnew = isAskedAnew(session.questionnaire, question);
  const answer = askedAnew ? undefined : readAgain(session, question, given);
  return {
    question,
    ...(answer ? { answer } : {}),
    askedAnew,
    mark: ctx.sha256(canonicalJson([earlier.signedAt.toISOString(), id, given.value ?? {}, given.unsure ?? ""])),
    files: answer && question.evidence ? filesOf(ctx, session, earlier, id) : [],
  };
}

/** An offer with where it comes from. */
export type OfferFrom = { readonly offer: Offer; readonly earlier: Earlier };

/** The best offer for a question: the first that can be taken over, else the first that can be shown. */
export function bestOffer(
  ctx: Pick<ServiceContext, "sha256" | "clock">,
  session: SupplierSession,
  all: readonly Earlier[],
  question: Question,
): OfferFrom | undefined {
  const found = all.flatMap((earlier) => {
    const offer = offerOf(ctx, session, earlier, question);
    return offer ? [{ offer, earlier }] : [];
  });
  return found.find(({ offer }) => offer.answer !== undefined) ?? found[0];
}

/** That of each question, in the order of the questionnaire. */
export function offersOf(
  ctx: Pick<ServiceContext, "sha256" | "clock">,
  session: SupplierSession,
  all: readonly Earlier[],
): readonly OfferFrom[] {
  return session.questionnaire.sections.flatMap(({ questions }) =>
    questions.flatMap((question) => bestOffer(ctx, session, all, question) ?? []),
  );
}

/**
 * An answer of before as an answer of now, with the comment that stands here already: that of before was for another day. Undefined
 * where this version or the other answers leave anything of it out, and for "don't know" and its like, which say nothing again.
 */
function readAgain(session: SupplierSession, { id }: Question, { value, unsure }: Answer): Answer | undefined {
  if (unsure === "dk" || unsure === "legal") return undefined;
  const { comment } = session.file.answers[id] ?? {};
  const answer: Answer = {
    ...(unsure ? { unsure } : { value }),
    ...(comment === undefined ? {} : { comment }),
  };
  const walk = walkSession(session, { ...session.file.answers, [id]: answer });
  const counted = walk.answers[id];
  const isWhole =
    canonicalJson([counted?.value ?? {}, counted?.unsure ?? ""]) === canonicalJson([value ?? {}, unsure ?? ""]);
  return isWhole && walk.stateOf(id) === "answered" ? answer : undefined;
}

/** Nothing that was kept apart, turned down or is past its day, and nothing that is attached here already. */
function filesOf(
  { clock }: Pick<ServiceContext, "clock">,
  { file }: SupplierSession,
  earlier: Earlier,
  question: string,
): readonly StoredEvidence[] {
  const today = isoDay(clock.now());
  const there = new Set(file.evidence[question]?.map(({ sha256 }) => sha256));
  return (earlier.file.evidence[question] ?? []).filter(
    (one) =>
      !isKeptApart(one) &&
      one.heldFor === undefined &&
      one.status !== "rejected" &&
      one.status !== "expired" &&
      (one.about?.expires === undefined || one.about.expires >= today) &&
      !there.has(one.sha256),
  );
}
