export { openToSandbox } from './answerHeaders';
export { ERROR_PAGE_POLICY, errorPage } from './errorPage';
export {
  SparkUiClosedError,
  SparkUiMethodError,
  SparkUiSignInError,
  SparkUiTicketError,
} from './errors';
export { sendAnswer } from './sendAnswer';
export { SparkUi } from './SparkUi';
export { SparkUiTickets, type SparkUiTicket } from './SparkUiTickets';
export { uiAddressOf, type UiAddress } from './uiAddress';
