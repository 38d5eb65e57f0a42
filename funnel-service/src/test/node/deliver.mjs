// Segment's own Node client, told nothing but our address: node deliver.mjs HOST WRITE_KEY ID
import { Analytics } from '@segment/analytics-node';

const [host, writeKey, id] = process.argv.slice(2);
const client = new Analytics({ host, writeKey, flushInterval: 500 });
client.on('error', (error) => {
  console.error(error);
  process.exitCode = 1;
});
client.identify({ userId: 'segment-node', messageId: `identify-${id}`, traits: { gender: 'male' } });
client.track({
  userId: 'segment-node',
  messageId: `track-${id}`,
  event: 'Product Added',
  properties: { product_id: 'p-2', price: 5, quantity: 2, currency: 'USD' },
});
await client.closeAndFlush();
