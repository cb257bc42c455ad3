import { useTexts } from '../../hooks/useTexts';

/** A reason of FAILED in words; one that this page does not know yet as its code. */
export function useFailureTitle() {
  const t = useTexts();
  const titles: Record<string, string> = {
    BackoffLimitExceeded: t('failure.BackoffLimitExceeded'),
    DriverExited: t('failure.DriverExited'),
    Evicted: t('failure.Evicted'),
    ForbiddenByKubernetes: t('failure.ForbiddenByKubernetes'),
    ImagePullFailed: t('failure.ImagePullFailed'),
    InvalidSpec: t('failure.InvalidSpec'),
    NameTaken: t('failure.NameTaken'),
    NamespaceNotFound: t('failure.NamespaceNotFound'),
    NodeLost: t('failure.NodeLost'),
    OutOfMemory: t('failure.OutOfMemory'),
    QuotaExceeded: t('failure.QuotaExceeded'),
    SparkContextStopped: t('failure.SparkContextStopped'),
    StartTimeout: t('failure.StartTimeout'),
    Unschedulable: t('failure.Unschedulable'),
  };
  return (reason: string): string =>
    titles[reason] ?? t('detail.failedTitle', { reason });
}
