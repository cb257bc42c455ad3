/** Whether it is the address of a web page, and so nothing that runs in the portal's own. Pure. */
export function isWebPage(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}
