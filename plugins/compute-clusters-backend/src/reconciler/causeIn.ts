/** One step of a stack trace; a tail may begin anywhere in one. */
const FRAME =
  /^at\s|^\.\.\. \d+ (more|common)|\((Native Method|Unknown Source|[\w$-]+\.(java|scala|kt)(:\d+)?)\)|^[^([]*[)\]]( ~?\[.*\])?$/;

/** An exception that nobody caught ends the JVM, and says so itself. */
const FATAL = /thread "main" /;

/** A line that is about an exception: its class, maybe after how it came about, of which a tail may have the end only. */
const EXCEPTION =
  /^(?:[^"]*"?[\w-]*" |.{0,7}\bby: |.{0,3}: )?([\w$.]*(?:Exception|Error)(?:\([\w$.]+\))?(?:: .*)?)$/;

/** A class that may be called anything. */
const CAUSE = /^Caused by: (.+)$/;

/** An exception somewhere in a line. */
const MENTIONED = /\b(?:\w+\.)+\w*(?:Exception|Error)\b.*/;

/** How a line begins that was logged. */
const LOGGED = /^(?:\S+Z )?(TRACE|DEBUG|INFO|WARN|ERROR|FATAL) /;

const HARMLESS = /^(?:\S+Z )?(TRACE|DEBUG|INFO) /;

/**
 * The words of a log's tail that tell why a process ended: the last cause of the exception that ended it, else the last
 * exception of all, else the last line that sounds like a fault. Frames of stack traces tell nothing.
 */
export function causeIn(log: string | undefined): string | undefined {
  const lines = (log ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !FRAME.test(line) && !HARMLESS.test(line));
  return (
    causeOfFatal(lines) ??
    last(lines, exceptionIn) ??
    last(lines, line => MENTIONED.exec(line)?.[0]) ??
    last(lines, faultIn) ??
    last(lines, withoutTime)
  );
}

/** What is logged after it belongs to the end that it brought about. */
function causeOfFatal(lines: string[]): string | undefined {
  const start = lines.findIndex(line => FATAL.test(line));
  if (start < 0) {
    return undefined;
  }
  const [first, ...rest] = lines.slice(start);
  const end = rest.findIndex(line => LOGGED.test(line));
  const trace = end < 0 ? rest : rest.slice(0, end);
  return (
    last(trace, line => CAUSE.exec(line)?.[1]) ??
    first.slice(first.search(FATAL)).replace(FATAL, '')
  );
}

function exceptionIn(line: string): string | undefined {
  return CAUSE.exec(line)?.[1] ?? EXCEPTION.exec(line)?.[1];
}

function faultIn(line: string): string | undefined {
  return /\b(error|failed|cannot)\b/i.test(line)
    ? withoutTime(line)
    : undefined;
}

function withoutTime(line: string): string {
  return line.replace(LOGGED, '');
}

function last(
  lines: string[],
  find: (line: string) => string | undefined,
): string | undefined {
  return [...lines]
    .reverse()
    .map(find)
    .find(found => found !== undefined);
}
