/** Stops what global-setup.mjs started, and removes it. */
export default async function tearDown() {
  await globalThis.stopTestPostgres?.();
}
