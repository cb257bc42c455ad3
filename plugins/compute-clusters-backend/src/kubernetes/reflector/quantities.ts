const FACTORS: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const MIB = 2 ** 20;

/** A Kubernetes quantity of CPU in millicores; 0 for none. */
export function millicoresOf(quantity: string | undefined): number {
  return Math.round(parse(quantity) * 1000);
}

/** A Kubernetes quantity of memory in MiB; 0 for none. */
export function mebibytesOf(quantity: string | undefined): number {
  return Math.round(parse(quantity) / MIB);
}

function parse(quantity: string | undefined): number {
  const match = /^([-+]?[0-9.]+(?:e[-+]?[0-9]+)?)([a-zA-Z]*)$/.exec(
    quantity ?? '0',
  );
  const factor = match ? FACTORS[match[2]] : undefined;
  return match && factor !== undefined ? Number(match[1]) * factor : 0;
}
