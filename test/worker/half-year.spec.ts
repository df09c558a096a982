import { roles, type RoleName } from '@app/access';
import { day, dayOf, newId } from '@app/kernel';
import { plan } from '../../apps/worker/src/demo/plan.js';
import { play, type Stage } from '../../apps/worker/src/demo/play.js';
import { auditBooks } from '../support/audit-books.js';
import { World } from '../support/world.js';

const complaints = Number(process.env.DEMO_COMPLAINTS ?? 60);
const today = day('2026-11-22');

let world: World;
let stage: Stage;

beforeAll(async () => {
  world = await World.make();
  const now = new Date('2026-11-22T03:00:00Z');
  const system = { ...world.person({ now, today: dayOf(now, 'Asia/Shanghai') }), personId: null };
  stage = { database: world.database, keys: world.intake, system, people: Object.fromEntries(Object.keys(roles).map((role) => [role as RoleName, newId()])) };
}, 60_000);
afterAll(() => world?.drop());

it('plays', async () => {
  const t = Date.now(); const c = process.cpuUsage();
  const played = await play(stage, plan({ today, complaints }));
  console.log(played, Date.now() - t, process.cpuUsage(c));
  console.log(await world.test.asAdmin('select state, outcome, count(*) from complaint group by 1,2 order by 1,2'));
  console.log(await world.test.asAdmin('select what, step, count(*) from clock_event group by 1,2 order by 1,2'));
  console.log(await auditBooks(world.test.asAdmin));
}, 600_000);
