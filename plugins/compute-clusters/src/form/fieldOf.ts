import { specSchema } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type {
  ClusterField,
  ClusterFormValues,
  SettingRow,
  TagRow,
} from './clusterFormValues';
import { isClusterField } from './formFields';

/** The field in an object or row that shows what is wrong with all of it. */
const MAIN_FIELDS = ['', '.value', '.name', '.nodeType', '.timeZone'];

const TAGS = 'spec.tags.';
const SETTING = /^spec\.(environment|sparkConf)\.(\d+)\.(value|secret)/;

/**
 * The field that shows a problem of this path, if the form has one. Rows may be written as `[3]` or `.3`; what lies
 * deeper than the form's fields belongs to the nearest one above.
 */
export function fieldOf(
  path: string,
  values: ClusterFormValues,
): ClusterField | undefined {
  // A namespace is chosen together with its Kubernetes cluster.
  if (path === 'kubernetesCluster') return 'namespace';
  if (path.startsWith(TAGS)) {
    return tagField(path.slice(TAGS.length), values.spec.tags);
  }
  const dotted = path.replace(/\[(\d+)\]/g, '.$1');
  return settingField(dotted, values) ?? nearestField(dotted);
}

function nearestField(path: string): ClusterField | undefined {
  const field = MAIN_FIELDS.map(main => path + main).find(isClusterField);
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  return field ?? (parent ? nearestField(parent) : undefined);
}

/** Of a row's fields for values, only those of its kind are on the page. */
function settingField(
  path: string,
  { spec }: ClusterFormValues,
): ClusterField | undefined {
  const [, list, row] = SETTING.exec(path) ?? [];
  if (list !== 'environment' && list !== 'sparkConf') return undefined;
  const shown = shownFields(spec[list][Number(row)]);
  const field = shown.find(each => path.endsWith(`.${each}`)) ?? shown[0];
  return nearestField(`spec.${list}.${row}.${field}`);
}

function shownFields(row: SettingRow | undefined): string[] {
  if (row?.kind === 'reference') return ['secret.ref.name', 'secret.ref.key'];
  return [row?.kind === 'secret' ? 'secret.value' : 'value'];
}

/** A tag's problems carry its key, whatever is wrong: a key that is right on its own has a wrong value. */
function tagField(key: string, tags: readonly TagRow[]): ClusterField {
  const row = tags.findIndex(tag => tag.key === key);
  if (row < 0) return 'spec.tags';
  return isTagKey(key) ? `spec.tags.${row}.value` : `spec.tags.${row}.key`;
}

function isTagKey(key: string): boolean {
  const { success } = specSchema.safeParse({
    deploymentType: 'single-node',
    driver: { nodeType: 'any' },
    tags: { [key]: '' },
  });
  return success;
}
