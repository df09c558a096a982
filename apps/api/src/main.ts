import { createApi, type Api } from './create-api.js';
import { readSettings } from './door/settings.js';

/** Says in one line why there is no API, and ends. */
function giveUp(error: unknown): never {
  console.error(`The API does not start: ${(error as Error).message}`);
  process.exit(1);
}

let api: Api;
try {
  api = await createApi(readSettings(process.env));
  api.log.info({ url: await api.listen() }, 'listening');
} catch (error) {
  giveUp(error);
}

let ending = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    api.stop().then(() => process.exit(0), (error: unknown) => {
      api.log.error({ err: error }, 'the API did not stop cleanly');
      process.exit(1);
    });
  });
}
