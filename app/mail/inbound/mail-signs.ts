import type { MessageParts } from "./message-parts";

const daemon = /^(?:mailer[-_]?daemon|postmaster|mail[-_]?system|mdaemon|mailerdaemon)\b/;
const program = /^(?:no-?reply|do-?not-?reply|bounces?|[\w.]{1,60}-(?:admin|owner|request|bounces?))(?:@|$)/;
const daemonNames = /mail delivery (?:sub)?system|system administrator|mailer[- ]daemon|postmaster/i;
const bounceSubjects =
  /undeliver|returned mail|return(?:ing|ed)? (?:message )?to sender|failure notice|deliver\w* (?:status|fail|problem|error|delay)|(?:mail|message|delivery)\b.{0,20}\b(?:fail|could not be delivered|error|delayed)|failed delivery|error sending your (?:mail|message)|non-?delivery|unzustellbar|non remis|no se puede entregar|mancato recapito|не доставлено/i;
const bounceTexts =
  /(?:could|can) ?not be delivered|(?:was|were|is) not delivered|not (?:yet )?been delivered|unable to deliver|trouble delivering|rejected recipient|w?as(?:n't| not) able to deliver|did ?n[o']t reach|cannot be delivered|delivery (?:has |to the following recipients? )?(?:failed|has been delayed|failure)|(?:error|problem) (?:has )?(?:occurred while attempting to deliver|delivering)|permanent(?: fatal)? error|transcript of session|not (?:a )?member of this (?:mailing )?list|was rejected by|undeliverable|invalid (?:final delivery )?(?:userid|recipient)|失敗し|送信できませんでした|konnte nicht zugestellt|n'a pas pu être remis|не может быть доставлено/i;

const answered = /^\s{0,5}(?:re|fwd?|aw|wg|tr|rv|sv|vs)\s{0,2}:/i;
const absentSubjects =
  /^(?:(?:automatic|auto|automated)[- ]?(?:reply|response|antwort)|out of (?:the )?office|abwesen|réponse automatique|respuesta automática|risposta automatica|resposta automática|ooo\b|i am out|vacation|automatisch antwoord|自動(?:返信|応答)|自动(?:回复|答复)|автоответ)/i;

/** The reply of a mail server with its codes, as no person writes it. */
const refusal = /\b5[05]\d[ -](?:#?5\.\d{1,3}\.\d{1,3}\b|<|[^\n]{0,60}\b(?:user|recipient|mailbox|address)\b)/i;

/** Whether a message without a machine-readable report tells that a mail could not be delivered. */
export function tellsOfFailure(parts: MessageParts, told: string): boolean {
  if (absentSubjects.test(parts.subject)) return false;
  const bySubject = bounceSubjects.test(parts.subject) && !answered.test(parts.subject);
  const byText = bounceTexts.test(told);
  const hasOriginal = parts.original !== undefined;
  if (daemon.test(parts.from) || daemonNames.test(parts.header("from")) || parts.header("x-failed-recipients")) {
    return bySubject || byText || hasOriginal || refusal.test(told);
  }
  const byProgram =
    program.test(parts.from) || parts.header("return-path").trim() === "<>" || !parts.from || isAutoReply(parts);
  return (
    (byProgram && (byText || bySubject || refusal.test(told))) ||
    (bySubject && (byText || hasOriginal) && !parts.header("in-reply-to"))
  );
}

/** Whether a program answered for a person: RFC 3834 (5), and the headers and subjects of programs that do not follow it. */
export function isAutoReply(parts: MessageParts): boolean {
  const submitted = parts.header("auto-submitted").trim().toLowerCase();
  if (submitted && !submitted.startsWith("no")) return true;
  if (["x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply-from"].some((name) => parts.header(name)))
    return true;
  if (/auto[-_]?reply/i.test(`${parts.header("precedence")} ${parts.header("x-precedence")}`)) return true;
  return absentSubjects.test(parts.subject.replace(answered, "").trim());
}

/** Whether a mail program asks for a person to be written to no more, as the List-Unsubscribe header lets it (RFC 2369, 3.2). */
export const isUnsubscribe = (parts: MessageParts): boolean => /^\s{0,5}unsubscribe\s{0,5}$/i.test(parts.subject);

/** Whether a complaint came as a plain mail with the mail it is about, as some providers send them. */
export function isPlainComplaint(parts: MessageParts): boolean {
  return (
    parts.original !== undefined &&
    /^(?:complaint about message|(?:spam|abuse) (?:report|complaint))\b/i.test(parts.subject)
  );
}
