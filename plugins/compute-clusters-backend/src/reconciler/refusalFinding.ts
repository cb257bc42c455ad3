import { because } from './because';
import { Finding } from './reasons';

/** Why Kubernetes refuses to make a driver's pod, from the message of its event FailedCreate. */
export function refusalFinding(message: string): Finding {
  if (/exceeded quota/i.test(message)) {
    return {
      reason: 'QuotaExceeded',
      message: `The namespace's quota has no room for the driver${because(
        shortfallIn(message),
      )}; terminate another cluster, choose a smaller node type or ask the platform team for more.`,
    };
  }
  if (/status unknown for quota/i.test(message)) {
    return {
      reason: 'Scheduling',
      message:
        "Kubernetes counts the namespace's quota, then makes the driver's pod.",
    };
  }
  return {
    reason: 'ForbiddenByKubernetes',
    message: `Kubernetes refuses the driver's pod${because(
      message,
    )}; choose another node type or ask the platform team.`,
  };
}

/** `requested: …, used: …, limited: …` out of a quota's refusal. */
function shortfallIn(message: string): string {
  return /requested: .*/is.exec(message)?.[0] ?? message;
}
