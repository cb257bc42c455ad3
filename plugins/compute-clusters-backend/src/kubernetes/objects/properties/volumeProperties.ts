import { Volume } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** Spark uses a volume as scratch space if its name starts like this. */
const NAME = 'spark-local-dir-1';
const MOUNT_PATH = '/var/data/spark-scratch';

/** Mounts the executors' scratch volume. */
export function volumeProperties(
  volume: Volume | null,
): Record<string, string> {
  if (!volume) {
    return {};
  }
  const prefix = `spark.kubernetes.executor.volumes.${kindOf(volume)}.${NAME}`;
  const options = Object.entries(optionsOf(volume)).map(([name, value]) => [
    `${prefix}.options.${name}`,
    value,
  ]);
  return {
    ...Object.fromEntries(options),
    [`${prefix}.mount.path`]: MOUNT_PATH,
    [`${prefix}.mount.readOnly`]: 'false',
    // tells Spark that the space counts against the pod's memory
    ...(volume.type === 'tmpfs' && {
      'spark.kubernetes.local.dirs.tmpfs': 'true',
    }),
  };
}

/** Memory that a volume takes from the pod, in MiB. */
export function volumeMemory(volume: Volume | null): number {
  return volume?.type === 'tmpfs' ? (volume.sizeGiB ?? 0) * 1024 : 0;
}

function kindOf(volume: Volume): string {
  return volume.type === 'tmpfs' ? 'emptyDir' : volume.type;
}

function optionsOf(volume: Volume): Record<string, string> {
  switch (volume.type) {
    case 'hostPath':
      return { path: volume.path ?? '' };
    case 'nfs':
      return { server: volume.server ?? '', path: volume.path ?? '' };
    case 'persistentVolumeClaim':
      return { ...claimOptions(volume), ...sizeLimit(volume) };
    case 'tmpfs':
      return { medium: 'Memory', ...sizeLimit(volume) };
    default:
      return sizeLimit(volume);
  }
}

/** Spark makes a claim for each executor, owned by the driver pod, if it is given class and size. */
function claimOptions({ storageClass }: Volume): Record<string, string> {
  const claim = { claimName: 'OnDemand' };
  return storageClass ? { ...claim, storageClass } : claim;
}

function sizeLimit({ sizeGiB }: Volume): Record<string, string> {
  return sizeGiB ? { sizeLimit: `${sizeGiB}Gi` } : {};
}
