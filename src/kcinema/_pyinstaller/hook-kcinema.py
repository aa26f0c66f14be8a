"""What PyInstaller puts into a program that imports kcinema."""

from __future__ import annotations

from PyInstaller.utils.hooks import collect_data_files, collect_submodules

datas = collect_data_files("kcinema")
# Named for type checkers alone: a program that uses them imports them itself.
excludedimports = ["altair", "duckdb", "pandas", "polars", "pyarrow", "pyspark"]
# Public names and export formats are imported by names in tables, which PyInstaller's
# reading of the code does not see.
hiddenimports = collect_submodules(
    "kcinema", filter=lambda name: not name.startswith("kcinema._pyinstaller")
)
