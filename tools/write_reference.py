"""Write the generated pages of docs/reference: ``python tools/write_reference.py``, or ``make reference``."""

from generated_pages import PAGES


def main() -> None:
    for path, page in PAGES.items():
        text = page()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path}")


if __name__ == "__main__":
    main()
