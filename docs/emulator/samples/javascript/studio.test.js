import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { CreateChannelCommand, GetStreamCommand, IvsClient, ListChannelsCommand } from "@aws-sdk/client-ivs";
import { startEmulator } from "./emulator.js";

// The code under test.
async function createStudio(client, name) {
  const { channel } = await client.send(new CreateChannelCommand({ name, authorized: true }));
  return channel;
}

let emulator;
let client;

before(async () => {
  emulator = await startEmulator();
  client = new IvsClient();
});
after(async () => {
  client.destroy();
  assert.equal(await emulator.stop(), 0);
});
beforeEach(() => emulator.control("reset"));

test("a private channel requires a token", async () => {
  const studio = await createStudio(client, "main");
  await emulator.control(`channels/${studio.arn}/stream`, { state: "LIVE" });
  const { stream } = await client.send(new GetStreamCommand({ channelArn: studio.arn }));
  assert.equal(stream.state, "LIVE");
  assert.equal((await fetch(studio.playbackUrl)).status, 403);
});

test("each test starts without channels", async () => {
  assert.deepEqual((await client.send(new ListChannelsCommand())).channels, []);
});

test("a studio is not created if access is denied", async () => {
  await emulator.control("faults", { operation: "CreateChannel", code: "AccessDeniedException" });
  await assert.rejects(createStudio(client, "main"), { name: "AccessDeniedException" });
});

test("throttling is retried", async () => {
  await emulator.control("faults", { operation: "CreateChannel", code: "ThrottlingException", times: 1 });
  assert.equal((await createStudio(client, "main")).name, "main");
});
