"""The long run: python tests/fuzz/fuzz.py --inputs 100000. Failing inputs are kept under --keep, the figures printed at the end.

Each reader gets its share of the inputs; a reader runs in a process of its own, so that its memory can be bounded and seen.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parents[1] / "workflow")]
# Cheap readers get more: shares of a hundred.
SHARES = {
    "txt": 18,
    "html": 16,
    "yaml": 13,
    "csv": 15,
    "table": 11,
    "docx": 10,
    "pdf": 4,
    "review": 4,
    "summary": 1,
    "deck": 2,
    "returned": 3,
    "pack": 3,
}
BLOCK = 250  # inputs of one hypothesis run; a failure ends its block only


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--reader", choices=SHARES, action="append", help="only these; all by default")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    readers = given.reader or list(SHARES)
    if given.one:
        return one_reader(readers[0], given.inputs, given.keep, given.seed)
    whole = sum(SHARES[name] for name in readers)
    total, failed = 0, 0
    print(
        f"{'reader':8} {'inputs':>7} {'read':>7} {'refused':>7} {'failed':>6} {'seconds':>8} {'slowest':>8} {'peak MB':>8}"
    )
    for name in readers:
        count = given.inputs * SHARES[name] // whole
        command = [sys.executable, str(HERE / "fuzz.py"), "--one", "--reader", name, "--inputs", str(count)]
        done = subprocess.run(
            [*command, "--keep", str(given.keep), "--seed", str(given.seed)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": "0"},
        )
        lines = done.stdout.strip().splitlines()
        told = json.loads(lines[-1]) if done.returncode in (0, 1) and lines else {"failed": 1, "inputs": 0}
        total += told["inputs"]
        failed += told["failed"]
        print(
            f"{name:8} {told['inputs']:7} {told.get('read', 0):7} {told.get('refused', 0):7} {told['failed']:6}"
            f" {told.get('seconds', 0):8.0f} {told.get('slowest', 0):8.2f} {told.get('peak', 0):8.0f}",
            *lines[:-1],
            sep="\n",
            flush=True,
        )
    print(f"{total} inputs, {failed} failures.")
    return 1 if failed else 0


def one_reader(name: str, count: int, keep: Path, start: int) -> int:
    """Feed one reader; prints each kind of failure once and, last, its figures as JSON."""
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from mutation import inputs
    from readers import READERS
    from running import fed, last_frames, memory_limit, now

    told = {"inputs": 0, "read": 0, "refused": 0, "failed": 0, "slowest": 0.0}
    kinds: set[str] = set()
    began = now()
    checks = settings(
        max_examples=BLOCK,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    def feed(content: bytes) -> None:
        if told["inputs"] >= count:
            return
        told["inputs"] += 1
        at = now()
        try:
            told[fed(READERS[name], content)] += 1
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is the finding
            told["failed"] += 1
            kind = f"{type(error).__name__}: {str(error)[:120]!r} at {last_frames(error)}"
            place = kind.partition(" at ")[2]
            if place not in kinds:
                kinds.add(place)
                keep.mkdir(parents=True, exist_ok=True)
                path = keep / f"{name}-{hashlib.sha256(content).hexdigest()[:12]}"
                path.write_bytes(content)
                print(f"    {path.name}: {kind}", flush=True)
        told["slowest"] = max(told["slowest"], now() - at)

    with memory_limit():
        block = start
        while told["inputs"] < count:
            seed(block)(checks(given(inputs(name))(feed)))()
            block += 1
    told["seconds"] = now() - began
    told["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(told))
    return 1 if told["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
