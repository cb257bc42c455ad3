import { Fragment } from 'react';
import { lowerCase } from './lowerCase';

// Colours of a terminal; Spark's own logs have none.
// eslint-disable-next-line no-control-regex
const ANSI = /\u001b\[[0-9;]*[A-Za-z]/g;

/** The text of a line, what is searched for marked. */
export function LogLine(props: { text: string; wanted: string }) {
  const text = props.text.replace(ANSI, '');
  const wanted = lowerCase(props.wanted);
  const lower = lowerCase(text);
  if (wanted === '') return <>{text}</>;
  const starts: number[] = [];
  for (
    let at = lower.indexOf(wanted);
    at >= 0;
    at = lower.indexOf(wanted, at + wanted.length)
  ) {
    starts.push(at);
  }
  return (
    <>
      {text.slice(0, starts[0])}
      {starts.map((at, index) => (
        <Fragment key={at}>
          <mark>{text.slice(at, at + wanted.length)}</mark>
          {text.slice(at + wanted.length, starts[index + 1])}
        </Fragment>
      ))}
    </>
  );
}
