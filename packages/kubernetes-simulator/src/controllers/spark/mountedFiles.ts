import { childOf } from '../../objects/json';
import type { KeyToPath, Pod, VolumeSource } from '../../objects/Pod';
import type { ResourceType } from '../../resources/ResourceType';
import { CONFIG_MAPS, SECRETS } from '../../resources/resourceTypes';
import type { ObjectStore } from '../../storage/ObjectStore';

function contentOf(
  store: ObjectStore,
  pod: Pod,
  type: ResourceType,
  name: string | undefined,
): Array<[string, string]> {
  const source = name && store.get(type, pod.metadata.namespace, name);
  if (!source) return [];
  return Object.entries(childOf(source, 'data')).map(([key, value]) => [
    key,
    type === SECRETS
      ? Buffer.from(String(value), 'base64').toString('utf8')
      : String(value),
  ]);
}

function pathOf(
  key: string,
  items: KeyToPath[] | undefined,
): string | undefined {
  return items ? items.find(item => item.key === key)?.path : key;
}

function filesOf(
  store: ObjectStore,
  pod: Pod,
  { secret, configMap }: VolumeSource,
): Array<[string, string]> {
  const secretName = secret?.secretName ?? secret?.name;
  const sources = [
    { content: contentOf(store, pod, SECRETS, secretName), from: secret },
    {
      content: contentOf(store, pod, CONFIG_MAPS, configMap?.name),
      from: configMap,
    },
  ];
  return sources.flatMap(({ content, from }) =>
    content.flatMap(([key, text]): Array<[string, string]> => {
      const path = pathOf(key, from?.items);
      return path ? [[path, text]] : [];
    }),
  );
}

/** The files that a pod's first container finds, by their absolute paths. */
export function mountedFiles(
  store: ObjectStore,
  pod: Pod,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const mount of pod.spec.containers[0]?.volumeMounts ?? []) {
    const volume = pod.spec.volumes?.find(({ name }) => name === mount.name);
    if (!volume) continue;
    const sources = [volume, ...(volume.projected?.sources ?? [])];
    for (const source of sources) {
      for (const [path, text] of filesOf(store, pod, source)) {
        const single = mount.subPath === path;
        if (mount.subPath && !single) continue;
        files.set(
          single ? mount.mountPath : `${mount.mountPath}/${path}`,
          text,
        );
      }
    }
  }
  return files;
}
