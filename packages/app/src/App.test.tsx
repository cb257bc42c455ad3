import { render, screen } from '@testing-library/react';
import { app } from './App';

const configuration = {
  app: {
    title: 'Test',
    baseUrl: 'http://localhost:3000',
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

describe('the demo portal', () => {
  it('offers the demo users before sign-in', async () => {
    serveConfiguration();
    render(app.createRoot());
    expect(
      await screen.findByRole(
        'button',
        { name: /data-engineer/ },
        { timeout: 10_000 },
      ),
    ).toBeVisible();
  }, 20_000);
});
