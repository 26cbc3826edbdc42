import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type Received = {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly mail: Email;
};

export type MailServer = {
  readonly url: string;
  readonly port: number;
  /** The user of each try to sign in. */
  readonly logins: string[];
  readonly received: Received[];
  close(): Promise<void>;
};

/** What the server answers a recipient or a message with; nothing means that it is accepted. */
type Answer = { readonly code: number; readonly text: string } | undefined;

export type MailServerOptions = {
  /** What it says to whoever connects; 421 or 554 turns everybody away. */
  greeting?: () => Answer;
  login?: (user: string) => Answer;
  sender?: (address: string) => Answer;
  recipient?: (address: string) => Answer;
  /** Runs when a whole message has arrived, before the sender is told so. */
  arrived?: (message: Received) => void | Promise<void>;
  message?: () => Answer;
  /** What smtp-server is started with besides, such as `hideSMTPUTF8`. */
  server?: SMTPServerOptions;
};

function refusal(answer: NonNullable<Answer>): Error {
  return Object.assign(new Error(answer.text), { responseCode: answer.code });
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** A real mail server on loopback that keeps what it is sent. `at`: its port, any free one where it is 0. */
export async function startMailServer(options: MailServerOptions = {}, at = 0): Promise<MailServer> {
  const received: Received[] = [];
  const logins: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    // A connection that a pool keeps open is cut when the test is over.
    closeTimeout: 500,
    disabledCommands: ["STARTTLS"],
    onConnect: (_session, callback) => {
      const answer = options.greeting?.();
      callback(answer && refusal(answer));
    },
    onAuth: ({ username = "" }, _session, callback) => {
      logins.push(username);
      const answer = options.login?.(username);
      if (answer) callback(refusal(answer));
      else callback(null, { user: username });
    },
    onMailFrom: ({ address }, _session, callback) => {
      const answer = options.sender?.(address);
      callback(answer && refusal(answer));
    },
    onRcptTo: ({ address }, _session, callback) => {
      const answer = options.recipient?.(address);
      callback(answer && refusal(answer));
    },
    onData: (stream, session, callback) => {
      const keep = async () => {
        const answer = options.message?.();
        const raw = await readAll(stream);
        if (answer) throw refusal(answer);
        const sender = session.envelope.mailFrom;
        const message: Received = {
          from: sender ? sender.address : "",
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw,
          mail: await PostalMime.parse(raw),
        };
        received.push(message);
        await options.arrived?.(message);
      };
      keep().then(() => callback(), callback);
    },
    ...options.server,
  });
  // A sender that is killed in the middle is part of the tests, not a fault of the server.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    logins,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
