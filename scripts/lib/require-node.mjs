// Imported first by every entry: says in a sentence that Node is too old, before newer syntax is run.

const WANTED = 20;
const major = Number(process.versions.node.split('.')[0]);

if (major < WANTED) {
  process.stderr.write(
    `Retrace needs Node ${WANTED} or newer to build; this is Node ${process.versions.node}.\n`
  );
  process.exit(1);
}
