// The parent holds the other end of stdin and never writes: it ends when the parent does, however that dies.
process.stdin.once("close", () => process.kill(process.pid, "SIGTERM"));
process.stdin.resume();
