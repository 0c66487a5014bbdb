// Places where the built page can be: web servers that offices really have, each on a free port, and one of our own that can be made to misbehave.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { pipeline } from "node:stream/promises";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";

/** The built page. */
export const DIST = resolve(import.meta.dirname, "../../dist");

/** Python's own server, as somebody would start it in a folder. */
export const python = () => started("python3", (port) => ["-m", "http.server", port, "--bind", "127.0.0.1", "--directory", DIST]);

/** busybox, as on routers and small boxes. */
export const busybox = () => started("busybox", (port) => ["httpd", "-f", "-p", `127.0.0.1:${port}`, "-h", DIST]);

/** nginx, with the page under a path of a larger site. */
export async function nginx() {
  const folder = await mkdtemp(join(tmpdir(), "nianbao-nginx-"));
  const host = await started("nginx", async (port) => {
    await writeFile(join(folder, "nginx.conf"), `
      ${process.getuid() === 0 ? "user root;" : ""}
      daemon off; pid ${folder}/pid; error_log ${folder}/errors;
      events {}
      http {
        include /etc/nginx/mime.types;
        access_log off; client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder}; uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
        server { listen 127.0.0.1:${port}; location /office/report/ { alias ${DIST}/; } }
      }`);
    return ["-p", folder, "-c", join(folder, "nginx.conf")];
  }, "office/report/");
  return { address: host.address, stop: () => host.stop().then(() => rm(folder, { recursive: true, force: true })) };
}

const KINDS = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".json": "application/json" };

/** A server of our own: `change` may alter the answer of a file, `{ status, headers, body }`, to be a faulty, a slow or a newer host. */
export async function ours(change = () => {}) {
  const host = { change };
  const server = createServer(async (request, response) => {
    const name = new URL(request.url, "http://here").pathname.slice(1) || "index.html";
    const answer = { status: 200, headers: { "content-type": KINDS[extname(name)] ?? "application/octet-stream" } };
    try {
      answer.body = await readFile(join(DIST, name));
    } catch {
      Object.assign(answer, { status: 404, body: "not found" });
    }
    await host.change(name, answer);
    response.writeHead(answer.status, answer.headers);
    // A page that goes away in the middle of an answer is no fault.
    await pipeline(typeof answer.body.next === "function" ? answer.body : [answer.body], response).catch(() => {});
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  host.address = `http://127.0.0.1:${server.address().port}/`;
  host.stop = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  return host;
}

async function started(program, commandLine, path = "") {
  const port = await freePort();
  const child = spawn(program, await commandLine(String(port)), { stdio: "ignore" });
  const ended = new Promise((done) => child.once("exit", done));
  const failed = new Promise((_, fail) => child.once("error", () => fail(new Error(`${program} is missing: please install it, or run cargo xtask test, which does`))));
  failed.catch(() => {});
  const address = `http://127.0.0.1:${port}/${path}`;
  await Promise.race([failed, answering(address)]);
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { address, stop };
}

async function answering(address) {
  for (const until = Date.now() + 10_000; Date.now() < until; ) {
    try {
      if ((await fetch(address)).ok) return;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  throw new Error(`${address} does not answer`);
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
