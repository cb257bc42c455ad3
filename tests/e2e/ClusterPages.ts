import type { Page } from 'playwright-core';

/** The states of a cluster, as the pages mark them. */
export type ShownState = 'STARTING' | 'ACTIVE' | 'STOPPING' | 'STOPPED';

/** What a person does on the compute cluster pages. */
export class ClusterPages {
  constructor(private readonly page: Page) {}

  /** Goes to the list by the sidebar. */
  async openList(): Promise<void> {
    await this.page.getByRole('link', { name: 'Compute clusters' }).click();
    await this.page.getByRole('table', { name: 'Compute clusters' }).waitFor();
  }

  /** Goes to a cluster's page by its address. */
  async open(namespace: string, name: string): Promise<void> {
    await this.page.goto(`/compute-clusters/demo/${namespace}/${name}`);
  }

  /** Fills in the form: multi-node, 0 to 4 executors, auto scaling. */
  async fillIn(cluster: { name: string; namespace: string }): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Create cluster' }).first().click();
    await page.getByLabel('Name', { exact: false }).first().fill(cluster.name);
    await this.choose('Namespace', new RegExp(`^${cluster.namespace}\\b(?!-)`));
    await page.getByRole('radio', { name: /^Multi-node/ }).check();
    await this.choose('Driver node type', /^driver-small/);
    await this.choose('Executor node type', /^executor-small/);
    await page.getByLabel('Min executors').fill('0');
    await page.getByLabel('Max executors').fill('4');
    await page.getByLabel('Auto scaling').first().check();
  }

  /** Looks the form over, and creates. */
  async create(): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
  }

  /** Presses a button of the header, and confirms where it asks. */
  async command(name: 'Start' | 'Terminate'): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name, exact: true }).click();
    if (name === 'Terminate') {
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    }
  }

  /** Types the cluster's name, and deletes it. */
  async delete(name: string): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(`Type ${name} to confirm`).fill(name);
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Waits until the page shows the state, by itself. */
  async shows(state: ShownState): Promise<void> {
    await this.page.locator(`[data-state=${state}]`).first().waitFor();
  }

  private async choose(field: string, option: RegExp): Promise<void> {
    await this.page.getByLabel(field, { exact: false }).first().click();
    await this.page.getByRole('option', { name: option }).click();
  }
}
