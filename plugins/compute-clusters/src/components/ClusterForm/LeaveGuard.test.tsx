import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FormProvider, useForm } from 'react-hook-form';
import { BrowserRouter, Link, Route, Routes } from 'react-router-dom';
import { errorApiRef } from '@backstage/core-plugin-api';
import { MockErrorApi, TestApiProvider } from '@backstage/test-utils';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { mockApis } from '@backstage/frontend-test-utils';
import { LeaveGuard } from './LeaveGuard';

function Form() {
  const form = useForm({ defaultValues: { name: '' } });
  return (
    <FormProvider {...form}>
      <input aria-label="Name" {...form.register('name')} />
      <LeaveGuard />
    </FormProvider>
  );
}

function Portal() {
  return (
    <TestApiProvider
      apis={[
        [translationApiRef, mockApis.translation()],
        [errorApiRef, new MockErrorApi()],
      ]}
    >
      <BrowserRouter>
        <Routes>
          <Route path="/" element={<Link to="/list">To the list</Link>} />
          <Route path="/list" element={<Link to="/form">To the form</Link>} />
          <Route path="/form" element={<Form />} />
        </Routes>
      </BrowserRouter>
    </TestApiProvider>
  );
}

const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('The leave guard', () => {
  beforeEach(async () => {
    window.history.pushState(null, '', '/');
    render(<Portal />);
    await userEvent.click(screen.getByText('To the list'));
    await userEvent.click(screen.getByText('To the form'));
  });

  const type = () => userEvent.type(screen.getByLabelText('Name'), 'etl');
  const goBack = async () => {
    window.history.back();
    await screen.findByRole('dialog', { name: 'Leave without saving?' });
    await waitFor(() => expect(window.location.pathname).toBe('/form'));
  };

  it('lets go back what is as it was', async () => {
    window.history.back();
    expect(await screen.findByText('To the form')).toBeVisible();
  });

  it('holds the back button, and what was entered stays', async () => {
    await type();
    await goBack();
    expect(screen.getByLabelText('Name')).toHaveValue('etl');
    await press('Stay');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByLabelText('Name')).toHaveValue('etl');
  });

  it('holds it again and again', async () => {
    await type();
    await goBack();
    await press('Stay');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await goBack();
    expect(screen.getByLabelText('Name')).toHaveValue('etl');
  });

  it('goes back where the person decides so', async () => {
    await type();
    await goBack();
    await press('Leave');
    expect(await screen.findByText('To the form')).toBeVisible();
    expect(window.location.pathname).toBe('/list');
    window.history.back();
    expect(await screen.findByText('To the list')).toBeVisible();
  });

  it('goes back as many pages as were asked for', async () => {
    await type();
    window.history.go(-2);
    await screen.findByRole('dialog', { name: 'Leave without saving?' });
    await waitFor(() => expect(window.location.pathname).toBe('/form'));
    await press('Leave');
    expect(await screen.findByText('To the list')).toBeVisible();
  });
});
