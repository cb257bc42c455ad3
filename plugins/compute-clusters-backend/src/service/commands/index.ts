export type { Command } from './Command';
export { CommandRefusal } from './CommandRefusal';
export { decideConfigure } from './decideConfigure';
export { decideDelete } from './decideDelete';
export { decideGiveUpPods } from './decideGiveUpPods';
export { decideKeepRunning } from './decideKeepRunning';
export { decideRestart } from './decideRestart';
export { decideStart } from './decideStart';
export { decideTerminate } from './decideTerminate';
