import {
  V1PodSecurityContext,
  V1SecurityContext,
} from '@kubernetes/client-node';

/** User and group of the official Spark images. */
const SPARK_USER = 185;

/** Security context of driver and executor pods; passes the Pod Security Standard `restricted`. */
export function podSecurityContext(): V1PodSecurityContext {
  return {
    runAsNonRoot: true,
    runAsUser: SPARK_USER,
    runAsGroup: SPARK_USER,
    // volumes are writable for Spark
    fsGroup: SPARK_USER,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** Security context of their containers. */
export function containerSecurityContext(): V1SecurityContext {
  return { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
}
