"""Ship `resources/` inside the package, where desk.paths looks for it in an installed desk."""

from __future__ import annotations

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["desk", "desk.*"]), "desk.resources"],
    package_dir={"desk.resources": "resources"},
    package_data={"": ["**/*"]},
)
