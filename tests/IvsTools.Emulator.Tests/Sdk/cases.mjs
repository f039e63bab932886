// Reads the cases from a file, sends each case with the AWS SDK for JavaScript, and prints the results.
import { readFileSync } from 'node:fs';
import * as ivs from '@aws-sdk/client-ivs';

const { endpoint, region, accessKeyId, secretAccessKey, cases } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const client = new ivs.IvsClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 });
const results = [];
for (const { operation, input, fault } of cases) {
  if (fault) {
    await fetch(`${endpoint}/_emulator/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ operation, code: fault }),
    });
  }
  try {
    await client.send(new ivs[`${operation}Command`](input));
    results.push({});
  } catch (error) {
    results.push({ code: error.name, message: error.message, requestId: error.$metadata?.requestId });
  }
}
console.log(JSON.stringify(results));
