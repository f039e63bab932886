import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

// Starts ivs-emulator on a free port and sets the variables that the SDK reads.
export async function startEmulator() {
  const process_ = spawn("ivs-emulator", ["--port", "0", "--quiet"], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: process_.stdout })[Symbol.asyncIterator]();
  await lines.next();
  for (let i = 0; i < 5; i++) {
    const [name, value] = (await lines.next()).value.trim().split(/=(.*)/);
    process.env[name] = value;
  }
  const url = process.env.AWS_ENDPOINT_URL_IVS;
  return {
    async control(path, body = {}) {
      const response = await fetch(`${url}/_emulator/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    async stop() {
      const exited = once(process_, "exit");
      process_.kill("SIGTERM");
      const [code] = await exited;
      return code;
    },
  };
}
