"""One core a process: several BLAS threads in each of several workers would only fight for the cores."""

import os


def one_blas_thread() -> None:
    """Ask BLAS libraries that are loaded after this, here or in child processes, for a single thread."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
