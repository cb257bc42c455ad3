import { render, screen } from '@testing-library/react';
import { App } from './App';

const configuration = {
  app: {
    title: 'Test',
    baseUrl: 'http://localhost:3001',
    demoSignIn: {
      users: [{ name: 'data-engineer', title: 'Data engineer', team: 'Data' }],
    },
  },
  backend: { baseUrl: 'http://localhost:7007' },
};

function serveConfiguration() {
  const script = document.createElement('script');
  script.type = 'backstage.io/config';
  script.textContent = JSON.stringify([
    { context: 'test', data: configuration },
  ]);
  document.head.append(script);
}

describe('the classic portal', () => {
  it('offers the demo users before sign-in', async () => {
    serveConfiguration();
    render(<App />);
    expect(
      await screen.findByRole(
        'button',
        { name: 'data-engineer' },
        { timeout: 10_000 },
      ),
    ).toBeVisible();
  }, 20_000);
});
