/** Leads past what stands above every page; shown while it has the focus. */
export function SkipLink({ text }: { text: string }) {
  return (
    <a className="skip" href="#main">
      {text}
    </a>
  );
}
