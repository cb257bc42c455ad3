import { UsageReport } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { toCsv } from './toCsv';

const figures = { driverSeconds: 3600, executorSeconds: 10, cost: 12.5 };

const report = (groups: UsageReport['groups']): UsageReport => ({
  from: new Date('2026-01-01T00:00:00Z'),
  to: new Date('2026-01-31T00:00:00Z'),
  groupBy: 'team',
  currency: 'EUR',
  total: figures,
  groups,
});

const cellsOf = (csv: string) => csv.split('\r\n')[1];

describe('toCsv', () => {
  it('has a row for each group', () => {
    const csv = toCsv(
      report([{ key: 'group:default/a', label: 'a', figures }]),
    );
    expect(csv).toBe(
      'team,name,driverSeconds,executorSeconds,cost,currency\r\n' +
        'group:default/a,a,3600,10,12.5,EUR\r\n',
    );
  });

  it.each([
    ['a comma', 'a,b', '"a,b"'],
    ['a quote', 'a"b', '"a""b"'],
    ['a new line', 'a\nb', '"a\nb"'],
    ['a formula', '=1+1', "'=1+1"],
    ['a formula with a plus', '+1', "'+1"],
    ['a formula with a minus', '-1', "'-1"],
    ['a formula with an at', '@SUM(A1)', "'@SUM(A1)"],
    ['a formula with a quote', '=A("x")', '"\'=A(""x"")"'],
  ])('keeps %s in its cell', (_, key, cell) => {
    const csv = toCsv(report([{ key, figures }]));
    expect(cellsOf(csv)).toBe(`${cell},,3600,10,12.5,EUR`);
  });
});
