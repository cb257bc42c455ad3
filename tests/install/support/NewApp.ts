import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { applyDiff } from './applyDiff';
import { type ReadmeStep, readmeSteps } from './readmeSteps';
import { run } from './run';

const root = resolve(__dirname, '..', '..', '..');

// Of the Backstage release in backstage.json. It refuses Node 20, and asks for the app's name.
const CREATE_APP = [
  '--yes',
  ...['--package', 'node@22'],
  ...['--package', '@yarnpkg/cli-dist@4.13.0'],
  ...['--package', '@backstage/create-app@0.9.2'],
  '--call',
];

/**
 * What is published later is not of this release, but in the ranges of its packages: an app that mixed two releases shows
 * no sidebar. The versions that create-app seeds from the network would prevent it.
 */
const RELEASE_ENDS = Date.parse('2026-11-01');
const MINUTE_MS = 60_000;

// What Yarn keeps of an installation: most of it serves the next app as it is.
const INSTALLATION = ['node_modules', '.yarn/install-state.gz'];

/** How a new app is made. */
export interface NewAppOptions {
  /** Folder that does not exist yet; not below the repository, whose node_modules would hide what is not declared. */
  folder: string;
  /** Has the packed plugins. */
  registryUrl: string;
  /** With the classic frontend system. */
  legacy: boolean;
}

/** An app as `@backstage/create-app` makes it, to which READMEs are applied. */
export class NewApp {
  /** Makes one without installing anything; what an app there before it had installed is where `yarn install` looks for it. */
  static async create(options: NewAppOptions): Promise<NewApp> {
    const { folder, legacy } = options;
    const flags = legacy ? '--legacy --skip-install' : '--skip-install';
    await run(
      'npx',
      [...CREATE_APP, `backstage-create-app ${flags} --path '${folder}'`],
      { cwd: dirname(folder), input: 'portal\n' },
    );
    const app = new NewApp(folder);
    moveInstallation(app.kept, folder);
    app.seedVersions();
    app.useRegistry(options.registryUrl);
    app.writeYarnShim();
    return app;
  }

  private readonly configs = ['app-config.yaml'];

  private constructor(readonly folder: string) {}

  /** Its configuration files, relative to it. */
  get configFiles(): readonly string[] {
    return this.configs;
  }

  /** Follows the steps of a plugin's README, apart from those below other headings. */
  async follow(plugin: string, otherHeadings: string[] = []): Promise<void> {
    const file = join(root, 'plugins', plugin, 'README.md');
    for (const step of readmeSteps(readFileSync(file, 'utf8'))) {
      if (!otherHeadings.includes(step.heading)) {
        await this.apply(step).catch(error => {
          throw new Error(`${plugin}, ${step.heading}: ${error}`);
        });
      }
    }
  }

  /** Adds a configuration file over those that are there. */
  addConfig(name: string, text: string): void {
    this.write(name, text);
    this.configs.push(name);
  }

  /** Replaces a file of it. */
  write(file: string, text: string): void {
    const path = join(this.folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Reads a file of it. */
  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** Runs a command line in it. */
  async run(commandLine: string): Promise<string> {
    return run('bash', ['-euc', commandLine], {
      cwd: this.folder,
      env: {
        ...process.env,
        PATH: `${this.shims}${delimiter}${process.env.PATH}`,
        YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
        YARN_ENABLE_TELEMETRY: 'false',
      },
    });
  }

  /** Removes it, but not what is installed in it: the next app in this folder begins with that. */
  remove(): void {
    rmSync(this.kept, { recursive: true, force: true });
    moveInstallation(this.folder, this.kept);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Removes from Yarn's cache the packages of that version, which nobody needs again. */
  async forget(version: string): Promise<void> {
    const cache = (await this.run('yarn config get cacheFolder')).trim();
    for (const file of existsSync(cache) ? readdirSync(cache) : []) {
      if (file.startsWith('@compute-clusters-') && file.includes(version)) {
        rmSync(join(cache, file));
      }
    }
  }

  private async apply({ language, file, text }: ReadmeStep): Promise<void> {
    if (!file) {
      await this.run(text);
    } else if (file === 'app-config.yaml') {
      this.addConfig(`app-config.readme-${this.configs.length}.yaml`, text);
    } else if (language === 'diff') {
      this.write(file, applyDiff(this.read(file), text));
    } else if (existsSync(join(this.folder, file))) {
      throw new Error(`${file} is there already`);
    } else {
      this.write(file, text);
    }
  }

  // Beside it: no folder above an app may have node_modules.
  private get kept(): string {
    return `${this.folder}-installation`;
  }

  private get shims(): string {
    return join(this.folder, '.yarn', 'bin');
  }

  /** The versions that this repository is tested with, as create-app seeds those of its release from the network. */
  private seedVersions(): void {
    copyFileSync(join(root, 'yarn.lock'), join(this.folder, 'yarn.lock'));
    const ours = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const manifest = JSON.parse(this.read('package.json'));
    // A patch is a file of this repository.
    const versions = Object.entries<string>(ours.resolutions).filter(
      ([, range]) => !range.startsWith('patch:'),
    );
    manifest.resolutions = {
      ...manifest.resolutions,
      ...Object.fromEntries(versions),
    };
    manifest.dependenciesMeta = ours.dependenciesMeta;
    this.write('package.json', JSON.stringify(manifest, null, 2));
  }

  private useRegistry(url: string): void {
    const minutes = Math.floor((Date.now() - RELEASE_ENDS) / MINUTE_MS);
    appendFileSync(
      join(this.folder, '.yarnrc.yml'),
      `
npmMinimalAgeGate: ${minutes}
npmPreapprovedPackages: ['@compute-clusters/*']
npmScopes:
  compute-clusters:
    npmRegistryServer: ${url}
unsafeHttpWhitelist: [127.0.0.1]
`,
    );
  }

  // The app's own Yarn under its name. What a README adds is installed once, after all is added.
  private writeYarnShim(): void {
    const releases = join(this.folder, '.yarn', 'releases');
    const [release] = readdirSync(releases);
    mkdirSync(this.shims, { recursive: true });
    writeFileSync(
      join(this.shims, 'yarn'),
      `#!/bin/sh
case " $* " in *" add "*) set -- "$@" --mode=update-lockfile ;; esac
exec '${process.execPath}' '${join(releases, release)}' "$@"
`,
      { mode: 0o755 },
    );
  }
}

function moveInstallation(from: string, to: string): void {
  for (const path of INSTALLATION.filter(one => existsSync(join(from, one)))) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    renameSync(join(from, path), join(to, path));
  }
}
