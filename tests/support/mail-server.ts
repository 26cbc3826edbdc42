import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type Received = {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly mail: Email;
};

export type MailServer = {
  readonly url: string;
  readonly received: Received[];
  close(): Promise<void>;
};

/** What the server answers a recipient or a message with; nothing means that it is accepted. */
type Answer = { readonly code: number; readonly text: string } | undefined;

export type MailServerOptions = {
  recipient?: (address: string) => Answer;
  /** Runs when a whole message has arrived, before the sender is told so. */
  arrived?: (message: Received) => void | Promise<void>;
};

function refusal(answer: NonNullable<Answer>): Error {
  return Object.assign(new Error(answer.text), { responseCode: answer.code });
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** A real mail server on loopback that keeps what it is sent. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, callback) => {
      const answer = options.recipient?.(address);
      callback(answer && refusal(answer));
    },
    onData: (stream, session, callback) => {
      const keep = async () => {
        const raw = await readAll(stream);
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
  });
  // A sender that is killed in the middle is part of the tests, not a fault of the server.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
