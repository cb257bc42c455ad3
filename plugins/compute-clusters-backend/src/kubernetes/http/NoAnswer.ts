/** Why a request was given up that nobody has answered in time. */
export class NoAnswer extends Error {
  constructor(milliseconds: number) {
    super(`no answer in ${milliseconds / 1000} s`);
    this.name = 'NoAnswer';
  }
}
