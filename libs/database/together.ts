/**
 * Waits for statements that were sent one behind the other, then fails with the first that failed: what came after it failed
 * because of it, and says so in other words.
 */
export async function together<const Sent extends readonly unknown[]>(sent: Sent): Promise<{ -readonly [I in keyof Sent]: Awaited<Sent[I]> }> {
  const settled = await Promise.allSettled(sent);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as { -readonly [I in keyof Sent]: Awaited<Sent[I]> };
}
