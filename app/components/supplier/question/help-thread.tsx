import type { HelpThreadView } from "#app/views/supplier/help";

/** What was asked about a question and answered. What people typed stands as they typed it. */
export function HelpThread({ thread }: { thread: HelpThreadView }) {
  return (
    <section className="flow" aria-labelledby="thread">
      <h2 id="thread">{thread.title}</h2>
      {thread.lines.map(({ by, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages are only ever added at the end
        <blockquote key={at} className="record-quote">
          <p className="record typed-lines" dir="auto">
            {text}
          </p>
          <footer className="record-by">{by}</footer>
        </blockquote>
      ))}
    </section>
  );
}
