/** Texts of the cards, tabs and menus on the pages of catalog entities. */
export const entityTexts = {
  entity: {
    card: 'Compute cluster',
    month: 'Cost this month',
    hidden:
      'You do not see this compute cluster: it has been deleted, or it belongs to a team that you are not in.',
    missing: 'This entity has no valid annotation {{annotation}}.',
    open: 'Compute cluster',
    start: 'Start compute cluster',
    terminate: 'Terminate compute cluster',
  },
  owned: {
    title: 'Compute clusters',
    none: 'No compute cluster yet.',
    noneVisible: 'No compute cluster that you may see.',
    all: 'Show all {{total}}',
    month: '{{cost}} this month',
  },
  dependsOn: {
    title: 'Compute clusters it depends on',
    none: 'It depends on no compute cluster.',
    noneHelp:
      'Name one under spec.dependsOn, such as resource:NAMESPACE/NAME, and it shows up here.',
    hidden: 'Belongs to a team that you are not in',
    first: 'The first {{shown}} of {{total}}.',
    error: 'The compute clusters it depends on could not be loaded',
  },
} as const;
