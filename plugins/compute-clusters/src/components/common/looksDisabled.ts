/** For what looks disabled, and can be focused all the same and shows its tooltip to a mouse. */
export const LOOKS_DISABLED = {
  className: 'Mui-disabled',
  style: { pointerEvents: 'auto' },
} as const;
