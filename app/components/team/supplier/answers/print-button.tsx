import { useEffect, useState } from "react";

/** Prints the page. Appears with the script that it needs; browsers print without it too. */
export function PrintButton({ label }: { label: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <button type="button" className="button button-second" onClick={() => window.print()}>
      {label}
    </button>
  );
}
