"""A slip of the editor ends in a message that names the file and the fault, and loses nothing."""

import shutil

import pytest
from conftest import ROOT, build, explain

SLIPS = {
    "an unknown source": ('--8<-- "sources.md:nobody2099"', "nobody2099"),
    "a link to no page": ("[Foot care](nowhere.md)", "nowhere.md"),
    "a link to no heading": ("[Foot care](about/how-sure.md#nowhere)", "nowhere"),
    "a missing picture": ("![A foot](foot.png)", "foot.png"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_build_refuses(slip, tmp_path):
    text, named = SLIPS[slip]
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    home = tmp_path / "docs/index.md"
    home.write_text(home.read_text("utf-8") + f"\n{text}\n", "utf-8")
    done = build(tmp_path / "site", tmp_path / "mkdocs.yml")
    assert done.returncode, f"the build let {slip} through"
    said = explain(done.stdout + done.stderr, tmp_path / "docs")
    assert "docs/index.md" in said and named in said and "correct" in said, f"an editor is not told of {named} in plain words: {said} {done.stderr}"


def test_build_refuses_an_empty_folder(tmp_path):
    (tmp_path / "docs").mkdir()
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    assert build(tmp_path / "site", tmp_path / "mkdocs.yml").returncode
