import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { givenUp } from "#tests/soak/server/life";
import { mailOf } from "#tests/soak/server/world";
import type { Ledger, List, Paper, Save, Signature } from "./ledger";
import type { RecordFile } from "./record-file";

type Count = { readonly n: number };

/**
 * What of this record does not fit what was told, one line each. `life`: only what was last sent to that process; without it
 * all that was sent.
 */
export function faultsOf(record: RecordFile, dataDir: string, ledger: Ledger, life?: number): readonly string[] {
  const isAsked = (sent: { readonly life: number }) => life === undefined || sent.life === life;
  return [
    ...ledger.saves.filter(isAsked).flatMap((save) => saveFaults(record, save)),
    ...ledger.papers.filter(isAsked).flatMap((paper) => paperFaults(record, dataDir, paper)),
    ...ledger.signatures.filter(isAsked).flatMap((signature) => signatureFaults(record, signature)),
    ...ledger.lists.filter(({ imported }) => isAsked(imported)).flatMap((list) => importFaults(record, list)),
    ...ledger.lists.filter(({ launched }) => isAsked(launched)).flatMap((list) => launchFaults(record, list)),
  ];
}

/** A line where a number is not one of those that may be. */
function unless(what: string, found: number, ...allowed: readonly number[]): readonly string[] {
  return allowed.includes(found) ? [] : [`${what}: ${found} and not ${allowed.join(" or ")}`];
}

const count = (record: RecordFile, sql: string, ...values: readonly (string | number)[]) =>
  record.rows<Count>(`SELECT count(*) AS n FROM ${sql}`, ...values)[0]?.n ?? 0;

const events = (record: RecordFile, action: string, subject: string) =>
  count(record, "audit_events WHERE action = ? AND subject_id = ?", action, subject);

function saveFaults(record: RecordFile, { attestation, question, revision, comment, told }: Save): readonly string[] {
  const key = [attestation, question, revision] as const;
  const found = record.rows<{ answer: string }>(
    "SELECT answer FROM answers WHERE attestation = ? AND question = ? AND revision = ?",
    ...key,
  );
  const what = `save ${comment} of ${question}`;
  const other = found.filter(({ answer }) => JSON.parse(answer).comment !== comment);
  if (other.length > 0) return [`${what}: something else is kept: ${other[0]?.answer}`];
  const lost = unless(what, found.length, ...(told ? [1] : [0, 1]));
  const kept = count(
    record,
    `audit_events WHERE action = 'answer.saved' AND subject_id = ? AND json_extract(details, '$.question') = ? AND json_extract(details, '$.revision') = ?`,
    ...key,
  );
  return [...lost, ...unless(`${what}: events`, kept, found.length)];
}

function paperFaults(record: RecordFile, dataDir: string, paper: Paper): readonly string[] {
  const { attestation, question, sha256, told } = paper;
  const found = count(
    record,
    "evidence WHERE attestation = ? AND question = ? AND sha256 = ? AND removed_at IS NULL",
    attestation,
    question,
    sha256,
  );
  const what = `document ${sha256.slice(0, 8)} of ${question}`;
  const kept = count(
    record,
    "audit_events WHERE action = 'evidence.added' AND subject_id = ? AND json_extract(details, '$.sha256') = ?",
    attestation,
    sha256,
  );
  const faults = [...unless(what, found, ...(told ? [1] : [0, 1])), ...unless(`${what}: events`, kept, found)];
  if (found === 0) return faults;
  const file = join(dataDir, "evidence", sha256.slice(0, 2), sha256);
  if (!existsSync(file)) return [...faults, `${what}: its file is not there`];
  const hash = createHash("sha256").update(readFileSync(file)).digest("hex");
  return hash === sha256 ? faults : [...faults, `${what}: its file is another`];
}

function signatureFaults(record: RecordFile, { attestation, told }: Signature): readonly string[] {
  const signed = count(record, "declarations WHERE attestation = ?", attestation);
  const what = `signature of ${attestation}`;
  return [
    ...unless(what, signed, ...(told ? [1] : [0, 1])),
    ...unless(`${what}: ratings`, count(record, "ratings WHERE attestation = ?", attestation), signed),
    ...unless(`${what}: events`, events(record, "attestation.submitted", attestation), signed),
    ...unless(`${what}: events of ratings`, events(record, "attestation.rated", attestation), signed),
    ...unless(
      `${what}: submitted`,
      count(record, "attestations WHERE id = ? AND state = 'submitted'", attestation),
      signed,
    ),
    ...unless(
      `${what}: receipts`,
      count(
        record,
        "mails WHERE kind = 'receipt' AND invitation = (SELECT invitation FROM attestations WHERE id = ?)",
        attestation,
      ),
      signed,
    ),
  ];
}

/** The job of an import is kept under a hash of what was chosen, and names the upload. */
const importJob = "jobs WHERE kind = 'suppliers.import' AND json_extract(payload, '$.upload') = ?";

function isImported(record: RecordFile, { upload = "" }: List): boolean {
  return count(record, `${importJob} AND state = 'done'`, upload) === 1;
}

/** Notes which imports have ended, and has those confirmed again whose process died too often. */
export function followImports(record: RecordFile, { lists }: Ledger): void {
  for (const list of lists) {
    if (!list.imported.told) continue;
    list.isThere ||= isImported(record, list);
    if (count(record, `${importJob} AND state = 'failed' AND last_error = ?`, list.upload ?? "", givenUp) === 0)
      continue;
    list.imported.told = false;
    list.givenUp += 1;
  }
}

function importFaults(record: RecordFile, list: List): readonly string[] {
  const { names, upload = "", imported } = list;
  // One that nobody imported: its suppliers were there.
  if (upload === "") return [];
  const what = `import ${upload}`;
  const confirmed = count(
    record,
    "audit_events WHERE action = 'suppliers.import-confirmed' AND json_extract(details, '$.file') = ?",
    upload,
  );
  const isDone = isImported(record, list);
  const found = record.rows<{ name: string; n: number; events: number }>(
    `SELECT name, count(*) AS n, (SELECT count(*) FROM audit_events WHERE subject_id = suppliers.id AND action = 'supplier.added') AS events
     FROM suppliers WHERE name IN (SELECT value FROM json_each(?)) GROUP BY name`,
    JSON.stringify(names),
  );
  return [
    // Confirmed again long after its end it may be begun anew; it then finds that nothing is left to do.
    ...(imported.told && confirmed === 0 ? [`${what}: the confirmation is not on record`] : []),
    ...unless(`${what}: jobs`, count(record, importJob, upload), confirmed === 0 ? 0 : 1),
    ...found.flatMap(({ name, n, events: added }) => [
      ...unless(`${what}: ${name}`, n, 1),
      ...unless(`${what}: events of ${name}`, added, 1),
    ]),
    ...(isDone ? unless(`${what}: suppliers`, found.length, names.length) : []),
    ...(isDone
      ? unless(
          `${what}: events of its end`,
          count(
            record,
            "audit_events WHERE action = 'suppliers.imported' AND json_extract(details, '$.file') = ?",
            upload,
          ),
          ...(list.givenUp > 0 ? [0, 1] : [1]),
        )
      : []),
  ];
}

function launchFaults(record: RecordFile, { campaign = "", names, launched }: List): readonly string[] {
  const what = `launch of ${campaign}`;
  const begun = count(record, "launches WHERE campaign = ?", campaign);
  const isOver = count(record, "launches WHERE campaign = ? AND ended_at IS NOT NULL", campaign) === 1;
  const [found] = record.rows<Record<"invitations" | "suppliers" | "attestations" | "mails" | "events", number>>(
    `SELECT count(DISTINCT i.id) AS invitations, count(DISTINCT i.supplier) AS suppliers, count(DISTINCT a.id) AS attestations,
       count(DISTINCT m.id) AS mails, count(DISTINCT e.seq) AS events
     FROM invitations i LEFT JOIN attestations a ON a.invitation = i.id
       LEFT JOIN mails m ON m.invitation = i.id AND m.kind = 'invitation'
       LEFT JOIN audit_events e ON e.subject_id = i.id AND e.action = 'invitation.created'
     WHERE i.campaign = ?`,
    campaign,
  );
  const { invitations = 0, ...beside } = found ?? {};
  return [
    ...unless(what, begun, ...(launched.told ? [1] : [0, 1])),
    ...unless(`${what}: events`, events(record, "campaign.launched", campaign), begun),
    ...unless(`${what}: events of its end`, events(record, "campaign.invited", campaign), isOver ? 1 : 0),
    ...Object.entries(beside).flatMap(([name, n]) => unless(`${what}: ${name}`, n, invitations)),
    ...(isOver ? unless(`${what}: invitations`, invitations, names.length) : []),
    ...(invitations > names.length ? [`${what}: ${invitations} invitations to ${names.length} suppliers`] : []),
  ];
}

/** What is on record and was sent by nobody, once all that was sent was told. */
export function countFaults(record: RecordFile, ledger: Ledger): readonly string[] {
  const papers = new Set(ledger.papers.map(({ attestation }) => attestation));
  const savers = [...new Set(ledger.saves.map(({ attestation }) => attestation))];
  const sum = (sql: string, ids: Iterable<string>) => [...ids].reduce((total, id) => total + count(record, sql, id), 0);
  return [
    ...unless("documents in all", sum("evidence WHERE attestation = ?", papers), ledger.papers.length),
    ...unless("answers in all", sum("answers WHERE attestation = ?", savers), ledger.saves.length),
    ...unless(
      "events of answers in all",
      sum("audit_events WHERE action = 'answer.saved' AND subject_id = ?", savers),
      ledger.saves.length,
    ),
  ];
}

/** Jobs that somebody waits for and that have not ended well. */
export function openJobs(record: RecordFile): readonly string[] {
  const left = record.rows<{ kind: string; state: string; attempts: number; said: string | null }>(
    "SELECT kind, state, attempts, last_error AS said FROM jobs WHERE org <> '' AND state <> 'done'",
  );
  return left.map(({ kind, state, attempts, said }) =>
    [`a job ${kind} at try ${attempts}`, ...(said === null ? [] : [`after "${said}"`]), `is ${state}`].join(" "),
  );
}

type MailRow = {
  readonly id: string;
  readonly kind: string;
  readonly message_id: string;
  readonly recipient: string;
  readonly state: string;
  readonly sent: number;
  readonly said: string | null;
};

/**
 * Each mail arrived, and more than once only where the process that sent it was killed before it could write that down: in the
 * life of one process it arrives once. No address gets two mails of one campaign.
 */
export function mailFaults(record: RecordFile, { arrivals, lists }: Ledger): readonly string[] {
  const mails = record.rows<MailRow>(
    `SELECT id, kind, message_id, recipient, state, last_error AS said,
       (SELECT count(*) FROM audit_events WHERE subject_id = mails.id AND action = 'mail.sent') AS sent
     FROM mails WHERE kind <> 'invitation' OR invitation IN (SELECT id FROM invitations WHERE campaign IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(lists.map(({ campaign }) => campaign)),
  );
  const invited = lists.flatMap(({ names, launched }) => (launched.told ? names : [])).map(mailOf);
  const known = new Map(arrivals.map(({ messageId, to }) => [messageId, to]));
  const once = new Set(arrivals.map(({ messageId, life }) => `${life} ${messageId}`));
  const addressees = [...known.values()].filter((to) => to.endsWith("@mill.example"));
  return [
    ...unless("mails that came twice in the life of one process", arrivals.length - once.size, 0),
    ...mails
      .filter(isDue)
      .flatMap(({ message_id: id, recipient, state, sent, said }) => [
        ...(state === "sent" ? unless(`mail ${id}: events`, sent, 1) : [`the mail ${id} is ${state} after "${said}"`]),
        ...(known.get(id) === recipient ? [] : [`the mail ${id} did not arrive at ${recipient}`]),
      ]),
    ...unless("invited addresses", new Set(addressees).size, invited.length),
    ...unless("mails to invited addresses", addressees.length, invited.length),
  ];
}

/** A code that was used, or that a newer one replaced, while its mail was held up is not sent any more: nobody could use it. */
function isDue({ kind, state, said }: MailRow): boolean {
  return !(kind === "code" && state === "failed" && said === "code-over");
}

/** How many mails came again with the Message-ID of one that had come. */
export function repeatsOf({ arrivals }: Ledger): number {
  return arrivals.length - new Set(arrivals.map(({ messageId }) => messageId)).size;
}
