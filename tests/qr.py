"""The QR code of each page, which leads from paper back to its address."""

import io

import segno
import yaml


def draw(address):
    """The QR code of `address`, a string, as the bytes of an SVG picture with its quiet zone."""
    picture = io.BytesIO()
    segno.make(address, error="m").save(picture, kind="svg", xmldecl=False, omitsize=True, svgclass=None, lineclass=None, nl=False)
    return picture.getvalue()


def codes(config, docs, addresses):
    """What `docs`/assets/qr should hold for the pages at `addresses` and the site_url of the settings `config`: a dict from path to bytes."""
    line = next((line for line in config.read_text("utf-8").splitlines() if line.startswith("site_url:")), "site_url:")
    root = (yaml.safe_load(line)["site_url"] or "").rstrip("/") + "/"
    return {docs / "assets" / (f"qr/{address}".rstrip("/") + ".svg"): draw(root + address) for address in addresses}


def kept(docs):
    """The paths of the codes that `docs` holds."""
    return {*docs.glob("assets/qr/**/*.svg"), *docs.glob("assets/qr.svg")}


def write(wanted, docs):
    """Put the codes `wanted`, as `codes` gives them, in place of those that `docs` holds."""
    for path in kept(docs):
        path.unlink()
    for path, code in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(code)
