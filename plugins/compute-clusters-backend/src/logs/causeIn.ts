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

/** A line may be a whole query plan; what it is about stands at its beginning. */
const LENGTH = 1_000;

/**
 * The words of a log's tail that tell why a process ended: the last cause of the exception that ended it, else the last
 * exception of all, else the last line that sounds like a fault, else the last line. Frames of stack traces tell nothing.
 */
export function causeIn(log: string | undefined): string | undefined {
  const lines = tellingLines(log);
  return faultOf(lines) ?? last(lines, withoutTime);
}

/** As {@link causeIn}, if the log names an exception or sounds like a fault. */
export function faultIn(log: string | undefined): string | undefined {
  return faultOf(tellingLines(log));
}

/** Whether more of a log than this tail may tell better why a process ended: it begins in a stack trace, or tells of no fault. */
export function leavesCauseOpen(tail: string | undefined): boolean {
  const [first] = (tail ?? '').split('\n');
  return isFrame(first) || faultIn(tail) === undefined;
}

/** Whether a line is one step of a stack trace, or nothing. */
export function isFrame(line: string): boolean {
  const text = line.slice(0, LENGTH).trim();
  return text === '' || FRAME.test(text);
}

/** Whether a line begins what the JVM says of the exception that ends it. */
export function isFatal(line: string): boolean {
  return FATAL.test(line.slice(0, LENGTH));
}

/** Whether a line was logged, rather than written by the JVM itself. */
export function isLogged(line: string): boolean {
  return LOGGED.test(line);
}

function tellingLines(log: string | undefined): string[] {
  return (log ?? '')
    .split('\n')
    .map(line => line.slice(0, LENGTH).trim())
    .filter(line => !isFrame(line) && !HARMLESS.test(line));
}

function faultOf(lines: string[]): string | undefined {
  return exceptionOf(lines) ?? last(lines, faultInLine);
}

function exceptionOf(lines: string[]): string | undefined {
  return (
    causeOfFatal(lines) ??
    last(lines, exceptionInLine) ??
    last(lines, line => MENTIONED.exec(line)?.[0])
  );
}

/** What is logged after it belongs to the end that it brought about. */
function causeOfFatal(lines: string[]): string | undefined {
  const start = lines.findIndex(isFatal);
  if (start < 0) {
    return undefined;
  }
  const [first, ...rest] = lines.slice(start);
  const end = rest.findIndex(isLogged);
  const trace = end < 0 ? rest : rest.slice(0, end);
  return (
    last(trace, line => CAUSE.exec(line)?.[1]) ??
    first.slice(first.search(FATAL)).replace(FATAL, '')
  );
}

function exceptionInLine(line: string): string | undefined {
  return CAUSE.exec(line)?.[1] ?? EXCEPTION.exec(line)?.[1];
}

function faultInLine(line: string): string | undefined {
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
