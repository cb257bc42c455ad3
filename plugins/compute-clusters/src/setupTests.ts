import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import 'jest-axe/extend-expect';

// The first page of a file is compiled while the test waits for it, on whatever machine.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

// jsdom has no layout, so nothing scrolls.
HTMLElement.prototype.scrollIntoView = () => {};
window.scrollTo = () => {};
