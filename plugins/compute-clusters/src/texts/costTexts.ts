/** Texts of the page about hours and cost of all compute clusters. */
export const costTexts = {
  cost: {
    title: 'Cost',
    link: 'All costs',
    period: 'Period',
    'this-month': 'This month',
    'last-month': 'Last month',
    '30-days': 'Last 30 days',
    '90-days': 'Last 90 days',
    groupBy: 'By',
    team: 'Team',
    cluster: 'Compute cluster',
    namespace: 'Namespace',
    nodeType: 'Node type',
    day: 'Day (UTC)',
    download: 'Download CSV',
    downloadFailed: 'The CSV could not be downloaded: {{message}}',
    sum: 'Together {{amount}}',
    shown: 'by {{what}}, from {{from}} to {{to}} (UTC)',
    help: 'Drivers count while they are ready, executors while they run. Deleted compute clusters are included.',
    currency:
      'Costs are in {{currency}}; what has no price in it counts with its hours only.',
    noPrices: 'Nothing here has a price, so only hours are told.',
    chart:
      'Cost by {{what}}, {{most}} at most; the table below has the figures',
    chartHours:
      'Hours by {{what}}, {{most}} at most; the table below has the figures',
    inOrder: 'In the order of the table',
    first: 'The first {{number}} of the table',
    table: 'Hours and cost',
    error: 'Hours and cost could not be loaded',
    noneTitle: 'Nothing was used in this time',
    noneText:
      'Choose another period, or start a compute cluster: its hours and cost show up here while it works.',
    refusedTitle: 'You may not see costs',
    refusedText:
      "The portal's permission policy keeps hours and cost from you. Ask your platform team for the permission compute-clusters.usage.read.",
  },
} as const;
