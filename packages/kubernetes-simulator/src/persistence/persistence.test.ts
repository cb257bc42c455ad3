import {
  mkdtempSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SimulatorFixture } from '../testing/SimulatorFixture';
import { jobManifest } from '../testing/manifests';

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
    changes.close();
    await fixture.stop();
    const { objects } = JSON.parse(readFileSync(path, 'utf8'));
    expect(objects.length).toBeGreaterThan(5);
  });

  it('that is broken is kept aside', async () => {
    const path = join(folder, 'state.json');
    writeFileSync(path, '{"version":1,');
    const fixture = await SimulatorFixture.start({ stateFile: path });
    await fixture.stop();
    expect(readFileSync(`${path}.broken`, 'utf8')).toBe('{"version":1,');
  });
});
