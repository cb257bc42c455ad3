import { UsageReport } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** The media type that spreadsheets ask for. */
export const CSV_TYPE = 'text/csv';

/** A report as RFC 4180 has it, one row for each group. Cost is in minor units. */
export function toCsv(report: UsageReport): string {
  const rows = [
    [
      report.groupBy,
      'name',
      'driverSeconds',
      'executorSeconds',
      'cost',
      'currency',
    ],
    ...report.groups.map(({ key, label, figures }) => [
      key,
      label ?? '',
      String(figures.driverSeconds),
      String(figures.executorSeconds),
      String(figures.cost),
      report.currency ?? '',
    ]),
  ];
  return rows.map(row => `${row.map(cellOf).join(',')}\r\n`).join('');
}

/** A spreadsheet would take a text that begins so for a formula, and run it. */
const FORMULA = /^[=+\-@\t\r]/;

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
