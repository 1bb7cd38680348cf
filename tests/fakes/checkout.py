"""A run.py of a test's own, whose checkout is an empty folder."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent.parent


def load_run(folder: Path) -> ModuleType:
    """Load run.py as if it lay in this folder, beside two small lock files."""
    spec = spec_from_file_location("run_under_test", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    requirements = folder / "requirements"
    requirements.mkdir()
    for name, text in {"app": "one==1", "test": "one==1\ntwo==2"}.items():
        (requirements / f"{name}.lock").write_text(text, "ascii")
    (requirements / "system.toml").write_bytes((ROOT / "requirements/system.toml").read_bytes())
    module.__dict__.update(ROOT=folder, VENV=folder / ".venv", REQUIREMENTS=requirements)
    return module
