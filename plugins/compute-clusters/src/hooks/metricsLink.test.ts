import { aCluster } from '../__testUtils__/fixtures';
import { metricsLink } from './metricsLink';

const CLUSTER = aCluster({ name: 'etl', namespace: 'data-eng' });

describe('metricsLink', () => {
  it.each([
    [
      'fills in the cluster',
      'https://grafana.example.com/d/spark?var-ns={{namespace}}&var-name={{ name }}',
      'https://grafana.example.com/d/spark?var-ns=data-eng&var-name=etl',
    ],
    [
      'leaves what it does not know',
      'http://grafana/{{owner}}/{{constructor}}',
      'http://grafana/{{owner}}/{{constructor}}',
    ],
    ['is nothing without a template', undefined, undefined],
    // eslint-disable-next-line no-script-url -- what must not pass
    ['is no script', 'javascript:alert({{name}})', undefined],
    ['is no data', 'data:text/html,{{name}}', undefined],
    ['is no path of the portal', '/grafana/{{name}}', undefined],
    ['is no broken address', 'https://', undefined],
  ])('%s', (_, template, link) => {
    expect(metricsLink(template, CLUSTER)).toBe(link);
  });

  it('encodes what it fills in', () => {
    const odd = { ...CLUSTER, name: 'a/../b?c=d&e#f' };
    expect(metricsLink('https://grafana/{{name}}', odd)).toBe(
      'https://grafana/a%2F..%2Fb%3Fc%3Dd%26e%23f',
    );
  });
});
