import { Fragment } from "react";

/** Links from question codes to their answers further down the page. */
export function AnswerLinks({ codes }: { codes: readonly string[] }) {
  return codes.map((code, place) => (
    <Fragment key={code}>
      {place > 0 && ", "}
      <a className="num" href={`#answer-${code}`}>
        {code}
      </a>
    </Fragment>
  ));
}
