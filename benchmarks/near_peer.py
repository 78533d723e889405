"""datatrove's MinHash over a folder of JSON Lines, as `near_duplicates.py` runs it in a venv of datatrove's.

    python benchmarks/near_peer.py FOLDER        (pip install 'datatrove[processing]' orjson spacy)

Bands as factscan chooses them, one process. Prints one line of JSON: seconds of the signatures, seconds of buckets and
clusters (of the processor), peak memory in bytes, documents to remove.
"""

import argparse
import json
import resource
import tempfile
import time
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder")
    folder = parser.parse_args().folder

    from datatrove.executor.local import LocalPipelineExecutor
    from datatrove.pipeline.dedup import MinhashDedupBuckets, MinhashDedupCluster, MinhashDedupSignature
    from datatrove.pipeline.dedup.minhash import MinhashConfig
    from datatrove.pipeline.readers import JsonlReader

    bands = MinhashConfig(n_grams=5, num_buckets=18, hashes_per_bucket=7)
    with tempfile.TemporaryDirectory() as work:
        signatures, buckets, removed = (f"{work}/{name}" for name in ("signatures", "buckets", "removed"))
        began = time.process_time()
        step = [JsonlReader(folder), MinhashDedupSignature(signatures, config=bands)]
        LocalPipelineExecutor(step, tasks=1, logging_dir=f"{work}/1").run()
        signed = time.process_time()
        step = [MinhashDedupBuckets(signatures, buckets, config=bands)]
        LocalPipelineExecutor(step, tasks=bands.num_buckets, workers=1, logging_dir=f"{work}/2").run()
        step = [MinhashDedupCluster(buckets, removed, config=bands)]
        LocalPipelineExecutor(step, tasks=1, logging_dir=f"{work}/3").run()
        ended = time.process_time()
        found = sum(path.stat().st_size for path in Path(removed).rglob("*.remove")) // 4
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps([signed - began, ended - signed, peak, found]))


if __name__ == "__main__":
    main()
