import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeComputeClusters } from '../../../../__testUtils__/FakeComputeClusters';
import { aCluster, aStatus } from '../../../../__testUtils__/fixtures';
import { refusal } from '../../../../__testUtils__/refusal';
import { renderPortal } from '../../../../__testUtils__/renderPortal';
import { clusterIp, ingress } from './__testUtils__/connections';

const PATH = '/compute-clusters/demo/data-eng/etl?tab=connections';

const codeOf = (name: string) => screen.findByRole('region', { name });

describe('The tab Connections', () => {
  let api: FakeComputeClusters;
  beforeEach(() => {
    api = FakeComputeClusters.create(aCluster());
    api.connections = clusterIp();
  });

  it('has a card for each client, filled in for this cluster', async () => {
    renderPortal(PATH, api);
    expect(await codeOf('Python: Python')).toHaveTextContent(
      'sc://localhost:15002/',
    );
    expect(await codeOf('JDBC and beeline: JDBC URL')).toHaveTextContent(
      'jdbc:hive2://localhost:10000/default',
    );
    expect(await codeOf('Forward the ports')).toHaveTextContent(
      'kubectl --namespace data-eng port-forward service/etl 15002 10000',
    );
    expect(
      screen.getByRole('button', { name: 'Copy: Tableau, Server' }),
    ).toBeVisible();
  });

  it('follows the place that the client runs in, and says what cannot connect from there', async () => {
    renderPortal(PATH, api);
    await userEvent.click(
      await screen.findByLabelText('In a pod of namespace data-eng'),
    );
    expect(await codeOf('JDBC and beeline: JDBC URL')).toHaveTextContent(
      'jdbc:hive2://etl.data-eng.svc:10000/default',
    );
    expect(screen.queryByRole('region', { name: 'Python: Python' })).toBeNull();
    expect(
      screen.getAllByText(/^Clients send the token over TLS only/)[0],
    ).toBeVisible();
  });

  it('starts with what is exposed, and tells what is not', async () => {
    const message = 'Thrift asks for no password.';
    api.connections = { ...ingress(), thrift: null, message };
    renderPortal(PATH, api);
    expect(await codeOf('Python: Python')).toHaveTextContent(
      'sc://etl.example.com:443/;use_ssl=true',
    );
    expect(screen.getByText(message)).toBeVisible();
    expect(
      screen.getAllByText(/^Thrift is not open this way/)[0],
    ).toBeVisible();
  });

  it('copies a snippet with one click', async () => {
    const user = userEvent.setup();
    renderPortal(PATH, api);
    await user.click(
      await screen.findByRole('button', {
        name: 'Copy: JDBC and beeline, JDBC URL',
      }),
    );
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Copied');
  });

  it('puts the token into snippets only while it is shown', async () => {
    renderPortal(PATH, api);
    const python = await codeOf('Python: Python');
    expect(python).toHaveTextContent('SPARK_CONNECT_AUTHENTICATE_TOKEN');
    const show = screen.getByRole('button', { name: 'Show the token' });
    await waitFor(() => expect(show).toBeEnabled());
    await userEvent.click(show);
    expect(await codeOf('Token')).toHaveTextContent('token');
    await waitFor(() => expect(python).toHaveTextContent('token = "token"'));
    await userEvent.click(
      screen.getByRole('button', { name: 'Hide the token' }),
    );
    await waitFor(() =>
      expect(python).toHaveTextContent('SPARK_CONNECT_AUTHENTICATE_TOKEN'),
    );
    expect(screen.queryByRole('region', { name: 'Token' })).toBeNull();
  });

  const askToReplace = async () => {
    renderPortal(PATH, api);
    const rotate = await screen.findByRole('button', {
      name: 'Replace the token',
    });
    await waitFor(() => expect(rotate).toBeEnabled());
    await userEvent.click(rotate);
    return within(
      await screen.findByRole('dialog', { name: 'Replace the token of etl?' }),
    );
  };

  it('replaces no token before that is confirmed', async () => {
    const rotate = jest.spyOn(api, 'rotateConnectToken');
    const dialog = await askToReplace();
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(rotate).not.toHaveBeenCalled();
  });

  it('keeps the question open and says why when no token is replaced', async () => {
    api.rotateConnectToken = async () => {
      throw await refusal(409, 'It is being deleted');
    };
    const dialog = await askToReplace();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Replace the token' }),
    );
    expect(await dialog.findByText('It is being deleted')).toBeVisible();
  });

  it('says that a replaced token needs a restart', async () => {
    const dialog = await askToReplace();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Replace the token' }),
    );
    expect(await screen.findByText(/^The token is replaced/)).toBeVisible();
    expect(await codeOf('Token')).toHaveTextContent('next-token');
  });

  it('says that no client can connect while the driver is not ready', async () => {
    api = FakeComputeClusters.create(
      aCluster({ status: aStatus({ state: 'STOPPED' }) }),
    );
    api.connections = clusterIp();
    renderPortal(PATH, api);
    expect(await screen.findByText(/^No client can connect now/)).toBeVisible();
  });

  it.each([
    ['all cards', clusterIp()],
    [
      'cards that cannot connect',
      { ...ingress(), connect: null, thrift: null },
    ],
  ])('has no accessibility violation with %s', async (_, connections) => {
    api.connections = connections;
    const { container } = renderPortal(PATH, api);
    const heading = await screen.findByRole('heading', { name: 'SQL and BI' });
    expect(within(container).getByText('dbt')).toBeVisible();
    expect(heading).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });
});
