import type { Locator, Page } from 'playwright-core';

/** The states of a cluster, as the pages mark them. */
export type ShownState =
  | 'STARTING'
  | 'ACTIVE'
  | 'STOPPING'
  | 'STOPPED'
  | 'FAILED';

/** What a person does on the compute cluster pages. */
export class ClusterPages {
  constructor(private readonly page: Page) {}

  /** Goes to the list by the sidebar; a form that is filled in is left for good. */
  async openList(): Promise<void> {
    const { page } = this;
    const sidebar = page.getByTestId('sidebar-root');
    await sidebar.getByRole('link', { name: 'Compute clusters' }).click();
    const leave = page.getByRole('button', { name: 'Leave', exact: true });
    const create = page.getByRole('button', { name: 'Create cluster' });
    await leave.or(create).first().waitFor();
    if (await leave.isVisible()) await leave.click();
  }

  /** Goes to a cluster's page by its address. */
  async open(namespace: string, name: string): Promise<void> {
    await this.page.goto(`/compute-clusters/demo/${namespace}/${name}`);
  }

  /** The form's field for the name. */
  get nameField(): Locator {
    return this.page.getByRole('textbox', { name: 'Name' });
  }

  /** Fills in the form: multi-node, 0 to 4 executors, auto scaling. */
  async fillIn(
    cluster: { name: string; namespace: string },
    size = 'small',
  ): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'Create cluster' }).first().click();
    await this.nameField.fill(cluster.name);
    await this.choose('Namespace', new RegExp(`^${cluster.namespace}(?!-)`));
    await page.getByRole('radio', { name: /^Multi-node/ }).check();
    await this.choose('Driver node type', new RegExp(`^driver-${size}`));
    await this.choose('Executor node type', new RegExp(`^executor-${size}`));
    await page.getByRole('spinbutton', { name: 'Min executors' }).fill('0');
    await page.getByRole('spinbutton', { name: 'Max executors' }).fill('4');
    await page.getByRole('checkbox', { name: 'Auto scaling' }).check();
  }

  /** Looks the form over, and creates. */
  async create(): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: 'Review & Create' }).click();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
  }

  /** Presses the first such button of the page, and confirms where it asks. */
  async command(name: 'Start' | 'Restart' | 'Terminate'): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name, exact: true }).first().click();
    if (name !== 'Start') {
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    }
  }

  /** Takes one of the rarer actions from the menu of the cluster's page. */
  async takeFromMenu(name: 'Clone' | 'Delete'): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: /^More actions for/ }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  }

  /** Asks for the deletion; the dialog asks back. */
  async askToDelete(): Promise<Locator> {
    const { page } = this;
    await this.takeFromMenu('Delete');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    return dialog;
  }

  /** Types the cluster's name, and deletes it. */
  async delete(name: string): Promise<void> {
    const dialog = await this.askToDelete();
    await dialog.getByLabel(`Type ${name} to confirm`).fill(name);
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** The card of that title, on the page of an entity. */
  card(title: string): Locator {
    const heading = this.page.getByText(title, { exact: true });
    return this.page.locator('.MuiCard-root', { has: heading });
  }

  /** Waits until the page shows the state, by itself. */
  async shows(state: ShownState): Promise<void> {
    await this.page.locator(`[data-state=${state}]`).first().waitFor();
  }

  /** Chooses one of what the field of that label offers. */
  async choose(field: string, option: RegExp): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(`^${field}`) })
      .click();
    await this.page.getByRole('option', { name: option }).click();
  }
}
