import { Battle } from './kill/Battle';
import { FaultWorld } from './support/FaultWorld';
import { SeededRandom } from './support/SeededRandom';

const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 200);
const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);
const REPORTED_ROUNDS = 20;
const LONGEST_ROUND_MILLISECONDS = 60_000;

const say = (text: string) => process.stdout.write(`${text}\n`);

jest.setTimeout(ROUNDS * LONGEST_ROUND_MILLISECONDS);

describe('a backend that is killed at any moment of any command', () => {
  let world: FaultWorld;

  beforeAll(async () => {
    world = await FaultWorld.create();
  });
  afterAll(async () => {
    await world?.stop();
  });

  const fight = async (battle: Battle, round: number, random: SeededRandom) => {
    try {
      await battle.fight(random);
    } catch (error) {
      throw new Error(
        `FAULT_SEED=${SEED}, round ${round}: ${error}\n${world.lastWords}`,
      );
    }
    if (round % REPORTED_ROUNDS === 0) {
      say(`${round} rounds`);
    }
  };

  it(`loses nothing in ${ROUNDS} rounds`, async () => {
    say(`FAULT_SEED=${SEED} FAULT_ROUNDS=${ROUNDS}`);
    const seeds = new SeededRandom(SEED);
    const battle = await Battle.begin(world);
    for (let round = 1; round <= ROUNDS; round += 1) {
      await fight(battle, round, seeds.fork());
    }
    await battle.end();
    say(JSON.stringify(battle.tally));
    say(`${ROUNDS} rounds, 0 lost, 0 duplicates, 0 orphans`);
    expect(battle.tally.unanswered).toBeGreaterThan(0);
  });
});
