"""What a process has loaded and the limits that it works under, as a digest: one of the same digest does a command as this one would."""

from __future__ import annotations

import hashlib
import os
import resource
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PACKAGES = ("corpus", "flows", "transforms", "warehouse")
# Beside PREFECT_API_URL: what Prefect reads its settings from, by the folder it is looked up in.
CONFIGURATIONS = ("prefect.toml", ".env", "pyproject.toml")
# How the variables begin that are read while modules are imported: by Prefect, Python, the C library, and what computes with threads.
# All others are read when a command runs, and can be handed over with it.
_READ_AT_IMPORT = (
    *("PREFECT", "PYTHON", "HOME", "XDG_", "LC_", "LANG", "TZ", "LD_", "MALLOC_", "SSL_"),
    *("OMP_", "OPENBLAS_", "BLIS_", "MKL_", "ARROW_", "ONRECORD_MODEL"),
)


def describe_loaded() -> str:
    """A digest of this program's files and packages, of the environment in which it was loaded, and of the limits of this process."""
    told = (*_describe_program(), *_describe_environment(), *_describe_limits())
    return hashlib.blake2b(repr(told).encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()


def _describe_program() -> Iterator[object]:
    yield sys.executable, sys.version, sys.prefix, sys.flags, str(ROOT)
    yield _describe_file(Path(sysconfig.get_path("purelib")))  # a folder changes as packages are installed or taken out
    for package in _PACKAGES:
        for folder, folders, files in os.walk(ROOT / package):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            yield from (_describe_file(Path(folder, name)) for name in sorted(files))


def _describe_environment() -> Iterator[object]:
    yield sorted(item for item in os.environ.items() if item[0].startswith(_READ_AT_IMPORT))
    yield _describe_file(prefect_profiles())
    if any(found := [_describe_file(Path(name)) for name in CONFIGURATIONS]):
        yield str(Path.cwd()), found


def _describe_limits() -> Iterator[object]:
    yield os.getuid(), os.getgroups(), os.getpriority(os.PRIO_PROCESS, 0), sorted(os.sched_getaffinity(0))
    yield [resource.getrlimit(getattr(resource, name)) for name in sorted(vars(resource)) if name.startswith("RLIMIT_")]
    try:
        yield Path("/proc/self/cgroup").read_text(encoding="utf-8")
    except OSError:
        yield ""


def prefect_home() -> Path:
    """Where Prefect keeps its database."""
    return Path(os.environ.get("PREFECT_HOME") or Path.home() / ".prefect")


def prefect_profiles() -> Path:
    """Where Prefect keeps the settings of its profiles."""
    return Path(os.environ.get("PREFECT_PROFILES_PATH") or prefect_home() / "profiles.toml")


def _describe_file(path: Path) -> tuple[str, int, int] | None:
    """Name, size and time of change (ns) of a file or folder; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return str(path), found.st_size, found.st_mtime_ns
