import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseState } from './SavedState';
import { SimulatorFixture } from '../__testUtils__/SimulatorFixture';
import { jobManifest } from '../__testUtils__/manifests';

const JOBS = '/apis/batch/v1/namespaces/team/jobs';

describe('a state file', () => {
  let folder: string;
  let stateFile: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kubernetes-simulator-'));
    stateFile = join(folder, 'deep', 'state.json');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('lets the next start go on where this one ended', async () => {
    const first = await SimulatorFixture.start({ stateFile });
    await first.create(JOBS, jobManifest('etl'));
    first.clock.advance(500);
    const [before] = await first.pods();
    const revision = Number(before.metadata?.resourceVersion);
    await first.stop();

    const second = await SimulatorFixture.start({ stateFile });
    const [after] = await second.pods();
    expect(after.metadata?.uid).toBe(before.metadata?.uid);
    expect(after.status?.phase).toBe('Pending');
    second.clock.advance(2_000);
    const [running] = await second.pods();
    expect(running.status?.phase).toBe('Running');
    expect(Number(running.metadata?.resourceVersion)).toBeGreaterThan(revision);
    expect((await second.job('etl')).status?.active).toBe(1);
    await second.stop();
  });

  it('keeps the token, so that a kubeconfig stays good', async () => {
    const first = await SimulatorFixture.start({ stateFile, token: undefined });
    const token = first.kubeConfig.getCurrentUser()?.token;
    await first.stop();
    const second = await SimulatorFixture.start({
      stateFile,
      token: undefined,
    });
    expect(second.kubeConfig.getCurrentUser()?.token).toBe(token);
    await second.stop();
  });

  it('is written soon after a change, without a stop', async () => {
    const path = join(folder, 'state.json');
    const fixture = await SimulatorFixture.start({ stateFile: path });
    const changes = watch(folder);
    await fixture.create(JOBS, jobManifest('etl'));
    const saved = () => {
      try {
        return readFileSync(path, 'utf8').includes('"name":"etl"');
      } catch {
        return false;
      }
    };
    while (!saved()) await once(changes, 'change');
    expect(readFileSync(path, 'utf8')).toContain('"kind":"Job"');
    changes.close();
    await fixture.stop();
  });

  it('whose last line was cut off by a kill loses only that line', async () => {
    const first = await SimulatorFixture.start({ stateFile });
    await first.create(JOBS, jobManifest('etl'));
    await first.stop();
    appendFileSync(stateFile, '{"remove":"batch/v1 Job team e');
    const second = await SimulatorFixture.start({ stateFile });
    await expect(second.job('etl')).resolves.toBeDefined();
    await second.stop();
  });

  it('adds up what was put and removed', () => {
    const object = (name: string, version: string) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace: 'team', uid: 'u', resourceVersion: version },
    });
    const lines = [
      { version: 2, token: 't', revision: 5 },
      { put: object('a', '5') },
      { put: object('b', '5') },
      { remove: 'v1 Secret team a' },
      { put: object('b', '7') },
      { log: ['u', 1, 'line'] },
      { revision: 7 },
    ];
    const text = lines.map(line => `${JSON.stringify(line)}\n`).join('');
    expect(parseState(text)).toEqual({
      token: 't',
      revision: 7,
      objects: [object('b', '7')],
      logs: new Map([['u', [{ at: 1, text: 'line' }]]]),
    });
  });

  it('that is broken is kept aside', async () => {
    const path = join(folder, 'state.json');
    const broken = '{"version":2,\n{"put":{}}\n';
    writeFileSync(path, broken);
    const fixture = await SimulatorFixture.start({ stateFile: path });
    await fixture.stop();
    expect(readFileSync(`${path}.broken`, 'utf8')).toBe(broken);
  });
});
