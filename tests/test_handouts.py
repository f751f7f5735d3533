"""The handouts are offered on one page, and come as PDF files that a screen reader can read."""

import shutil

import pdf
import pypdfium2
import pytest
from bs4 import BeautifulSoup
from conftest import DOCS

NAMES = sorted(path.stem for path in DOCS.glob("handouts/*.md") if path.stem != "index")


def test_index_leads_to_every_handout(site):
    html = BeautifulSoup((site / "handouts/index.html").read_bytes(), "html.parser")
    offered = {link["href"].strip("./") for link in html.select("article li a[href]")}
    missing = [name for name in NAMES if name not in offered]
    assert not missing, f"docs/handouts/index.md: say what these are for, with a link: {', '.join(missing)}"


@pytest.fixture(scope="module")
def made(site, chromium, tmp_path_factory):
    """A copy of the built site into which the PDF files were written, twice, and the paths of those files."""
    folder = tmp_path_factory.mktemp("pdf") / "site"
    shutil.copytree(site, folder)
    pdf.write(folder, chromium)
    return folder, pdf.write(folder, chromium)


def test_every_handout_becomes_four_files(made):
    folder, written = made
    wanted = {f"{name}-{paper}{large}.pdf" for name in NAMES for paper in ("letter", "a4") for large in ("", "-large")}
    assert {path.name for path in written} == wanted


def test_files_are_tagged_and_named(made):
    _, written = made
    for path in written:
        data, document = path.read_bytes(), pypdfium2.PdfDocument(path)
        assert document.get_metadata_value("Title"), f"{path.name} has no title"
        assert b"/StructTreeRoot" in data and b"/Lang (en)" in data, f"{path.name} has no tags or does not name its language"
        assert list(document.get_toc()), f"{path.name} has no outline"
        assert b"127.0.0.1" not in data and b"localhost" not in data, f"{path.name} links to the machine that made it"


def test_page_offers_the_files_once(made):
    folder, written = made
    html = BeautifulSoup((folder / "handouts/index.html").read_bytes(), "html.parser")
    offered = [link["href"] for link in html.select("article a[href$='.pdf']")]
    assert sorted(offered) == sorted(path.name for path in written)


def test_page_offers_no_file_that_is_not_there(site):
    assert not BeautifulSoup((site / "handouts/index.html").read_bytes(), "html.parser").select("a[href$='.pdf']")


@pytest.mark.parametrize("slip", ["not built", "no address"])
def test_writer_says_what_is_missing(slip, tmp_path, chromium):
    if slip == "no address":
        (tmp_path / "handouts").mkdir()
        for name in ("index.html", "handouts/index.html"):
            (tmp_path / name).write_text("<h1>A</h1>")
    with pytest.raises(SystemExit, match="build"):
        pdf.write(tmp_path, chromium)
