import {
  formatCpu,
  formatMemory,
  formatMoney,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

const SECONDS_OF_AN_HOUR = 3_600;

/** Numbers as a language writes them. */
export type NumberFormats = {
  /** `1,234` */
  number: (value: number) => string;
  /** Millicores: `0.5 vCPU` */
  cpu: (millicores: number) => string;
  /** MiB: `1.5 TiB` */
  memory: (mib: number) => string;
  /** Minor units of a currency: `$1.77` */
  money: (minor: number, currency: string) => string;
  /** Hours to the hundredth, from seconds: `1,234.50` */
  hours: (seconds: number) => string;
};

/** The formats of a language, such as `en`. */
export function numberFormats(language: string): NumberFormats {
  const plain = new Intl.NumberFormat(language);
  const hundredths = new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return {
    number: value => plain.format(value),
    cpu: millicores => formatCpu(millicores, language),
    memory: mib => formatMemory(mib, language),
    money: (minor, currency) => formatMoney(minor, currency, language),
    hours: seconds => hundredths.format(seconds / SECONDS_OF_AN_HOUR),
  };
}
