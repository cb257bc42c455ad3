import { readFileSync } from 'node:fs';

/** Of the kernel, for user space; 100 on every Linux. */
const TICKS_PER_SECOND = 100;

/** Seconds of processor time that a process has used so far, with all its threads. */
export function processSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // After the name, which may hold anything, the state is the 3rd field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [userTicks, systemTicks] = fields.slice(11, 13).map(Number);
  return (userTicks + systemTicks) / TICKS_PER_SECOND;
}
