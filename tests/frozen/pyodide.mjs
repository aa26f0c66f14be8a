// Runs a Python program with one file as its argument under Pyodide:
//   node pyodide.mjs PYODIDE PROGRAM FILE WHEEL...
// where PYODIDE is the address of Pyodide's module.
import { readFileSync } from "node:fs";

const [address, program, file, ...wheels] = process.argv.slice(2);
try {
  const { loadPyodide } = await import(address);
  const pyodide = await loadPyodide();
  for (const wheel of wheels) {
    pyodide.unpackArchive(new Uint8Array(readFileSync(wheel)), "wheel");
  }
  pyodide.FS.writeFile("mine.json", readFileSync(file));
  pyodide.runPython('import sys; sys.argv = ["program", "mine.json"]');
  pyodide.runPython(readFileSync(program, "utf8"));
} catch (error) {
  // Uncaught, it would be printed with the line of Pyodide it comes from, 1 MB long.
  console.error(String(error));
  process.exitCode = 1;
}
