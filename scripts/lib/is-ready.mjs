// Ends with 0 when the server at the given address says that it is ready.
const answer = await fetch(process.argv[2] + '/health/ready', { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
