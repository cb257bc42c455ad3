import { numberFormats } from './numberFormats';

const plainSpaces = (text: string) => text.replace(/\u00a0/g, ' ');

describe('numberFormats', () => {
  it.each([
    ['en', '1,234', '0.5 vCPU', '1.5 GiB', '$1,284.00', '1,234.50'],
    ['de', '1.234', '0,5 vCPU', '1,5 GiB', '1.284,00 $', '1.234,50'],
  ])(
    'writes numbers, sizes, money and hours in %s',
    (language, number, cpu, memory, money, hours) => {
      const formats = numberFormats(language);
      expect(formats.number(1234)).toBe(number);
      expect(formats.cpu(500)).toBe(cpu);
      expect(formats.memory(1536)).toBe(memory);
      expect(plainSpaces(formats.money(128_400, 'USD'))).toBe(money);
      expect(formats.hours(4_444_200)).toBe(hours);
    },
  );
});
