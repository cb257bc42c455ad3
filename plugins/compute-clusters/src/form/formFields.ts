import type { ClusterField } from './clusterFormValues';

/** The tabs of the form, in their order. */
export const FORM_TABS = [
  'general',
  'configurations',
  'dependencies',
  'docker',
  'tags',
  'review',
] as const;

/** A tab of the form. */
export type FormTab = (typeof FORM_TABS)[number];

const SETTING_FIELDS = [
  'name',
  'kind',
  'value',
  'secret.value',
  'secret.ref.name',
  'secret.ref.key',
];

/** The fields of each tab, in the order of the page; `*` stands for the number of a row. */
const TAB_FIELDS: Record<FormTab, readonly string[]> = {
  general: [
    'name',
    'description',
    'namespace',
    'spec.deploymentType',
    'spec.driver.nodeType',
    'spec.executor.nodeType',
    'spec.executor.min',
    'spec.executor.max',
    'spec.executor.spot',
    'spec.autoScaling.enabled',
    'spec.autoScaling.idleTimeoutMinutes',
    'spec.executor.volume',
    'spec.autoTermination.enabled',
    'spec.autoTermination.idleMinutes',
    'spec.schedule.enabled',
    'spec.schedule.timeZone',
    ...rows('spec.schedule.windows', ['days', 'start', 'stop']),
  ],
  configurations: [
    ...rows('spec.environment', SETTING_FIELDS),
    ...rows('spec.sparkConf', SETTING_FIELDS),
    ...rows('spec.arguments', ['value']),
    'spec.javaOptions',
  ],
  dependencies: [
    ...rows('spec.dependencies.jars', ['value']),
    ...rows('spec.dependencies.files', ['value']),
    ...rows('spec.dependencies.pyFiles', ['value']),
    ...rows('spec.dependencies.packages', ['value']),
  ],
  docker: ['spec.image'],
  tags: rows('spec.tags', ['key', 'value']),
  review: [],
};

/** The list itself, then the fields of its rows. */
function rows(list: string, fields: readonly string[]): string[] {
  return [list, ...fields.map(field => `${list}.*.${field}`)];
}

const FIELDS = FORM_TABS.flatMap(tab =>
  TAB_FIELDS[tab].map(pattern => ({ tab, pattern })),
);
const PLACES = new Map(
  FIELDS.map(({ tab, pattern }, place) => [pattern, { tab, place }]),
);

const ROW_NUMBER = /\.(\d+)(?=\.)/;

/** The name of a field without the number of its row: `spec.tags.*.key`. */
export function patternOf(path: string): string {
  return path.replace(ROW_NUMBER, '.*');
}

function placeOf(path: string) {
  return PLACES.get(patternOf(path));
}

/** Whether the form has a field of this name. */
export function isClusterField(path: string): path is ClusterField {
  return placeOf(path) !== undefined;
}

/** The tab on which a field is. */
export function tabOf(field: ClusterField): FormTab {
  return placeOf(field)?.tab ?? 'general';
}

/** The fields in the order of the page, row by row. */
export function inPageOrder(fields: readonly ClusterField[]): ClusterField[] {
  const ranks = new Map(fields.map(field => [field, rankOf(field)]));
  const rank = (field: ClusterField) => ranks.get(field) ?? [];
  return [...fields].sort((a, b) => compare(rank(a), rank(b)));
}

/** Where the list (or the field itself) is, which row, where in the row. */
function rankOf(field: ClusterField): number[] {
  const [list, row = '-1'] = field.split(ROW_NUMBER);
  const place = placeOf(field)?.place ?? 0;
  return [placeOf(list)?.place ?? place, Number(row), place];
}

function compare(a: number[], b: number[]): number {
  const different = a.findIndex((rank, index) => rank !== b[index]);
  return different < 0 ? 0 : a[different] - b[different];
}

/** The fields of a tab that a check of the whole tab covers: single fields and whole lists. */
export function fieldsOfTab(tab: FormTab): ClusterField[] {
  return TAB_FIELDS[tab].filter(isClusterField).filter(isNoRow);
}

function isNoRow(field: ClusterField): boolean {
  return !field.includes('.*.');
}
