import { aNodeType } from '../../__testUtils__/fixtures';
import { nextNodeType } from './nextNodeType';

const driver = (name: string, memory: number, cpu = 1_000) =>
  aNodeType({ name, memory, cpu, forDriver: true });

const TYPES = [
  driver('large', 32_768),
  driver('medium-fast', 16_384, 4_000),
  driver('medium', 16_384, 2_000),
  driver('small', 8_192),
  aNodeType({ name: 'executor', memory: 12_288, forExecutor: true }),
];

describe('nextNodeType', () => {
  it.each([
    ['small', 'medium'],
    ['medium', 'large'],
    ['medium-fast', 'large'],
    ['large', undefined],
    ['gone', undefined],
  ])('after %s is %s', (name, next) => {
    expect(nextNodeType(TYPES, name)?.name).toBe(next);
  });
});
