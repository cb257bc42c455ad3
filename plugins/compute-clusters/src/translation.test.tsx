import {
  createTranslationMessages,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeComputeClusters } from './__testUtils__/FakeComputeClusters';
import { aCluster, aStatus } from './__testUtils__/fixtures';
import { renderPortal } from './__testUtils__/renderPortal';
import { computeClustersTranslationRef } from './translation';

const HOUR_MS = 3_600_000;

const german = {
  language: 'de',
  texts: createTranslationResource({
    ref: computeClustersTranslationRef,
    translations: {
      de: async () => ({
        default: createTranslationMessages({
          ref: computeClustersTranslationRef,
          messages: {
            'header.lasting': 'seit {{time}}',
            'header.costNow': 'jetzt {{price}} die Stunde',
            'problem.required': 'Das fehlt.',
            'problem.tooLong': 'Höchstens {{max}} Zeichen.',
            'problem.platformOwned': 'Das geht nicht: {{reason}}.',
            'ownership.place': 'die Plattform bestimmt den Ort',
          },
        }),
      }),
    },
  }),
};

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const textbox = (name: RegExp) => screen.findByRole('textbox', { name });
const plainSpaces = (text: string) => text.replace(/\u00a0/g, ' ');

describe('In another language', () => {
  it('the page of a compute cluster writes times and money as that language does', async () => {
    const since = new Date(Date.now() - 3 * HOUR_MS);
    const observedAt = new Date(Date.now() - 120_000);
    const status = aStatus({ since, observedAt });
    renderPortal(
      '/compute-clusters/demo/data-eng/etl',
      FakeComputeClusters.create(aCluster({ status })),
      german,
    );
    expect(await screen.findByText(/^seit 3 Std\./)).toBeVisible();
    expect(screen.getByText('vor 2 Min.')).toBeVisible();
    const cost = await screen.findByText(/die Stunde$/);
    expect(plainSpaces(cost.textContent ?? '')).toBe('jetzt 0,63 $ die Stunde');
  });

  it('the form says there what is wrong,', async () => {
    const api = FakeComputeClusters.create();
    renderPortal('/compute-clusters/create', api, german);
    await userEvent.click(await screen.findByLabelText(/^Description/));
    await userEvent.paste('x'.repeat(1001));
    await userEvent.click(
      await screen.findByRole('tab', { name: /^Configurations/ }),
    );
    await userEvent.click(await button('Add property'));
    await userEvent.click((await screen.findAllByRole('textbox'))[0]);
    await userEvent.paste('spark.master');
    await userEvent.click(await button('Review & Create'));
    await userEvent.click(await button('Create'));
    const name = await textbox(/^Name/);
    await waitFor(() => expect(name).toHaveAccessibleDescription('Das fehlt.'));
    expect(screen.getByText('Höchstens 1.000 Zeichen.')).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: /^Configurations/ }));
    expect(
      screen.getByText('Das geht nicht: die Plattform bestimmt den Ort.'),
    ).toBeVisible();
  });
});
