export { passTime } from './passTime';
export { RecordingNotifier } from './RecordingNotifier';
