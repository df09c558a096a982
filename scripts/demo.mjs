/** The demonstration: a mall, its people and the first case, all through the public API; running it again changes nothing. */
import { client, Refused } from './demo/client.mjs';
import { people } from './demo/people.mjs';
import { playCase } from './demo/first-case.mjs';

const PASSWORD = 'jiatai-demo';
const emailOf = (name) => `${name}@jiatai.example`;

/** @returns {Promise<{ networkId: string, lines: string[] }>} the network, and what to print: the log-ins and a query to try */
export async function demo({ url, platformKey, halfYear }) {
  const platform = client(url, platformKey);
  const networkId = await foundMall(platform, url);
  const desk = await logIn(url, 'desk');
  if (!(await isPlayed(desk))) await playCase((name) => logIn(url, name), (memberId) => addPerson(url, 'shop', memberId));
  return { networkId, lines: linesFor(url, networkId, halfYear) };
}

/** The mall and its people; whoever is there already is left alone, so a start that was killed half-way goes on. */
async function foundMall(platform, url) {
  const { networkId, invitationCode } = await platform.act('provisionNetwork', 'networkId invitationCode', {
    idempotencyKey: 'demo', name: 'Jiatai Plaza', currency: 'CNY', zone: 'Asia/Shanghai', sandbox: true, administratorEmail: emailOf('admin'),
  });
  if (invitationCode) await accept(url, 'admin', invitationCode);
  for (const name of Object.keys(people)) if (!people[name].ofMember && name !== 'admin') await addPerson(url, name, null);
  return networkId;
}

async function addPerson(url, name, memberId) {
  if (await canLogIn(url, name)) return;
  const admin = await logIn(url, 'admin');
  // A code is shown once: after a start that was killed in between, only a new invitation helps.
  const { code } = await admin.act('invite', 'code', { idempotencyKey: `demo-${name}-${Date.now()}`, email: emailOf(name), roles: people[name].roles, memberId });
  await accept(url, name, code);
}

async function accept(url, name, code) {
  await client(url).act('acceptInvitation', 'personId', { code, displayName: people[name].title, password: PASSWORD });
}

async function logIn(url, name) {
  const { accessToken } = await client(url).act('logIn', 'accessToken', { email: emailOf(name), password: PASSWORD });
  return client(url, accessToken);
}

async function canLogIn(url, name) {
  try {
    return Boolean(await logIn(url, name));
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** The third case is the last thing the story leaves behind. */
async function isPlayed(desk) {
  const { compensationRequests } = await desk.ask('{ compensationRequests(first: 3) { edges { node { id } } } }');
  return compensationRequests.edges.length >= 3;
}

/** What to print; of the half year only where it is told. */
export function linesFor(url, networkId, halfYear) {
  const width = Math.max(...Object.keys(people).map((name) => emailOf(name).length));
  const json = (body) => JSON.stringify(body).replaceAll("'", String.raw`'\''`);
  const post = (body, more = '') => `curl -s ${url}/graphql -H 'content-type: application/json'${more} -d '${json(body)}'`;
  const logInQuery = { query: 'mutation($i:LogInInput!){logIn(input:$i){accessToken}}', variables: { i: { email: emailOf('finance'), password: PASSWORD } } };
  const coverage = '{ funds { edges { node { kind member { name } required { amount } posted { amount } held { amount } available { amount } called { amount } } } } }';
  return [
    '',
    `Demo network ${networkId}: Jiatai Plaza, a sandbox. Every password is ${PASSWORD}`,
    ...Object.entries(people).map(([name, { title }]) => `  ${emailOf(name).padEnd(width)}  ${title}`),
    '',
    'Try it: log in, then see what covers the demo shop.',
    `  TOKEN=$(${post(logInQuery)} | node -pe 'JSON.parse(fs.readFileSync(0)).data.logIn.accessToken')`,
    `  ${post({ query: coverage }, ' -H "authorization: Bearer $TOKEN"')}`,
    ...(halfYear ? ['Half a year of 40 shops and 600 complaints is told beside it during the first minutes (the README says what to ask it).'] : []),
    ...(process.env.NODE_ENV === 'production' ? [] : [`GraphiQL is at ${url}/graphiql (its page loads scripts from the internet)`]),
    '',
  ];
}
