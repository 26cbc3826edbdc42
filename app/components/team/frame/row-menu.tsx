import type { ReactNode } from "react";

type RowMenuProps = {
  /** One of its own on the page. */
  id: string;
  label: string;
  /** Whose menu it is, for who hears the button alone. */
  of: string;
  children: ReactNode;
};

/**
 * A button with what it opens: a popover, which the browser itself opens, closes by Escape and draws above everything, so that
 * no box that scrolls cuts it off, and no script is needed.
 */
export function RowMenu({ id, label, of, children }: RowMenuProps) {
  // React 18 has no names of its own for these attributes and writes them as they are.
  const [opens, opened] = [{ popovertarget: id }, { popover: "auto" }];
  return (
    <div className="row-menu">
      <button type="button" className="row-menu-button" {...opens}>
        {label}
        <span className="visually-hidden"> {of}</span>
      </button>
      <div id={id} className="menu-list" {...opened}>
        {children}
      </div>
    </div>
  );
}
